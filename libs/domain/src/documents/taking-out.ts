import { needsSecondPerson } from '../corrections/correction';
import { refuse, type Refusal } from '../kernel/refusal';
import type { Stage } from '../stages/stages';

/**
 * Why a document cannot be taken out of the file, or null. What an acceptance rested on stays (K37): a better one is added
 * beside it. What came into the file since can be taken out again.
 *
 * @param mine the stage the mine stands in @param document the stage the document was given to
 */
export const takingOutRefusal = (mine: Stage, document: Stage): Refusal | null => {
  if (mine === 'removed') return refuse('move-not-possible', { stage: mine });
  return needsSecondPerson(mine) && document !== mine
    ? refuse('evidence-accepted', { stage: document })
    : null;
};
