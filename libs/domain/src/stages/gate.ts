import { compareAreas } from '../kernel/area';
import type { DocumentType } from '../documents/document-types';
import { MINE_FIELDS, type MineFacts, type MineState, type PatchFacts } from '../mines/mine';
import { insideProvinceBox } from '../mines/coordinates';
import { daysBetween } from '../kernel/calendar-day';
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
}

export type CriterionState = 'met' | 'notMet' | 'notNeeded';

export interface CriterionResult {
  readonly criterion: CriterionName;
  readonly state: CriterionState;
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
  readonly holds: (facts: GateFacts) => boolean;
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
  holds: ({ documents }) => documents.some((one) => one.type === document && one.stage === stage),
});

const inOrder = (earlier: string | null, later: string | null) =>
  earlier === null || later === null || earlier <= later;

const NOTICE_DAYS = 30;

const actualDay = ({ steps }: GateFacts, name: StepName) =>
  steps.find(({ step }) => step === name)?.actualOn ?? null;

/** Exit criteria of each stage, as data. A stage may be left when every needed criterion of it holds. */
export const CRITERIA = {
  placed: { stage: 'survey', mend: 'regionCode', source: 'practice.md §4.1', holds: ({ placed }) => placed },
  located: {
    stage: 'survey',
    mend: 'longitude',
    source: 'K09',
    holds: ({ mine }) => insideProvinceBox(mine.longitude, mine.latitude),
  },
  mineralKnown: {
    stage: 'survey',
    mend: 'mineralCode',
    source: 'practice.md §1.4 kz',
    holds: ({ mine }) => mine.mineralCode !== null,
  },
  closureKnown: {
    stage: 'survey',
    mend: 'closureYear',
    source: 'practice.md §1.4 gbnd',
    holds: ({ mine }) => mine.closureYear !== null,
  },
  patchesMeasured: {
    stage: 'survey',
    mend: 'patches',
    source: 'practice.md §1.4 tbhdmj',
    holds: ({ patches }) =>
      patches.length > 0 && patches.every((patch) => compareAreas(patch.areaSquareMetres, '0') > 0),
  },
  legacyConfirmed: {
    stage: 'survey',
    mend: 'patches',
    source: 'K07',
    holds: ({ patches }) => patches.length > 0 && patches.every(isLegacy),
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
    holds: (facts) => {
      const [from, to] = [actualDay(facts, 'noticePublished'), actualDay(facts, 'noticeEnded')];
      return from !== null && to !== null && daysBetween(from, to) >= NOTICE_DAYS;
    },
  },
  approachChosen: {
    stage: 'planning',
    mend: 'approach',
    source: 'Mineral Resources Law art. 44',
    holds: ({ mine }) => mine.approach !== null,
  },
  planApproved: {
    stage: 'planning',
    mend: 'planApprovalNo',
    source: 'Land Reclamation Regulations art. 21–24',
    holds: ({ mine }) => mine.planApprovalNo !== null && mine.planApprovedOn !== null,
  },
  planFiled: filed('planning', 'PLAN', 'Land Reclamation Regulations art. 25'),
  fundsAllocated: {
    stage: 'financing',
    mend: 'fundsAllocatedFen',
    source: 'practice.md §1.3',
    needed: isEngineered,
    holds: ({ mine }) =>
      mine.fundingSource !== null && mine.fundsAllocatedFen !== null && mine.fundsAllocatedFen !== '0',
  },
  fundsInOrder: {
    stage: 'financing',
    mend: 'fundsAllocatedOn',
    source: 'K12',
    needed: isEngineered,
    holds: ({ mine }) =>
      mine.fundsAllocatedOn !== null && inOrder(mine.planApprovedOn, mine.fundsAllocatedOn),
  },
  fundNoticeFiled: filed('financing', 'FUND_NOTICE', 'practice.md §1.3', isEngineered),
  worksFinished: {
    stage: 'completion',
    mend: 'finishedOn',
    source: 'practice.md §1.3',
    needed: isEngineered,
    holds: ({ mine }) =>
      mine.startedOn !== null &&
      mine.finishedOn !== null &&
      inOrder(mine.fundsAllocatedOn, mine.startedOn) &&
      inOrder(mine.startedOn, mine.finishedOn),
  },
  completionReported: filed('completion', 'COMPLETION', 'practice.md §1.3', isEngineered),
  recoveryAssessed: filed('completion', 'MONITOR', 'K29', isNatural),
  expertsHeard: filed('completion', 'EXPERT_OPINION', 'K29', isNatural),
  accepted: {
    stage: 'completion',
    mend: 'acceptanceNo',
    source: 'Mineral Resources Law art. 48; K12',
    holds: ({ mine }) =>
      mine.acceptanceNo !== null &&
      mine.acceptedOn !== null &&
      inOrder(mine.planApprovedOn, mine.acceptedOn) &&
      inOrder(mine.finishedOn, mine.acceptedOn),
  },
  areaRestored: {
    stage: 'completion',
    mend: 'patches',
    source: 'K02, K32',
    holds: ({ patches }) =>
      patches.length > 0 &&
      patches.every((patch) => compareAreas(patch.restoredSquareMetres, '0') > 0) &&
      patches.every((patch) => compareAreas(patch.restoredSquareMetres, patch.areaSquareMetres) <= 0),
  },
  photoAfter: filed('completion', 'PHOTO_AFTER', 'practice.md §1.3; K29'),
  stepsInOrder: {
    stage: 'completion',
    mend: 'steps',
    source: 'K12',
    holds: ({ steps }) => disorders(steps).length === 0,
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
  (OF_STAGE.get(stage) ?? []).map(([name, criterion]) =>
    resultOf(name, criterion, stateOf(criterion, facts)),
  );

const stateOf = ({ holds, needed }: Criterion, facts: GateFacts): CriterionState => {
  if (needed && !needed(facts)) return 'notNeeded';
  return holds(facts) ? 'met' : 'notMet';
};

const resultOf = (
  criterion: CriterionName,
  { mend, source, document }: Criterion,
  state: CriterionState,
): CriterionResult => ({ criterion, mend, source, document: document ?? null, state });

/** The documents a stage asks for on a path: the table of criteria, read for papers. */
export const requiredDocuments = (stage: Stage, facts: GateFacts): DocumentType[] =>
  gate(stage, facts).flatMap(({ document, state }) => (document && state !== 'notNeeded' ? [document] : []));

/** What still stands between the mine and its next stage. */
export const lacking = (stage: Stage, facts: GateFacts): CriterionResult[] =>
  (OF_STAGE.get(stage) ?? []).flatMap(([name, criterion]) => {
    const state = stateOf(criterion, facts);
    return state === 'notMet' ? [resultOf(name, criterion, state)] : [];
  });
