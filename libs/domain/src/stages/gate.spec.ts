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
  type GateReason,
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
  relapsedOn: null,
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

const resultOf = (criterion: CriterionName, of: GateFacts) =>
  gate(CRITERIA[criterion].stage, of).find((result) => result.criterion === criterion);
const stateOf = (criterion: CriterionName, of: GateFacts) => resultOf(criterion, of)?.state;

test.each(STAGES)('a mine that has everything may leave %s', (stage) => {
  expect(lacking(stage, facts())).toEqual([]);
});

test('accepted anew on the day of the relapse or later, a mine may be restored again', () => {
  expect(stateOf('accepted', facts({}, {}, { relapsedOn: '2026-04-20' }))).toBe('met');
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

/** What takes each criterion away, one thing at a time, and why it then fails: one that is left out does not compile. */
type Failure = readonly [GateReason, GateFacts];
const MISSING: Record<CriterionName, readonly Failure[]> = {
  placed: [['unplaced', facts({}, {}, { placed: false })]],
  located: [
    ['empty', facts({ longitude: null, latitude: null })],
    ['outside', facts({ longitude: '25.861234', latitude: '115.012345' })],
  ],
  mineralKnown: [['empty', facts({ mineralCode: null })]],
  closureKnown: [['empty', facts({ closureYear: null })]],
  patchesMeasured: [
    ['empty', facts({}, {}, { patches: [] })],
    ['zero', facts({}, { areaSquareMetres: '0.00' })],
  ],
  legacyConfirmed: [
    ['empty', facts({}, {}, { patches: [] })],
    ...['21', '31', '37', null].map((subclass): Failure => ['notLegacy', facts({}, { subclass })]),
  ],
  photoBefore: [
    ['notFiled', without('PHOTO_BEFORE')],
    ['notFiled', elsewhere('PHOTO_BEFORE', 'survey')],
  ],
  determinationPublished: [
    ['notFiled', without('DET_NOTICE')],
    ['notFiled', elsewhere('DET_NOTICE', 'survey')],
  ],
  planFiled: [
    ['notFiled', without('PLAN')],
    ['notFiled', elsewhere('PLAN', 'planning')],
    ['notFiled', without('PLAN', { approach: 'A' })],
  ],
  fundNoticeFiled: [
    ['notFiled', without('FUND_NOTICE')],
    ['notFiled', elsewhere('FUND_NOTICE', 'financing')],
  ],
  completionReported: [
    ['notFiled', without('COMPLETION')],
    ['notFiled', elsewhere('COMPLETION', 'completion')],
  ],
  recoveryAssessed: [
    ['notFiled', without('MONITOR', { approach: 'A' })],
    ['notFiled', elsewhere('MONITOR', 'completion', { approach: 'A' })],
  ],
  expertsHeard: [
    ['notFiled', without('EXPERT_OPINION', { approach: 'A' })],
    ['notFiled', elsewhere('EXPERT_OPINION', 'completion', { approach: 'A' })],
  ],
  photoAfter: [
    ['notFiled', without('PHOTO_AFTER')],
    ['notFiled', elsewhere('PHOTO_AFTER', 'completion')],
  ],
  acceptancePublished: [
    ['notFiled', without('ACC_NOTICE')],
    ['notFiled', without('ACC_NOTICE', { approach: 'A' })],
  ],
  noticeServed: [
    ['empty', happened({ noticePublished: '2025-10-01' })],
    ['empty', happened({ noticeEnded: '2025-10-31' })],
    ['tooShort', happened({ noticePublished: '2025-10-01', noticeEnded: '2025-10-30' })],
  ],
  stepsInOrder: [
    ['disorder', happened({ contractAwarded: '2026-03-02' })],
    ['disorder', happened({ acceptanceRequested: '2026-03-31' })],
    ['disorder', happened({ countyAccepted: '2026-04-15', cityAccepted: '2026-04-14' })],
    ['disorder', happened({ recoveryReviewed: '2026-04-21' }, { approach: 'A' })],
  ],
  approachChosen: [['empty', facts({ approach: null })]],
  planApproved: [
    ['empty', facts({ planApprovalNo: null })],
    ['empty', facts({ planApprovedOn: null })],
  ],
  fundsAllocated: [
    ['empty', facts({ fundingSource: null })],
    ['empty', facts({ fundsAllocatedFen: null })],
    ['zero', facts({ fundsAllocatedFen: '0' })],
  ],
  fundsInOrder: [
    ['empty', facts({ fundsAllocatedOn: null })],
    ['disorder', facts({ fundsAllocatedOn: '2026-01-09' })],
  ],
  worksFinished: [
    ['empty', facts({ startedOn: null })],
    ['empty', facts({ finishedOn: null })],
    ['disorder', facts({ startedOn: '2026-04-02' })],
    ['disorder', facts({ fundsAllocatedOn: '2026-03-02' })],
  ],
  accepted: [
    ['empty', facts({ acceptanceNo: null })],
    ['empty', facts({ acceptedOn: null })],
    ['disorder', facts({ acceptedOn: '2026-03-31' })],
    ['disorder', facts({ approach: 'A', finishedOn: null, acceptedOn: '2026-01-09' })],
    ['beforeRelapse', facts({}, {}, { relapsedOn: '2026-04-21' })],
  ],
  areaRestored: [
    ['empty', facts({}, {}, { patches: [] })],
    ['zero', facts({}, { restoredSquareMetres: '0.00' })],
    ['exceeds', facts({}, { restoredSquareMetres: '1000.01' })],
    [
      'zero',
      facts(
        {},
        {},
        { patches: [aReadyPatch(), aReadyPatch({ number: 'CT2', restoredSquareMetres: '0.00' })] },
      ),
    ],
  ],
};

describe.each(Object.entries(MISSING) as [CriterionName, readonly Failure[]][])('%s', (name, cases) => {
  test.each(cases.map(([reason, of], index) => [index + 1, reason, of] as const))(
    'is not met (%d): %s',
    (_, reason, of) => expect(resultOf(name, of)).toMatchObject({ state: 'notMet', reason }),
  );
  test('is met otherwise', () => {
    const natural = name === 'recoveryAssessed' || name === 'expertsHeard';
    expect(resultOf(name, facts(natural ? { approach: 'A' } : {}))).toMatchObject({
      state: 'met',
      reason: null,
    });
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
