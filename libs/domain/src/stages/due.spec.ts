import { expect, test } from '@jest/globals';
import { REVIEWED_STAGES } from '../reviews/review-route';
import { DUE_DAYS, workGroup } from './due';
import { STAGES } from './stages';

test('every stage that is left has its days', () => {
  expect(Object.keys(DUE_DAYS)).toEqual([...REVIEWED_STAGES]);
  expect(Object.values(DUE_DAYS).every((days) => Number.isInteger(days) && days > 0)).toBe(true);
});

test.each([
  [true, -400, 'returned'],
  [true, 400, 'returned'],
  [false, -1, 'overdue'],
  [false, 0, 'expiring'],
  [false, 30, 'expiring'],
  [false, 31, 'owed'],
] as const)('returned %s with %d days left: %s', (returned, daysLeft, group) => {
  for (const stage of STAGES) {
    const worked = stage !== 'restored' && stage !== 'removed';
    expect([stage, workGroup(stage, returned, daysLeft)]).toEqual([stage, worked ? group : null]);
  }
});
