import { expect, test } from '@jest/globals';
import { dayLookedAt, momentProblem, tidyMoment, writtenMoment } from './known-moment';

test.each([
  ['2026/6/30', '2026-06-30'],
  ['20260630', '2026-06-30'],
  [' 2026-06-30 14:05 ', '2026-06-30T14:05'],
  ['2026.6.30 9:05', '2026-06-30T09:05'],
  ['２０２６-06-30　14：05', '2026-06-30T14:05'],
  ['last week', 'lastT0week'],
])('“%s” is written %s', (typed, moment) => expect(tidyMoment(typed)).toBe(moment));

test('what is no moment, or is still to come, is said to be', () => {
  expect(momentProblem(tidyMoment('last week'), '2026-11-24')).toBe('wrong');
  expect(momentProblem('2026-02-30', '2026-11-24')).toBe('wrong');
  expect(momentProblem('2026-11-25', '2026-11-24')).toBe('toCome');
  expect(momentProblem('2020-01-01T10:00', '2026-11-24')).toBeNull();
});

test('a moment is read by Shanghai’s clocks, whatever the address says it in', () => {
  expect(writtenMoment('2026-06-30')).toBe('2026-06-30');
  expect(writtenMoment('2026-06-30T20:05:07.123Z')).toBe('2026-07-01 04:05:07');
  expect(dayLookedAt({ knownAt: '2026-06-30T20:05:07Z' }, '2026-11-24')).toBe('2026-07-01');
  expect(dayLookedAt({ asOf: '2026-01-01', knownAt: '2026-06-30' }, '2026-11-24')).toBe('2026-01-01');
  expect(dayLookedAt({}, '2026-11-24')).toBe('2026-11-24');
});
