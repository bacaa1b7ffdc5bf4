import { compareAreas } from '../kernel/area';
import type { MineField, MineState, PatchFacts } from '../mines/mine';
import { insideProvinceBox } from '../mines/coordinates';
import { NATURAL_RECOVERY, type Stage } from './stages';

/** What the gate looks at. `placed` is false while the mine waits in the region 待定. */
export interface GateFacts {
  readonly mine: MineState;
  readonly patches: readonly PatchFacts[];
  readonly placed: boolean;
}

export type CriterionState = 'met' | 'notMet' | 'notNeeded';

export interface CriterionResult {
  readonly criterion: CriterionName;
  readonly state: CriterionState;
  /** Where to mend it: the field of the mine, or its patches. */
  readonly mend: MineField | 'patches';
  /** The law, standard or check that asks for it. */
  readonly source: string;
}

interface Criterion {
  readonly stage: Stage;
  readonly mend: MineField | 'patches';
  readonly source: string;
  readonly holds: (facts: GateFacts) => boolean;
  readonly needed?: (facts: GateFacts) => boolean;
}

const isEngineered = ({ mine }: GateFacts) => mine.approach !== NATURAL_RECOVERY;
const inOrder = (earlier: string | null, later: string | null) =>
  earlier === null || later === null || earlier <= later;

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
  worksFinished: {
    stage: 'completion',
    mend: 'finishedOn',
    source: 'practice.md §1.3',
    needed: isEngineered,
    holds: ({ mine }) =>
      mine.startedOn !== null && mine.finishedOn !== null && inOrder(mine.startedOn, mine.finishedOn),
  },
  accepted: {
    stage: 'completion',
    mend: 'acceptanceNo',
    source: 'Mineral Resources Law art. 48; K12',
    holds: ({ mine }) =>
      mine.acceptanceNo !== null && mine.acceptedOn !== null && inOrder(mine.finishedOn, mine.acceptedOn),
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
} as const satisfies Record<string, Criterion>;

export type CriterionName = keyof typeof CRITERIA;

/** Every criterion of the stage, met, not met or not needed, in the order of the table. Pure: same facts, same answer. */
export const gate = (stage: Stage, facts: GateFacts): CriterionResult[] =>
  (Object.entries(CRITERIA) as [CriterionName, Criterion][])
    .filter(([, criterion]) => criterion.stage === stage)
    .map(([name, { holds, needed, mend, source }]) => ({
      criterion: name,
      mend,
      source,
      state: needed && !needed(facts) ? 'notNeeded' : holds(facts) ? 'met' : 'notMet',
    }));

/** What still stands between the mine and its next stage. */
export const lacking = (stage: Stage, facts: GateFacts): CriterionResult[] =>
  gate(stage, facts).filter((result) => result.state === 'notMet');
