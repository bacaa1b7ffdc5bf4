import { expect, test } from '@jest/globals';
import { REVIEW_LEVELS } from '../reviews/review-route';
import { escalatedAfter, isEscalated, OWING, REVIEW_DAYS } from './escalation';

const above = (owing: (typeof OWING)[number]) => REVIEW_LEVELS.slice(OWING.indexOf(owing));

test.each(OWING)(
  'what the %s owes is shown to every level above, the higher the later, and to no other',
  (owing) => {
    const seeing = REVIEW_LEVELS.filter((level) => escalatedAfter(owing, level) !== null);
    expect(seeing).toEqual(above(owing));
    const limits = seeing.map((level) => escalatedAfter(owing, level) ?? 0);
    expect(limits).toEqual([...new Set(limits)].sort((one, other) => one - other));
    expect(limits.every((days) => Number.isInteger(days) && days > 0)).toBe(true);
  },
);

test('for every owing, level and day: not before the limit is passed, and from then on', () => {
  for (const owing of OWING)
    for (const level of REVIEW_LEVELS)
      for (const daysLate of [-REVIEW_DAYS, 0, 1, 5, 6, 15, 16, 30, 31, 90, 91, 400]) {
        const after = escalatedAfter(owing, level);
        const expected = above(owing).includes(level) && daysLate > (after ?? Infinity);
        expect([owing, level, daysLate, isEscalated(owing, level, daysLate)]).toEqual([
          owing,
          level,
          daysLate,
          expected,
        ]);
      }
});

test.each([
  ['official', 'county', 16],
  ['official', 'city', 31],
  ['official', 'province', 91],
  ['county', 'city', 6],
  ['county', 'province', 16],
  ['city', 'province', 6],
] as const)('the first day on which %s’s work is shown to the %s is %d days late', (owing, level, day) => {
  expect([isEscalated(owing, level, day - 1), isEscalated(owing, level, day)]).toEqual([false, true]);
});
