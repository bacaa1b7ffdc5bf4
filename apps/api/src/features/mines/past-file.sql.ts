import { documentsOf } from './filed-documents';
import { periodsKnownAt } from './known-periods.sql';
import { selectFields, STATE_FIELDS } from './mine-columns';
import { listed } from './standing.sql';
import { staysOf } from './stays.sql';

const MOMENT = '$4::timestamptz';
/** The end of the day. What has no day of its own (a plan, a forecast, a paper) holds from when it was told. */
const DAY_END = `(($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' - interval '1 microsecond')`;

interface Known {
  readonly periods: string;
  /** Whether what was recorded from and to these moments was believed at the one asked about. */
  readonly believed: string;
  /** Whether a column lies after that moment. */
  readonly later: (column: string) => string;
  /** Until when things told without a day count. */
  readonly until: string;
}

const NOW: Known = {
  periods: `(SELECT * FROM mine_period WHERE recorded_to = 'infinity')`,
  believed: `recorded_to = 'infinity'`,
  later: () => 'false',
  until: DAY_END,
};

const THEN: Known = {
  periods: periodsKnownAt(MOMENT),
  believed: `recorded_from <= ${MOMENT} AND recorded_to > ${MOMENT}`,
  later: (column) => `${column} > ${MOMENT}`,
  until: `least(${MOMENT}, ${DAY_END})`,
};

const patches = ({ believed }: Known): string =>
  listed(`SELECT patch_id AS id, number, subclass, attribute, area_square_metres::text AS "areaSquareMetres",
      restored_square_metres::text AS "restoredSquareMetres", longitude::text, latitude::text
    FROM patch_period WHERE mine_id = $1 AND valid_from <= $3::date AND valid_to > $3::date AND ${believed} ORDER BY patch_id`);

/** Whether the areas one by one make up the mine's: where they do not, they were not kept yet. */
const patchesKept = ({ believed }: Known): string =>
  `((m.damaged_square_metres, m.restored_square_metres) = (
      SELECT coalesce(sum(area_square_metres), 0), coalesce(sum(restored_square_metres), 0) FROM patch_period
      WHERE mine_id = $1 AND valid_from <= $3::date AND valid_to > $3::date AND ${believed}))`;

/** What happened counts by its day, what was planned by when it was said. */
const steps = ({ believed, until }: Known): string =>
  listed(`SELECT step, p.planned_on AS "plannedOn", p.planned_since AS "plannedSince", p.forecast_on AS "forecastOn",
      a.actual_on AS "actualOn"
    FROM (SELECT step, actual_on FROM mine_step WHERE mine_id = $1 AND ${believed}) a
    FULL JOIN (SELECT step, planned_on, planned_since, forecast_on FROM mine_step
      WHERE mine_id = $1 AND recorded_from <= ${until} AND recorded_to > ${until}) p USING (step)`);

const pauses = ({ later }: Known): string =>
  listed(`SELECT reason, note, paused_on AS "from",
      CASE WHEN resumed_on <= $3::date AND NOT ${later('resumed_at')} THEN resumed_on END AS "to"
    FROM mine_pause WHERE mine_id = $1 AND paused_on <= $3::date AND NOT ${later('paused_at')} ORDER BY paused_on, id`);

/** $1 the mine, $2 the codes within reach, $3 the day; as known at $4 where there is a moment. */
const pastFile = (known: Known): string => `SELECT row_to_json(r) AS file FROM (
    SELECT m.mine_id AS id, m.recorded_from AS "recordedAt", ${selectFields('m', STATE_FIELDS)},
      ${staysOf({
        mine: 'm.mine_id',
        periods: `${known.periods} p WHERE mine_id = m.mine_id AND valid_from <= $3::date`,
        recorded: `NOT ${known.later('recorded_from')}`,
      })} AS stages,
      CASE WHEN ${patchesKept(known)} THEN ${patches(known)} END AS patches,
      ${listed(documentsOf('$1', known.until))} AS documents, ${steps(known)} AS steps, ${pauses(known)} AS pauses,
      (SELECT s.reason FROM stage_reason s WHERE s.mine_id = m.mine_id AND s.stage = m.stage
         AND s.effective_on = m.stage_since AND NOT ${known.later('s.recorded_at')}
       ORDER BY s.id DESC LIMIT 1) AS "stageReason"
    FROM ${known.periods} m WHERE m.mine_id = $1 AND ($2::text[] IS NULL OR m.region_code = ANY($2::text[]))
      AND m.valid_from <= $3::date AND m.valid_to > $3::date) r`;

export const FILE_AS_OF = pastFile(NOW);
export const FILE_AS_KNOWN = pastFile(THEN);
