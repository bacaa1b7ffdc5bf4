import { describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../people/roles';
import type { MineState, PatchFacts } from '../mines/mine';
import { aReadyMine, aReadyPatch, everyDocument, stepsOf } from './ready-mine.testing';
import { reasonsFor } from './move-reasons';
import { destination, MOVE_NAMES, moveRefusal, passRefusal, type MoveName, type MoveRequest } from './moves';
import { STAGES, type Stage } from './stages';

const NOTHING: Record<Stage, readonly MoveName[]> = {
  survey: [],
  planning: [],
  financing: [],
  completion: [],
  restored: [],
  removed: [],
};

/** Who may do what in which stage, written out: a role or a stage that is left out does not compile. */
const ALLOWED: Record<Role, Record<Stage, readonly MoveName[]>> = {
  official: {
    survey: [],
    planning: [],
    financing: [],
    completion: [],
    restored: ['relapse'],
    removed: [],
  },
  manager: {
    survey: ['remove'],
    planning: ['stepBack', 'remove'],
    financing: ['stepBack', 'remove'],
    completion: ['stepBack', 'remove'],
    restored: ['relapse'],
    removed: ['reinstate'],
  },
  auditor: NOTHING,
  systemAdministrator: NOTHING,
  securityAdministrator: NOTHING,
  auditAdministrator: NOTHING,
};

const request = (overrides: Partial<MoveRequest> = {}): MoveRequest => ({
  move: 'advance',
  role: 'manager',
  effectiveOn: '2026-06-01',
  reason: '现场复核',
  reasonCode: overrides.move && overrides.move !== 'advance' ? 'OTHER' : null,
  paused: false,
  today: '2026-11-24',
  stageSince: '2026-05-01',
  ...overrides,
});

const facts = (mine: Partial<MineState> = {}, patches: readonly PatchFacts[] = [aReadyPatch()]) => ({
  mine: aReadyMine(mine),
  patches,
  placed: true,
  documents: everyDocument,
  steps: stepsOf(aReadyMine(mine)),
  relapsedOn: null,
});

describe.each(ROLES)('%s', (role) => {
  test.each(STAGES)('in %s: exactly the moves of the table', (stage) => {
    const possible = MOVE_NAMES.filter(
      (move) => moveRefusal(request({ move, role }), facts({ stage })) === null,
    );
    expect(possible).toEqual(MOVE_NAMES.filter((move) => ALLOWED[role][stage].includes(move)));
  });
});

describe('the day a stage is left', () => {
  test.each([
    ['planning', { planApprovedOn: '2026-06-02' }],
    ['financing', { fundsAllocatedOn: '2026-06-02' }],
    ['completion', { acceptedOn: '2026-06-02' }],
  ] as const)('%s: not before what it was for had happened, and on that day', (stage, days) => {
    const order = { planApprovedOn: null, fundsAllocatedOn: null, startedOn: null, finishedOn: null };
    const ready = facts(
      stage === 'completion' ? { stage, ...days } : { stage, ...order, acceptedOn: null, ...days },
    );
    const pass = (effectiveOn: string) => passRefusal(request({ move: 'advance', effectiveOn }), ready);
    expect(pass('2026-06-01')).toMatchObject({ code: 'step-order', data: { since: '2026-06-02' } });
    expect(pass('2026-06-02')).toBeNull();
  });
});

describe('where a move leads', () => {
  test.each([
    ['advance', 'survey', 'C', 'planning'],
    ['advance', 'planning', 'C', 'financing'],
    ['advance', 'planning', 'A', 'completion'],
    ['advance', 'financing', 'C', 'completion'],
    ['advance', 'completion', 'C', 'restored'],
    ['advance', 'restored', 'C', null],
    ['advance', 'removed', 'C', null],
    ['stepBack', 'planning', 'C', 'survey'],
    ['stepBack', 'financing', 'C', 'planning'],
    ['stepBack', 'completion', 'C', 'financing'],
    ['stepBack', 'completion', 'A', 'planning'],
    ['stepBack', 'survey', 'C', null],
    ['remove', 'completion', 'C', 'removed'],
    ['remove', 'restored', 'C', null],
    ['reinstate', 'removed', 'C', 'survey'],
    ['relapse', 'restored', 'C', 'completion'],
  ] as const)('%s from %s with approach %s: %s', (move, stage, approach, to) =>
    expect(destination(move, stage, approach)).toBe(to),
  );

  test.each(['A', 'B', 'C', 'D'])('with approach %s one step on and one back is where it was', (approach) => {
    for (const stage of ['survey', 'planning'] as const) {
      const next = destination('advance', stage, approach);
      expect(next && destination('stepBack', next, approach)).toBe(stage);
    }
  });
});

describe('a move is refused', () => {
  const codeOf = (overrides: Partial<MoveRequest>, of = facts()) =>
    moveRefusal(request(overrides), of)?.code ?? null;
  const passCodeOf = (overrides: Partial<MoveRequest>, of = facts()) =>
    passRefusal(request(overrides), of)?.code ?? null;

  test('with a day still to come, or before the stage began, but not on the day it began', () => {
    for (const move of ['advance', 'remove'] as const) {
      expect(passCodeOf({ move, effectiveOn: '2026-11-25' })).toBe('date-in-future');
      expect(passCodeOf({ move, effectiveOn: '2026-04-30' })).toBe('date-before-stage');
      expect(passCodeOf({ move, effectiveOn: '2026-05-01' })).toBeNull();
      expect(passCodeOf({ move, effectiveOn: '2026-11-24' })).toBeNull();
    }
    expect(codeOf({ move: 'remove', effectiveOn: '2026-11-25' })).toBe('date-in-future');
  });

  test('in any way and by anybody while the stage is paused', () => {
    for (const move of MOVE_NAMES)
      for (const stage of STAGES) {
        if (destination(move, stage, 'C') === null) continue;
        expect([move, stage, passCodeOf({ move, paused: true }, facts({ stage }))]).toEqual([
          move,
          stage,
          'stage-paused',
        ]);
      }
  });

  test('with a reason of another move', () => {
    expect(codeOf({ move: 'remove', reasonCode: 'LANDSLIDE' })).toBe('reason-not-fitting');
    for (const reasonCode of reasonsFor('remove')) expect(codeOf({ move: 'remove', reasonCode })).toBeNull();
  });

  test.each(['stepBack', 'remove'] as const)('without a reason, where it is %s', (move) => {
    const planned = facts({ stage: 'planning' });
    expect(codeOf({ move, reasonCode: null }, planned)).toBe('reason-missing');
    expect(codeOf({ move, reason: null }, planned)).toBe('reason-missing');
    expect(passCodeOf({ move: 'advance', reason: null }, planned)).toBeNull();
  });

  test('while its gate is not met, and is told what is missing; backwards no gate is asked', () => {
    const open = facts({ stage: 'planning', planApprovalNo: null, approach: null });
    expect(passRefusal(request(), open)).toEqual({
      code: 'gate-not-met',
      data: { missing: ['approachChosen', 'planApproved'] },
    });
    expect(codeOf({ move: 'stepBack' }, open)).toBeNull();
  });

  test('first for what cannot be mended: no such move, then no right, then the day', () => {
    const gone = facts({ stage: 'removed' });
    expect(codeOf({ role: 'auditor', effectiveOn: '2027-01-01' }, gone)).toBe('move-not-possible');
    expect(codeOf({ role: 'auditor', effectiveOn: '2027-01-01' })).toBe('not-allowed');
    expect(passCodeOf({}, gone)).toBe('move-not-possible');
  });

  test.each(STAGES)('from %s a way that is none is answered with those there are (S11)', (stage) => {
    const here = facts({ stage });
    const ways = MOVE_NAMES.filter((move) => destination(move, stage, here.mine.approach) !== null);
    for (const move of MOVE_NAMES.filter((one) => !ways.includes(one)))
      expect(moveRefusal(request({ move }), here)).toEqual({
        code: 'move-not-possible',
        data: { stage, move, possible: ways },
      });
  });
});
