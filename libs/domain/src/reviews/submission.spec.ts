import { describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../people/roles';
import { DEFAULT_ROUTES, isReviewed, REVIEW_LEVELS, reviewLevelOf } from './review-route';
import {
  decisionRefusal,
  DECISIONS,
  nextLevel,
  SUBMISSION_STATES,
  type Decision,
  type DecisionRequest,
  type SubmissionFacts,
} from './submission';
import { STAGES } from '../stages/stages';

const submission = (overrides: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  state: 'pending',
  levels: ['county', 'city', 'province'],
  at: 1,
  submittedBy: 1,
  editedBy: [5],
  approvedBy: [2],
  contentHash: 'seen',
  ...overrides,
});

const request = (overrides: Partial<DecisionRequest> = {}): DecisionRequest => ({
  decision: 'approve',
  personId: 3,
  actsFor: [],
  role: 'manager',
  level: 'city',
  contentHash: 'seen',
  reasons: ['AREA'],
  ...overrides,
});

const codeOf = (asked: Partial<DecisionRequest>, of: Partial<SubmissionFacts> = {}) =>
  decisionRefusal(request(asked), submission(of))?.code ?? null;

test('only a manager of the level it waits at decides: every role, level and turn', () => {
  for (const decision of ['approve', 'return'] as const)
    for (const role of ROLES)
      for (const level of [...REVIEW_LEVELS, null])
        for (const at of [0, 1, 2]) {
          const turn = submission({ at, approvedBy: [] });
          const allowed = role === 'manager' && level === turn.levels[at];
          expect([
            decision,
            role,
            level,
            at,
            decisionRefusal(request({ decision, role, level }), turn) === null,
          ]).toEqual([decision, role, level, at, allowed]);
        }
});

test('only the one who submitted takes it back, or asks for it to be looked at again', () => {
  const by = (decision: Decision, personId: number, role: Role) =>
    codeOf({ decision, personId, role }, { state: decision === 'reconsider' ? 'returned' : 'pending' });
  for (const decision of ['withdraw', 'reconsider'] as const) {
    expect(by(decision, 1, 'official')).toBeNull();
    expect(by(decision, 4, 'official')).toBe('not-allowed');
    expect(by(decision, 3, 'manager')).toBe('not-allowed');
  }
});

test.each(SUBMISSION_STATES)('in %s only the decisions that are open there', (state) => {
  const open = DECISIONS.filter((decision) => {
    const own = decision === 'withdraw' || decision === 'reconsider';
    return codeOf({ decision, personId: own ? 1 : 3 }, { state }) === null;
  });
  const table = {
    pending: ['approve', 'return', 'withdraw'],
    returned: ['reconsider'],
    approved: [],
    withdrawn: [],
  };
  expect(open).toEqual(table[state]);
});

describe('nobody reviews their own work (S13)', () => {
  test.each(['approve', 'return'] as const)('%s', (decision) => {
    expect(codeOf({ decision, personId: 1 })).toBe('own-work');
    expect(codeOf({ decision, personId: 2 })).toBe('own-work');
    expect(codeOf({ decision, personId: 5 })).toBe('own-work');
    for (const author of [1, 2, 5]) expect(codeOf({ decision, actsFor: [author] })).toBe('own-work');
    expect(codeOf({ decision, actsFor: [6] })).toBeNull();
  });
});

test('what was not seen is not decided (S14), and a return says why', () => {
  for (const contentHash of ['another', '', null]) expect(codeOf({ contentHash })).toBe('content-changed');
  expect(codeOf({ decision: 'return', reasons: [] })).toBe('reason-missing');
  expect(codeOf({ decision: 'approve', reasons: [] })).toBeNull();
});

test('it climbs level by level to the end of its route', () => {
  expect([0, 1, 2].map((at) => nextLevel(submission({ at })))).toEqual([1, 2, null]);
  expect(nextLevel({ levels: ['city'], at: 0 })).toBeNull();
});

test('every stage that is left has a route, each from below and no level twice', () => {
  expect(STAGES.filter(isReviewed)).toEqual(Object.keys(DEFAULT_ROUTES));
  for (const route of Object.values(DEFAULT_ROUTES))
    expect(route).toEqual(REVIEW_LEVELS.filter((level) => route.includes(level)));
  expect((['province', 'city', 'county', 'functional', 'unassigned'] as const).map(reviewLevelOf)).toEqual([
    'province',
    'city',
    'county',
    'county',
    null,
  ]);
});
