import { compareAreas } from '../kernel/area';
import type { DocumentType } from '../documents/document-types';
import { MINE_FIELDS, type MineFacts, type MineState, type PatchFacts } from '../mines/mine';
import { insideProvinceBox } from '../mines/coordinates';
import { daysBetween, type CalendarDay } from '../kernel/calendar-day';
import { NATURAL_RECOVERY, STAGES, type Stage } from './stages';
import { disorders, type KeptStep, type StepName } from './steps';

/** A document in a mine's file, and the stage it was given to. */
export interface FiledDocument {
  readonly type: DocumentType;
  readonly stage: Stage;
}

/**
 * What the gate looks at. `placed` is false while the mine waits in the region 待定. A gate is asked when a mine is about
 * to leave its stage: what a ledger brings past it (存量) is never asked for papers again.
 */
export interface GateFacts {
  readonly mine: MineFacts & Pick<MineState, 'stage'>;
  readonly patches: readonly PatchFacts[];
  readonly placed: boolean;
  readonly documents: readonly FiledDocument[];
  /** The steps on the mine's path with their days. */
  readonly steps: readonly KeptStep[];
  /** The day of its last relapse: what was accepted before counts no more. */
  readonly relapsedOn: CalendarDay | null;
}

export type CriterionState = 'met' | 'notMet' | 'notNeeded';

/** Why a criterion is not met: what was looked for is not there at all, or what is wrong with what is. */
export const GATE_REASONS = [
  'empty',
  'notFiled',
  'unplaced',
  'outside',
  'zero',
  'notLegacy',
  'tooShort',
  'disorder',
  'exceeds',
  'beforeRelapse',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

export interface CriterionResult {
  readonly criterion: CriterionName;
  readonly state: CriterionState;
  /** Null unless it is not met. */
  readonly reason: GateReason | null;
  /** Where to mend it. */
  readonly mend: FilePlace;
  /** The kind of document that is asked for, where one is. */
  readonly document: DocumentType | null;
  /** The law, standard or check that asks for it. */
  readonly source: string;
}

/** Where in a mine's file something can be wrong: a field, its patches, its documents or its steps. */
export const FILE_PLACES = [...MINE_FIELDS, 'patches', 'documents', 'steps'] as const;
export type FilePlace = (typeof FILE_PLACES)[number];

interface Criterion {
  readonly stage: Stage;
  readonly mend: FilePlace;
  readonly source: string;
  readonly document?: DocumentType;
  /** Null where it holds. */
  readonly fails: (facts: GateFacts) => GateReason | null;
  readonly needed?: (facts: GateFacts) => boolean;
}

const isEngineered = ({ mine }: GateFacts) => mine.approach !== NATURAL_RECOVERY;
const isNatural = ({ mine }: GateFacts) => mine.approach === NATURAL_RECOVERY;
const isLegacy = ({ subclass }: PatchFacts) => subclass === '11' || subclass === '12';

/** The stage asks for a document of this kind in the mine's file; `needed` names the path it is asked on. */
const filed = (
  stage: Stage,
  document: DocumentType,
  source: string,
  needed?: Criterion['needed'],
): Criterion => ({
  stage,
  mend: 'documents',
  source,
  document,
  ...(needed && { needed }),
  fails: ({ documents }) =>
    documents.some((one) => one.type === document && one.stage === stage) ? null : 'notFiled',
});

const emptyOr = (value: unknown): 'empty' | null => (value === null ? 'empty' : null);

const inOrder = (...days: readonly (string | null)[]): 'disorder' | null => {
  const known = days.filter((day) => day !== null);
  return known.some((day, index) => index > 0 && day < String(known[index - 1])) ? 'disorder' : null;
};

const noPatch = (patches: readonly PatchFacts[]): 'empty' | null => (patches.length === 0 ? 'empty' : null);

const NOTICE_DAYS = 30;

const actualDay = ({ steps }: GateFacts, name: StepName) =>
  steps.find(({ step }) => step === name)?.actualOn ?? null;

/** Exit criteria of each stage, as data. A stage may be left when every needed criterion of it holds. */
export const CRITERIA = {
  placed: {
    stage: 'survey',
    mend: 'regionCode',
    source: 'practice.md §4.1',
    fails: ({ placed }) => (placed ? null : 'unplaced'),
  },
  located: {
    stage: 'survey',
    mend: 'longitude',
    source: 'K09',
    fails: ({ mine }) =>
      emptyOr(mine.longitude) ?? (insideProvinceBox(mine.longitude, mine.latitude) ? null : 'outside'),
  },
  mineralKnown: {
    stage: 'survey',
    mend: 'mineralCode',
    source: 'practice.md §1.4 kz',
    fails: ({ mine }) => emptyOr(mine.mineralCode),
  },
  closureKnown: {
    stage: 'survey',
    mend: 'closureYear',
    source: 'practice.md §1.4 gbnd',
    fails: ({ mine }) => emptyOr(mine.closureYear),
  },
  patchesMeasured: {
    stage: 'survey',
    mend: 'patches',
    source: 'practice.md §1.4 tbhdmj',
    fails: ({ patches }) =>
      noPatch(patches) ??
      (patches.every((patch) => compareAreas(patch.areaSquareMetres, '0') > 0) ? null : 'zero'),
  },
  legacyConfirmed: {
    stage: 'survey',
    mend: 'patches',
    source: 'K07',
    fails: ({ patches }) => noPatch(patches) ?? (patches.every(isLegacy) ? null : 'notLegacy'),
  },
  photoBefore: filed('survey', 'PHOTO_BEFORE', 'practice.md §1.3'),
  determinationPublished: filed('survey', 'DET_NOTICE', 'Land Reclamation Measures art. 29'),
  noticeServed: {
    stage: 'survey',
    mend: 'steps',
    source: 'K16',
    // Asked of whoever says when the notice hung: what a ledger brings has the notice in its file, and no days.
    needed: (facts) =>
      actualDay(facts, 'noticePublished') !== null || actualDay(facts, 'noticeEnded') !== null,
    fails: (facts) => {
      const [from, to] = [actualDay(facts, 'noticePublished'), actualDay(facts, 'noticeEnded')];
      if (from === null || to === null) return 'empty';
      return daysBetween(from, to) >= NOTICE_DAYS ? null : 'tooShort';
    },
  },
  approachChosen: {
    stage: 'planning',
    mend: 'approach',
    source: 'Mineral Resources Law art. 44',
    fails: ({ mine }) => emptyOr(mine.approach),
  },
  planApproved: {
    stage: 'planning',
    mend: 'planApprovalNo',
    source: 'Land Reclamation Regulations art. 21–24',
    fails: ({ mine }) => emptyOr(mine.planApprovalNo) ?? emptyOr(mine.planApprovedOn),
  },
  planFiled: filed('planning', 'PLAN', 'Land Reclamation Regulations art. 25'),
  fundsAllocated: {
    stage: 'financing',
    mend: 'fundsAllocatedFen',
    source: 'practice.md §1.3',
    needed: isEngineered,
    fails: ({ mine }) =>
      emptyOr(mine.fundingSource) ??
      emptyOr(mine.fundsAllocatedFen) ??
      (mine.fundsAllocatedFen === '0' ? 'zero' : null),
  },
  fundsInOrder: {
    stage: 'financing',
    mend: 'fundsAllocatedOn',
    source: 'K12',
    needed: isEngineered,
    fails: ({ mine }) =>
      emptyOr(mine.fundsAllocatedOn) ?? inOrder(mine.planApprovedOn, mine.fundsAllocatedOn),
  },
  fundNoticeFiled: filed('financing', 'FUND_NOTICE', 'practice.md §1.3', isEngineered),
  worksFinished: {
    stage: 'completion',
    mend: 'finishedOn',
    source: 'practice.md §1.3',
    needed: isEngineered,
    fails: ({ mine }) =>
      emptyOr(mine.startedOn) ??
      emptyOr(mine.finishedOn) ??
      inOrder(mine.fundsAllocatedOn, mine.startedOn, mine.finishedOn),
  },
  completionReported: filed('completion', 'COMPLETION', 'practice.md §1.3', isEngineered),
  recoveryAssessed: filed('completion', 'MONITOR', 'K29', isNatural),
  expertsHeard: filed('completion', 'EXPERT_OPINION', 'K29', isNatural),
  accepted: {
    stage: 'completion',
    mend: 'acceptanceNo',
    source: 'Mineral Resources Law art. 48; K12',
    fails: ({ mine, relapsedOn }) =>
      emptyOr(mine.acceptanceNo) ??
      emptyOr(mine.acceptedOn) ??
      inOrder(mine.planApprovedOn, mine.acceptedOn) ??
      inOrder(mine.finishedOn, mine.acceptedOn) ??
      // K33: the acceptance stays on record, and is none of what was done after the relapse.
      (inOrder(relapsedOn, mine.acceptedOn) === null ? null : 'beforeRelapse'),
  },
  areaRestored: {
    stage: 'completion',
    mend: 'patches',
    source: 'K02, K32',
    fails: ({ patches }) => {
      if (patches.length === 0) return 'empty';
      if (patches.some((patch) => compareAreas(patch.restoredSquareMetres, '0') <= 0)) return 'zero';
      return patches.some((patch) => compareAreas(patch.restoredSquareMetres, patch.areaSquareMetres) > 0)
        ? 'exceeds'
        : null;
    },
  },
  photoAfter: filed('completion', 'PHOTO_AFTER', 'practice.md §1.3; K29'),
  stepsInOrder: {
    stage: 'completion',
    mend: 'steps',
    source: 'K12',
    fails: ({ steps }) => (disorders(steps).length === 0 ? null : 'disorder'),
  },
  acceptancePublished: filed('completion', 'ACC_NOTICE', 'Mineral Resources Law art. 48; K16'),
} as const satisfies Record<string, Criterion>;

export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as [CriterionName, ...CriterionName[]];

/** The table read by stage once: a ledger asks for a hundred thousand mines. */
const OF_STAGE = new Map(
  STAGES.map((stage) => [
    stage,
    (Object.entries(CRITERIA) as [CriterionName, Criterion][]).filter(
      ([, criterion]) => criterion.stage === stage,
    ),
  ]),
);

/** Every criterion of the stage, met, not met or not needed, in the order of the table. Pure: same facts, same answer. */
export const gate = (stage: Stage, facts: GateFacts): CriterionResult[] =>
  (OF_STAGE.get(stage) ?? []).map(([name, criterion]) => {
    const reason = reasonOf(criterion, facts);
    if (reason !== null) return resultOf(name, criterion, 'notMet', reason);
    return resultOf(name, criterion, isNeeded(criterion, facts) ? 'met' : 'notNeeded', null);
  });

const isNeeded = ({ needed }: Criterion, facts: GateFacts): boolean => needed?.(facts) ?? true;

const reasonOf = (criterion: Criterion, facts: GateFacts): GateReason | null =>
  isNeeded(criterion, facts) ? criterion.fails(facts) : null;

const resultOf = (
  criterion: CriterionName,
  { mend, source, document }: Criterion,
  state: CriterionState,
  reason: GateReason | null,
): CriterionResult => ({ criterion, mend, source, document: document ?? null, state, reason });

/** The documents a stage asks for on a path: the table of criteria, read for papers. */
export const requiredDocuments = (stage: Stage, facts: GateFacts): DocumentType[] =>
  gate(stage, facts).flatMap(({ document, state }) => (document && state !== 'notNeeded' ? [document] : []));

/** What still stands between the mine and its next stage: only what is not met is made, for a ledger asks often. */
export const lacking = (stage: Stage, facts: GateFacts): CriterionResult[] =>
  (OF_STAGE.get(stage) ?? []).flatMap(([name, criterion]) => {
    const reason = reasonOf(criterion, facts);
    return reason === null ? [] : [resultOf(name, criterion, 'notMet', reason)];
  });
