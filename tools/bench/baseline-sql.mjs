/** The statements of the baselines, written by hand for one question each: what a raw server would send. */

const row = `id, number, name, region_code AS "regionCode", town, mineral_code AS "mineralCode", closure_year AS "closureYear",
  approach, stage, stage_since AS "stageSince", damaged_square_metres::text AS "damagedSquareMetres",
  restored_square_metres::text AS "restoredSquareMetres", updated_at AS "updatedAt",
  EXISTS (SELECT FROM mine_pause p WHERE p.mine_id = mine.id AND p.resumed_on IS NULL) AS paused`;

const totals = `count(*)::int AS total, coalesce(sum(damaged_square_metres), 0)::numeric(16,2)::text AS "damagedSquareMetres",
  coalesce(sum(restored_square_metres), 0)::numeric(16,2)::text AS "restoredSquareMetres"`;

/** @param {string} from @param {string} order */
const page = (from, order) => ({
  rows: `SELECT ${row} FROM ${from} ORDER BY ${order} LIMIT 50`,
  totals: `SELECT ${totals} FROM ${from}`,
  json: `SELECT json_build_object('total', t.total, 'damagedSquareMetres', t."damagedSquareMetres",
      'restoredSquareMetres', t."restoredSquareMetres",
      'rows', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT ${row} FROM ${from} ORDER BY ${order} LIMIT 50) r))::text AS json
    FROM (SELECT ${totals} FROM ${from}) t`,
});

export const list = page('mine WHERE region_code = $1 AND stage = $2', 'damaged_square_metres DESC, id DESC');

export const search = page(
  `mine WHERE stage <> 'removed' AND id IN (SELECT mine_id FROM mine_search WHERE grams @> $1)`,
  'number, id',
);

const facts = `id, version, updated_at AS "updatedAt", number, name, region_code AS "regionCode", town, location,
  longitude::text, latitude::text, mineral_code AS "mineralCode", mining_method AS "miningMethod", closure_year AS "closureYear",
  approach, plan_approval_no AS "planApprovalNo", plan_approved_on AS "planApprovedOn", funding_source AS "fundingSource",
  funds_allocated_fen::text AS "fundsAllocatedFen", funds_allocated_on AS "fundsAllocatedOn", started_on AS "startedOn",
  finished_on AS "finishedOn", acceptance_no AS "acceptanceNo", accepted_on AS "acceptedOn", remark, stage,
  stage_since AS "stageSince", damaged_square_metres::text AS "damagedSquareMetres",
  restored_square_metres::text AS "restoredSquareMetres"`;
const patch = `id, number, subclass, attribute, area_square_metres::text AS "areaSquareMetres",
  restored_square_metres::text AS "restoredSquareMetres", longitude::text, latitude::text`;

/** @param {string} of the mine's id @param {string} schema */
const detailJson = (of, schema = '') => `SELECT row_to_json(r)::text AS json FROM (
  SELECT ${facts},
    (SELECT coalesce(json_agg(p), '[]') FROM (SELECT ${patch} FROM patch WHERE mine_id = ${of} ORDER BY id) p) AS patches,
    (SELECT json_agg(json_build_object('stage', stage, 'from', valid_from, 'to', valid_to) ORDER BY valid_from)
     FROM ${schema}mine_period WHERE mine_id = ${of} AND recorded_to = 'infinity') AS periods
  FROM ${schema}mine WHERE id = ${of}) r`;

/** @param {string} schema */
export const detailOf = (schema) => ({
  mine: `SELECT ${facts} FROM ${schema}mine WHERE id = $1`,
  patches: `SELECT ${patch} FROM patch WHERE mine_id = $1 ORDER BY id`,
  periods: `SELECT stage, valid_from AS "from", valid_to AS "to" FROM ${schema}mine_period
    WHERE mine_id = $1 AND recorded_to = 'infinity' ORDER BY valid_from`,
  json: detailJson('$1', schema),
});

export const detail = detailOf('');

// A division next below the province: its city, or itself where it hangs from the province.
const cells = `SELECT CASE WHEN region_code LIKE '______-__' AND region_code LIKE '360000%' THEN region_code ELSE left(region_code, 4) || '00' END AS part,
    stage, sum(mines)::int AS mines, sum(damaged_square_metres) AS damaged, sum(restored_square_metres) AS restored
  FROM (SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_month
          WHERE month = (SELECT max(month) FROM figure_month_kept WHERE month <= $1::date)
        UNION ALL
        SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_day
          WHERE day >= date_trunc('month', $1::date)::date AND day <= $1::date) f
  WHERE stage <> 'removed' GROUP BY 1, 2`;
const figure = `'mines', coalesce(sum(mines), 0)::int, 'damagedSquareMetres', coalesce(sum(damaged), 0)::numeric(16,2)::text,
  'restoredSquareMetres', coalesce(sum(restored), 0)::numeric(16,2)::text`;
const stages = `unnest('{survey,planning,financing,completion,restored}'::text[]) WITH ORDINALITY s(stage, place)`;

export const figures = {
  parts: `SELECT code FROM region WHERE parent_code = '360000' AND successor_code IS NULL ORDER BY code`,
  rows: `SELECT part, stage, mines, damaged::text, restored::text FROM (${cells}) c`,
  json: `WITH c AS MATERIALIZED (${cells})
    SELECT json_build_object('asOf', $1::date, 'whole', json_build_object('regionCode', '360000', 'stages',
        (SELECT json_agg(f ORDER BY place) FROM (SELECT place, json_build_object('stage', s.stage, ${figure}) AS f
           FROM ${stages} LEFT JOIN c USING (stage) GROUP BY s.stage, place) w)),
      'parts', (SELECT json_agg(json_build_object('regionCode', part, 'stages', fs) ORDER BY part) FROM (
        SELECT part, json_agg(f ORDER BY place) AS fs FROM (
          SELECT r.code AS part, place, json_build_object('stage', s.stage, ${figure}) AS f
          FROM region r CROSS JOIN ${stages} LEFT JOIN c ON c.part = r.code AND c.stage = s.stage
          WHERE r.parent_code = '360000' AND r.successor_code IS NULL GROUP BY r.code, s.stage, place) x GROUP BY part) y))::text AS json`,
};

/** A tile of the map: the mines of one range of places, by cell of the tile and stage. */
const tileCells = `SELECT (place - $1::bigint) >> $3::int AS cell,
    array_position('{survey,planning,financing,completion,restored,removed}'::text[], stage) - 1 AS stage, count(*)::int AS mines,
    min(place) - $1::bigint AS first, max(place) - $1::bigint AS last, min(id) AS id
  FROM mine WHERE place >= $1::bigint AND place < $2::bigint AND region_code = $4 AND stage = ANY($5::text[])
  GROUP BY 1, stage`;

export const tile = {
  rows: tileCells,
  json: `SELECT json_build_object('cells', coalesce(json_agg(json_build_array(cell, stage, mines, first, last, id)), '[]'))::text AS json
    FROM (${tileCells}) c`,
};
