import { expect, test } from '@jest/globals';
import { REVIEWED_STAGES } from '../reviews/review-route';
import { DUE_DAYS, isOverdue, stageDueOn, workGroup } from './due';
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

test('a stage is due after its days, and later by those on which it was paused; what is at its end is due on none', () => {
  const since = '2026-03-02';
  for (const stage of STAGES) {
    const works = stage !== 'restored' && stage !== 'removed';
    expect([stage, stageDueOn(stage, since, [], '2026-11-24') === null]).toEqual([stage, !works]);
  }
  expect(stageDueOn('survey', since, [], '2026-11-24')).toBe('2026-08-29');
  const past = { from: '2026-05-01', to: '2026-05-11' };
  expect(stageDueOn('survey', since, [past], '2026-11-24')).toBe('2026-09-08');
  expect(stageDueOn('survey', since, [past, { from: '2026-11-20', to: null }], '2026-11-24')).toBe(
    '2026-09-12',
  );
  expect(stageDueOn('survey', since, [{ from: '2026-01-01', to: '2026-02-01' }], '2026-11-24')).toBe(
    '2026-08-29',
  );
});

test('a stage is overdue from the day after its due day, and never where it is due on none', () => {
  for (const stage of STAGES) {
    const due = stageDueOn(stage, '2026-03-02', [], '2026-03-02');
    expect([stage, due !== null && isOverdue(stage, '2026-03-02', [], due)]).toEqual([stage, false]);
    expect([stage, isOverdue(stage, '2020-01-01', [], '2026-11-24')]).toEqual([stage, due !== null]);
  }
  expect(isOverdue('survey', '2026-03-02', [], '2026-08-30')).toBe(true);
  const resting = { from: '2026-08-29', to: null };
  expect(isOverdue('survey', '2026-03-02', [resting], '2026-11-24')).toBe(false);
});
