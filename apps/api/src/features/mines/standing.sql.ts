import type { FiledDocument, KeptStep, Pause, PauseReason } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import { filedDocumentsOf } from './filed-documents';

/** A pause as it is kept. */
export interface KeptPause extends Pause {
  readonly reason: PauseReason;
  readonly note: string | null;
}

/** Rows as a JSON list. @param rows a query, as SQL */
export const listed = (rows: string): string => `(SELECT coalesce(json_agg(l), '[]'::json) FROM (${rows}) l)`;

/** What is believed of the steps of a mine, as a JSON list. @param mineId the mine, as SQL */
export const keptStepsOf = (mineId: string): string =>
  listed(`SELECT step, planned_on AS "plannedOn", planned_since AS "plannedSince", forecast_on AS "forecastOn",
    actual_on AS "actualOn" FROM mine_step WHERE mine_id = ${mineId} AND recorded_to = 'infinity'`);

/** The pauses of a mine in their order, as a JSON list. @param mineId the mine, as SQL */
export const pausesOf = (mineId: string): string =>
  listed(`SELECT reason, note, paused_on AS "from", resumed_on AS "to" FROM mine_pause
    WHERE mine_id = ${mineId} ORDER BY paused_on, id`);

/** The day on which a mine was last found not to be restored any more. @param mineId the mine, as SQL */
export const relapsedOnOf = (mineId: string): string =>
  `(SELECT max(valid_to) FROM mine_period WHERE mine_id = ${mineId} AND recorded_to = 'infinity' AND stage = 'restored'
    AND valid_to < 'infinity')`;

/** Whether a mine is paused, now or on a day. @param mineId the mine, as SQL @param day the day, as SQL */
export const isPaused = (mineId: string, day: string | null): string =>
  `EXISTS (SELECT FROM mine_pause s WHERE s.mine_id = ${mineId} AND ${
    day === null
      ? 's.resumed_on IS NULL'
      : `s.paused_on <= ${day}::date AND (s.resumed_on IS NULL OR s.resumed_on > ${day}::date)`
  })`;

/** What the gate looks at beside facts and patches, and whether the clock stands still. */
export interface Standing {
  readonly documents: readonly FiledDocument[];
  readonly steps: readonly KeptStep[];
  readonly pauses: readonly KeptPause[];
  readonly relapsedOn: string | null;
}

const STANDING = `SELECT ${listed(filedDocumentsOf('$1'))} AS documents, ${keptStepsOf('$1')} AS steps, ${pausesOf('$1')} AS pauses,
  ${relapsedOnOf('$1')} AS "relapsedOn"`;

export const standingOf = async (rows: Rows, mineId: number): Promise<Standing> => {
  const [found] = await rows.rows<Standing>(STANDING, [mineId]);
  return found ?? { documents: [], steps: [], pauses: [], relapsedOn: null };
};
