import type { Rows } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

/** The submission of a mine that is before a reviewer. @param mineId the mine, as SQL */
export const pendingOf = (mineId: string): string =>
  `SELECT stage FROM submission WHERE mine_id = ${mineId} AND state = 'pending'`;

const PENDING = pendingOf('$1');

/** What lies before a reviewer stays as it was submitted: facts, patches, papers, steps and stage. */
export const refuseUnderReview = async (rows: Rows, mineId: number): Promise<void> => {
  const [pending] = await rows.rows<{ stage: string }>(PENDING, [mineId]);
  if (pending) throw refused('under-review', { stage: pending.stage });
};
