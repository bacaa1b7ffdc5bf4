import { expect, test } from '@jest/globals';
import { ROLES } from '../people/roles';
import {
  DELEGATION_MAX_DAYS,
  delegationRefusal,
  isOwnWork,
  type DelegationRequest,
  type StandingDelegation,
} from './delegation';

const TODAY = '2026-11-24';
const somebody = (personId: number, more: object = {}) => ({
  personId,
  role: 'manager' as const,
  regionCode: '360700',
  disabled: false,
  ...more,
});

const asked = (more: Partial<DelegationRequest> = {}): DelegationRequest => ({
  from: somebody(1),
  to: somebody(2),
  startsOn: TODAY,
  endsOn: '2026-11-30',
  today: TODAY,
  ...more,
});

const why = (more: Partial<DelegationRequest> = {}, standing: readonly StandingDelegation[] = []) =>
  delegationRefusal(asked(more), standing)?.data?.why ?? null;

test('for every pair of roles and divisions: reviewers of the same division only', () => {
  for (const fromRole of ROLES)
    for (const toRole of ROLES)
      for (const toRegion of ['360700', '360704', '360000']) {
        const both = fromRole === 'manager' && toRole === 'manager';
        const expected = !both ? 'notReviewer' : toRegion === '360700' ? null : 'elsewhere';
        const found = why({
          from: somebody(1, { role: fromRole }),
          to: somebody(2, { role: toRole, regionCode: toRegion }),
        });
        expect([fromRole, toRole, toRegion, found]).toEqual([fromRole, toRole, toRegion, expected]);
      }
});

test.each([
  [{ to: somebody(1) }, 'self'],
  [{ to: somebody(2, { disabled: true }) }, 'disabled'],
  [{ startsOn: '2026-11-23' }, 'past'],
  [{ startsOn: '2026-12-01', endsOn: '2026-11-30' }, 'order'],
  [{ endsOn: '2027-02-22' }, 'long'],
  [{ endsOn: '2027-02-21' }, null],
  [{ endsOn: TODAY }, null],
] as const)('%j: %s', (more, expected) => {
  expect(DELEGATION_MAX_DAYS).toBe(90);
  expect(why(more)).toBe(expected);
});

test('for every pair of people and every overlap: one stands in for one, and hands it on to nobody', () => {
  const periods = [
    ['2026-11-01', '2026-11-23', false],
    ['2026-11-01', '2026-11-24', true],
    ['2026-11-25', '2026-11-26', true],
    ['2026-11-30', '2026-12-31', true],
    ['2026-12-01', '2026-12-31', false],
  ] as const;
  for (const personId of [1, 2, 3, 4])
    for (const delegateId of [1, 2, 3, 4].filter((id) => id !== personId))
      for (const [startsOn, endsOn, overlaps] of periods) {
        const involved = [personId, delegateId].some((id) => id === 1 || id === 2);
        expect([
          personId,
          delegateId,
          startsOn,
          why({}, [{ personId, delegateId, startsOn, endsOn }]),
        ]).toEqual([personId, delegateId, startsOn, involved && overlaps ? 'taken' : null]);
      }
});

test('for every author and every pair of hands: neither the delegate nor the one stood in for is an author (S13)', () => {
  const people = [1, 2, 3];
  const parts = ['submittedBy', 'editedBy', 'approvedBy'] as const;
  for (const part of parts)
    for (const author of people)
      for (const decider of people)
        for (const principal of [null, ...people.filter((id) => id !== decider)]) {
          const work = {
            submittedBy: part === 'submittedBy' ? author : 99,
            editedBy: part === 'editedBy' ? [98, author] : [],
            approvedBy: part === 'approvedBy' ? [97, author] : [],
          };
          const own = isOwnWork(decider, principal === null ? [] : [principal], work);
          const expected = decider === author || principal === author;
          expect([part, author, decider, principal, own]).toEqual([
            part,
            author,
            decider,
            principal,
            expected,
          ]);
        }
});
