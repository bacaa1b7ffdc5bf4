import { expect, test } from '@jest/globals';
import { dayInShanghai, firstOfMonth, isCalendarDay } from './calendar-day';

test.each(['1949-10-01', '2000-02-29', '2024-02-29', '2026-12-31', '2199-12-31'])('%s is a day', (day) =>
  expect(isCalendarDay(day)).toBe(true),
);

test.each([
  '2026-02-30',
  '2026-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '1949-09-30',
  '2200-01-01',
  '20260-01-01',
  '2026-1-1',
  '2026/01/01',
  '２０２６-01-01',
  '2026-01-01T00:00:00Z',
  '',
])('“%s” is none (S17)', (day) => expect(isCalendarDay(day)).toBe(false));

test.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00Z', '2026-11-25'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
  ['2024-02-28T23:00:00Z', '2024-02-29'],
])('at %s it is %s in Shanghai, wherever the server stands', (instant, day) =>
  expect(dayInShanghai(new Date(instant))).toBe(day),
);

test('the first of a day’s month', () => expect(firstOfMonth('2026-11-24')).toBe('2026-11-01'));
