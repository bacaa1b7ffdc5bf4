import { describe, expect, test } from '@jest/globals';
import type { MineState, PatchFacts } from '../mines/mine';
import { CRITERIA, gate, lacking, type CriterionName, type GateFacts } from './gate';
import { aReadyMine, aReadyPatch } from './ready-mine.testing';
import { STAGES, type Stage } from './stages';

const facts = (
  mine: Partial<MineState> = {},
  patch: Partial<PatchFacts> = {},
  others: Partial<GateFacts> = {},
): GateFacts => ({ mine: aReadyMine(mine), patches: [aReadyPatch(patch)], placed: true, ...others });

const stateOf = (criterion: CriterionName, of: GateFacts) =>
  gate(CRITERIA[criterion].stage, of).find((result) => result.criterion === criterion)?.state;

test.each(STAGES)('a mine that has everything may leave %s', (stage) => {
  expect(lacking(stage, facts())).toEqual([]);
});

test('every criterion belongs to one of the four stages, and names where to mend it and who asks for it', () => {
  for (const [name, { stage, mend, source }] of Object.entries(CRITERIA))
    expect([name, ['survey', 'planning', 'financing', 'completion'].includes(stage), mend, source]).toEqual([
      name,
      true,
      expect.stringMatching(/./),
      expect.stringMatching(/./),
    ]);
});

/** What takes each criterion away, one thing at a time: a criterion that is left out does not compile. */
const MISSING: Record<CriterionName, readonly GateFacts[]> = {
  placed: [facts({}, {}, { placed: false })],
  located: [
    facts({ longitude: null, latitude: null }),
    facts({ longitude: '25.861234', latitude: '115.012345' }),
  ],
  mineralKnown: [facts({ mineralCode: null })],
  closureKnown: [facts({ closureYear: null })],
  patchesMeasured: [facts({}, {}, { patches: [] }), facts({}, { areaSquareMetres: '0.00' })],
  approachChosen: [facts({ approach: null })],
  planApproved: [facts({ planApprovalNo: null }), facts({ planApprovedOn: null })],
  fundsAllocated: [
    facts({ fundingSource: null }),
    facts({ fundsAllocatedFen: null }),
    facts({ fundsAllocatedFen: '0' }),
  ],
  fundsInOrder: [facts({ fundsAllocatedOn: null }), facts({ fundsAllocatedOn: '2026-01-09' })],
  worksFinished: [
    facts({ startedOn: null }),
    facts({ finishedOn: null }),
    facts({ startedOn: '2026-04-02' }),
  ],
  accepted: [facts({ acceptanceNo: null }), facts({ acceptedOn: null }), facts({ acceptedOn: '2026-03-31' })],
  areaRestored: [
    facts({}, {}, { patches: [] }),
    facts({}, { restoredSquareMetres: '0.00' }),
    facts({}, { restoredSquareMetres: '1000.01' }),
    facts({}, {}, { patches: [aReadyPatch(), aReadyPatch({ number: 'CT2', restoredSquareMetres: '0.00' })] }),
  ],
};

describe.each(Object.entries(MISSING) as [CriterionName, readonly GateFacts[]][])('%s', (name, cases) => {
  test.each(cases.map((of, index) => [index + 1, of] as const))('is not met (%d)', (_, of) =>
    expect(stateOf(name, of)).toBe('notMet'),
  );
  test('is met otherwise', () => expect(stateOf(name, facts())).toBe('met'));
});

test('natural recovery needs neither funds nor works, but acceptance and area (practice.md §1.3)', () => {
  const natural = facts({
    approach: 'A',
    fundingSource: null,
    fundsAllocatedFen: null,
    fundsAllocatedOn: null,
    startedOn: null,
    finishedOn: null,
  });
  const notNeeded = STAGES.flatMap((stage: Stage) => gate(stage, natural))
    .filter(({ state }) => state === 'notNeeded')
    .map(({ criterion }) => criterion);
  expect(notNeeded).toEqual(['fundsAllocated', 'fundsInOrder', 'worksFinished']);
  expect(STAGES.flatMap((stage) => lacking(stage, natural))).toEqual([]);
  expect(stateOf('accepted', facts({ approach: 'A', acceptanceNo: null }))).toBe('notMet');
});

test('what happened on one day is in order', () => {
  expect(stateOf('fundsInOrder', facts({ fundsAllocatedOn: '2026-01-10' }))).toBe('met');
  expect(stateOf('accepted', facts({ acceptedOn: '2026-04-01' }))).toBe('met');
});
