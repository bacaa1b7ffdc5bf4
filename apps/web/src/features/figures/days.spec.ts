import { expect, test } from '@jest/globals';
import { EARLIER, PRESETS } from './days';

test('the presets are days that have passed, also at the turn of a year and of a quarter', () => {
  expect(PRESETS.lastMonth('2026-11-24')).toBe('2026-10-31');
  expect(PRESETS.lastQuarter('2026-11-24')).toBe('2026-09-30');
  expect(PRESETS.lastQuarter('2026-01-01')).toBe('2025-12-31');
  expect(PRESETS.lastQuarter('2026-06-30')).toBe('2026-03-31');
  expect(PRESETS.lastYear('2026-01-01')).toBe('2025-12-31');
});

test('a year before a leap day is the last of February', () => {
  expect(EARLIER.yearBefore('2024-02-29')).toBe('2023-02-28');
  expect(EARLIER.yearBefore('2022-12-31')).toBe('2021-12-31');
});
