import { holds } from './checks.mjs';
import { contendersOf } from './contenders.mjs';

/** Squares of the map have two bits of a place for each level; tiles of this zoom are the widest that show single places. */
const ZOOM = 11;
const PLACE_BITS = 52;
const SHIFT = PLACE_BITS - 2 * ZOOM;
/** Eight times eight cells in a tile. */
const CELL_SHIFT = SHIFT - 6;
const STAGES = ['planning', 'financing', 'completion', 'restored'];

/** Column and row of a square by its number in Z-order. @param {bigint} square */
function placeOf(square) {
  let [x, y] = [0, 0];
  for (let bit = 0; bit < ZOOM; bit += 1) {
    x += Number((square >> BigInt(2 * bit)) & 1n) << bit;
    y += Number((square >> BigInt(2 * bit + 1)) & 1n) << bit;
  }
  return { x, y };
}

/** PostgreSQL writes a space where Node writes none. @param {string} kind @param {number} rows */
const cellsOf = (kind, rows) => holds(kind === 'rows' ? '],[' : '], [', rows - 1);

/** @type {import('./cases.mjs').Case} */
export const tileCase = {
  name: 'tile',
  title: 'a map tile of one county in four stages, the fullest ones',
  prepare: async (bench) => {
    const { rows } = await bench.db.query(
      `SELECT region_code AS region, (place >> ${SHIFT})::text AS square,
              count(DISTINCT ((place >> ${CELL_SHIFT}) & 63, stage))::int AS rows
       FROM mine WHERE stage = ANY($1) AND place IS NOT NULL GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 40`,
      [STAGES],
    );
    /** @param {string} kind */
    const bare = (kind) => (/** @type {any} */ q) => ({
      port: bench.baseline.port,
      path: `/${kind}/tile?${new URLSearchParams({
        from: String(BigInt(q.square) << BigInt(SHIFT)),
        before: String((BigInt(q.square) + 1n) << BigInt(SHIFT)),
        shift: String(CELL_SHIFT),
        region: q.region,
        stage: STAGES.join(','),
      })}`,
      wrong: cellsOf(kind, q.rows),
    });
    return contendersOf(
      bench,
      rows,
      {
        product: (q) => {
          const { x, y } = placeOf(BigInt(q.square));
          return {
            port: bench.product.port,
            path: `/api/map/tiles/${ZOOM}/${x}/${y}?region=${q.region}&stage=${STAGES.join(',')}`,
            headers: q.region === '360704' ? bench.people.official : bench.people.manager,
            wrong: cellsOf('json', q.rows),
          };
        },
        rows: bare('rows'),
        json: bare('json'),
      },
      ({ cells }) =>
        cells
          .map((/** @type {number[]} */ cell) => cell.join())
          .sort((/** @type {string} */ one, /** @type {string} */ other) => one.localeCompare(other)),
    );
  },
};
