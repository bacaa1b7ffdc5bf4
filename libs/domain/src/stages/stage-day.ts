import type { MineField } from '../mines/mine';
import { NATURAL_RECOVERY, type Stage } from './stages';

/** The day that a mine waits for in each stage, as far as one says when it closed, was approved, paid, built and accepted. */
const STAGE_DAY = {
  survey: 'closureYear',
  planning: 'planApprovedOn',
  financing: 'fundsAllocatedOn',
  completion: 'finishedOn',
  restored: 'acceptedOn',
  removed: 'closureYear',
} as const satisfies Record<Stage, MineField>;

/** The date that a person who looks at a mine most likely wants to write. Natural recovery has no works to finish. */
export const stageDay = (stage: Stage, approach: string | null): (typeof STAGE_DAY)[Stage] =>
  stage === 'completion' && approach === NATURAL_RECOVERY ? 'acceptedOn' : STAGE_DAY[stage];
