import { listed } from './standing.sql';

interface Looked {
  /** The mine, as SQL. */
  readonly mine: string;
  /** The periods believed, as SQL: a table and which of its rows. */
  readonly periods: string;
  /** Which records count, as SQL. */
  readonly recorded?: string;
}

/**
 * The stays of a mine in its stages in their order, as a JSON list: periods told apart only by other facts are one stay.
 * `recordedAt` is when it was first on record that the mine came into the stage that day: later edits write its
 * periods anew and leave that moment as it is.
 */
export const staysOf = ({ mine, periods, recorded = 'true' }: Looked): string => {
  // What is believed and what is not any more have an index each.
  const told = (believed: string): string =>
    `SELECT stage, stage_since, recorded_from FROM mine_period
     WHERE mine_id = ${mine} AND recorded_to ${believed} 'infinity' AND ${recorded}`;
  return listed(`SELECT s.stage, valid_from AS "from", lead(valid_from) OVER (ORDER BY valid_from) AS "to",
      r.at AS "recordedAt"
    FROM (SELECT stage, stage_since, valid_from, lag(stage) OVER (ORDER BY valid_from) AS before FROM ${periods}) s
    JOIN (SELECT stage, stage_since, min(recorded_from) AS at FROM (${told('=')} UNION ALL ${told('<')}) t GROUP BY 1, 2) r
      ON r.stage = s.stage AND r.stage_since = s.stage_since
    WHERE s.stage IS DISTINCT FROM before ORDER BY valid_from`);
};
