import { expect, test } from '@jest/globals';
import { endOfLastQuarter, placeOf, PRESETS, yearBefore } from './days';

test('the presets are days that have passed, also at the turn of a year and of a quarter', () => {
  expect(PRESETS.lastMonth('2026-11-24')).toBe('2026-10-31');
  expect(endOfLastQuarter('2026-11-24')).toBe('2026-09-30');
  expect(endOfLastQuarter('2026-01-01')).toBe('2025-12-31');
  expect(endOfLastQuarter('2026-06-30')).toBe('2026-03-31');
  expect(PRESETS.lastYear('2026-01-01')).toBe('2025-12-31');
});

test('a year before a leap day is the last of February', () => {
  expect(yearBefore('2024-02-29')).toBe('2023-02-28');
  expect(yearBefore('2022-12-31')).toBe('2021-12-31');
});

test('a day between two month ends stands at the later one, a day beyond the last at the last', () => {
  const days = ['2022-11-30', '2022-12-31', '2023-01-17'];
  expect(placeOf('2022-12-15', days)).toBe(1);
  expect(placeOf('2022-12-31', days)).toBe(1);
  expect(placeOf('2026-01-01', days)).toBe(2);
  expect(placeOf('2010-01-01', days)).toBe(0);
});
