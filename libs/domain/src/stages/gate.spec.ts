import { describe, expect, test } from '@jest/globals';
import type { MineState, PatchFacts } from '../mines/mine';
import {
  CRITERIA,
  gate,
  lacking,
  requiredDocuments,
  type CriterionName,
  type FiledDocument,
  type GateFacts,
} from './gate';
import { aReadyMine, aReadyPatch, everyDocument, stepsOf } from './ready-mine.testing';
import { STAGES, type Stage } from './stages';

const facts = (
  mine: Partial<MineState> = {},
  patch: Partial<PatchFacts> = {},
  others: Partial<GateFacts> = {},
): GateFacts => ({
  mine: aReadyMine(mine),
  patches: [aReadyPatch(patch)],
  placed: true,
  documents: everyDocument,
  steps: stepsOf(aReadyMine(mine)),
  ...others,
});

const without = (type: FiledDocument['type'], mine: Partial<MineState> = {}): GateFacts =>
  facts(mine, {}, { documents: everyDocument.filter((one) => one.type !== type) });
/** Filed, but for every stage other than the one that asks. */
const elsewhere = (type: FiledDocument['type'], stage: Stage, mine: Partial<MineState> = {}): GateFacts =>
  facts(mine, {}, { documents: everyDocument.filter((one) => one.type !== type || one.stage !== stage) });

/** Steps that happened on these days, and no others but those of the mine's facts. */
const happened = (actual: Parameters<typeof stepsOf>[1], mine: Partial<MineState> = {}): GateFacts =>
  facts(mine, {}, { steps: stepsOf(aReadyMine(mine), actual) });

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
  legacyConfirmed: [
    facts({}, {}, { patches: [] }),
    ...['21', '31', '37', null].map((subclass) => facts({}, { subclass })),
  ],
  photoBefore: [without('PHOTO_BEFORE'), elsewhere('PHOTO_BEFORE', 'survey')],
  determinationPublished: [without('DET_NOTICE'), elsewhere('DET_NOTICE', 'survey')],
  planFiled: [without('PLAN'), elsewhere('PLAN', 'planning'), without('PLAN', { approach: 'A' })],
  fundNoticeFiled: [without('FUND_NOTICE'), elsewhere('FUND_NOTICE', 'financing')],
  completionReported: [without('COMPLETION'), elsewhere('COMPLETION', 'completion')],
  recoveryAssessed: [
    without('MONITOR', { approach: 'A' }),
    elsewhere('MONITOR', 'completion', { approach: 'A' }),
  ],
  expertsHeard: [
    without('EXPERT_OPINION', { approach: 'A' }),
    elsewhere('EXPERT_OPINION', 'completion', { approach: 'A' }),
  ],
  photoAfter: [without('PHOTO_AFTER'), elsewhere('PHOTO_AFTER', 'completion')],
  acceptancePublished: [without('ACC_NOTICE'), without('ACC_NOTICE', { approach: 'A' })],
  noticeServed: [
    happened({ noticePublished: '2025-10-01' }),
    happened({ noticeEnded: '2025-10-31' }),
    happened({ noticePublished: '2025-10-01', noticeEnded: '2025-10-30' }),
  ],
  stepsInOrder: [
    happened({ contractAwarded: '2026-03-02' }),
    happened({ acceptanceRequested: '2026-03-31' }),
    happened({ countyAccepted: '2026-04-15', cityAccepted: '2026-04-14' }),
    happened({ recoveryReviewed: '2026-04-21' }, { approach: 'A' }),
  ],
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
    facts({ fundsAllocatedOn: '2026-03-02' }),
  ],
  accepted: [
    facts({ acceptanceNo: null }),
    facts({ acceptedOn: null }),
    facts({ acceptedOn: '2026-03-31' }),
    facts({ approach: 'A', finishedOn: null, acceptedOn: '2026-01-09' }),
  ],
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
  test('is met otherwise', () => {
    const natural = name === 'recoveryAssessed' || name === 'expertsHeard';
    expect(stateOf(name, facts(natural ? { approach: 'A' } : {}))).toBe('met');
  });
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
  expect(notNeeded).toEqual([
    'fundsAllocated',
    'fundsInOrder',
    'fundNoticeFiled',
    'worksFinished',
    'completionReported',
  ]);
  expect(STAGES.flatMap((stage) => lacking(stage, natural))).toEqual([]);
  expect(stateOf('accepted', facts({ approach: 'A', acceptanceNo: null }))).toBe('notMet');
});

test('the documents of each stage, on both paths (practice.md §1.3)', () => {
  const table = (approach: string) =>
    Object.fromEntries(STAGES.map((stage) => [stage, requiredDocuments(stage, facts({ approach }))]));
  const both = { survey: ['PHOTO_BEFORE', 'DET_NOTICE'], planning: ['PLAN'], restored: [], removed: [] };
  const engineered = {
    ...both,
    financing: ['FUND_NOTICE'],
    completion: ['COMPLETION', 'PHOTO_AFTER', 'ACC_NOTICE'],
  };
  for (const approach of ['B', 'C', 'D']) expect(table(approach)).toEqual(engineered);
  expect(table('A')).toEqual({
    ...both,
    financing: [],
    completion: ['MONITOR', 'EXPERT_OPINION', 'PHOTO_AFTER', 'ACC_NOTICE'],
  });
});

test('what happened on one day is in order', () => {
  expect(stateOf('fundsInOrder', facts({ fundsAllocatedOn: '2026-01-10' }))).toBe('met');
  expect(stateOf('accepted', facts({ acceptedOn: '2026-04-01' }))).toBe('met');
});

test('a notice of which no day was told is not asked for its thirty days', () => {
  expect(stateOf('noticeServed', happened({}))).toBe('notNeeded');
});
