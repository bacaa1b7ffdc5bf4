import type { Rows } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

const PENDING = `SELECT stage FROM submission WHERE mine_id = $1 AND state = 'pending'`;

export const isUnderReview = async (rows: Rows, mineId: number): Promise<boolean> =>
  (await rows.rows(PENDING, [mineId])).length > 0;

/** What lies before a reviewer stays as it was submitted: facts, patches, papers and stage. */
export const refuseUnderReview = async (rows: Rows, mineId: number): Promise<void> => {
  const [pending] = await rows.rows<{ stage: string }>(PENDING, [mineId]);
  if (pending) throw refused('under-review', { stage: pending.stage });
};
