import { listed } from './standing.sql';

/**
 * The stays of a mine in its stages in their order, as a JSON list: periods told apart only by other facts are one stay.
 * `recordedAt` is when it was first on record that the mine came into the stage that day: later edits write its
 * periods anew and leave that moment as it is.
 *
 * @param periods the periods looked at, as SQL: a table and which of its rows
 * @param recorded which records count, as SQL
 */
export const staysOf = (periods: string, recorded = 'true'): string =>
  listed(`SELECT stage, valid_from AS "from", lead(valid_from) OVER (ORDER BY valid_from) AS "to",
      (SELECT min(r.recorded_from) FROM mine_period r WHERE r.mine_id = s.mine_id AND r.stage = s.stage
         AND r.stage_since = s.stage_since AND ${recorded}) AS "recordedAt"
    FROM (SELECT mine_id, stage, stage_since, valid_from, lag(stage) OVER (ORDER BY valid_from) AS before FROM ${periods}) s
    WHERE stage IS DISTINCT FROM before ORDER BY valid_from`);
