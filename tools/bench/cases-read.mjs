import { holds } from './checks.mjs';
import { contendersOf } from './contenders.mjs';

/** @typedef {import('./cases.mjs').Case} Case */

/** Rows and totals of a page, instants as instants. @param {any} page */
const pageOf = ({ rows, ...totals }) => ({
  ...totals,
  rows: rows.map((/** @type {any} */ row) => ({ ...row, updatedAt: new Date(row.updatedAt).getTime() })),
});

/** @type {Case} */
const ping = {
  name: 'ping',
  title: 'an empty route',
  prepare: async (bench) =>
    contendersOf(bench, [1], {
      product: () => ({ port: bench.product.port, path: '/api/health', wrong: holds('"up"', 1) }),
      rows: () => ({ port: bench.baseline.port, path: '/empty', wrong: holds('"up"', 1) }),
    }),
};

/** @type {Case} */
const list = {
  name: 'list',
  title: 'a page of 50: county and stage, by area, totals',
  prepare: async (bench) => {
    const { rows } = await bench.db.query(`SELECT region_code AS region, stage, count(*)::int AS total
      FROM mine WHERE stage <> 'removed' GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 60`);
    const wrong = (/** @type {{ total: number }} */ { total }) => holds('"stageSince"', Math.min(50, total));
    /** @param {string} kind */
    const bare = (kind) => (/** @type {any} */ q) => ({
      port: bench.baseline.port,
      path: `/${kind}/list?region=${q.region}&stage=${q.stage}`,
      wrong: wrong(q),
    });
    return contendersOf(
      bench,
      rows,
      {
        product: (q) => ({
          port: bench.product.port,
          path: `/api/mines?region=${q.region}&stage=${q.stage}&sort=-damagedSquareMetres&pageSize=50`,
          // The county's official where it is their county; the province's manager elsewhere.
          headers: q.region === '360704' ? bench.people.official : bench.people.manager,
          wrong: wrong(q),
        }),
        rows: bare('rows'),
        json: bare('json'),
      },
      pageOf,
    );
  },
};

/** What only the product reckons of a mine, and how the bare servers give its past; the rest is the same. */
const PRODUCT_ONLY = new Set([
  ...['gate', 'moves', 'mayEdit', 'needsSecond', 'underReview', 'stages', 'stageDueOn', 'stageReason'],
  ...['steps', 'pause', 'pauseReasons', 'mayResume', 'periods'],
]);

/** @type {Case} */
const detail = {
  name: 'detail',
  title: 'one mine with patches and past',
  prepare: async (bench) => {
    const { rows } = await bench.db.query('SELECT id FROM mine ORDER BY md5(id::text) LIMIT 5000');
    const wrong = (/** @type {{ id: number }} */ { id }) => holds(`{"id":${id},"`, 1);
    /** @param {string} kind */
    const bare = (kind) => (/** @type {any} */ q) => ({
      port: bench.baseline.port,
      path: `/${kind}/detail?id=${q.id}`,
      wrong: wrong(q),
    });
    return contendersOf(
      bench,
      rows.map((row) => ({ id: Number(row.id) })),
      {
        product: (q) => ({
          port: bench.product.port,
          path: `/api/mines/${q.id}`,
          headers: bench.people.manager,
          wrong: wrong(q),
        }),
        rows: bare('rows'),
        json: bare('json'),
      },
      ({ updatedAt, ...mine }) => ({
        ...Object.fromEntries(Object.entries(mine).filter(([name]) => !PRODUCT_ONLY.has(name))),
        updatedAt: new Date(updatedAt).getTime(),
      }),
    );
  },
};

/** @type {Case} */
const search = {
  name: 'search',
  title: 'search with two Chinese characters, totals',
  prepare: async (bench) => {
    const { rows } = await bench.db.query(`SELECT gram, n::int AS total FROM (
        SELECT gram, count(*) AS n FROM mine_search s JOIN mine m ON m.id = s.mine_id AND m.stage <> 'removed', unnest(s.grams) gram
        WHERE gram ~ '^[一-龥]{2}$' GROUP BY 1) g ORDER BY n DESC`);
    // Common, middling and rare words in equal parts.
    const words = [0.01, 0.1, 0.2, 0.3, 0.5, 0.7].map((part) => rows[Math.floor(part * rows.length)]);
    const wrong = (/** @type {{ total: number }} */ { total }) => holds('"stageSince"', Math.min(50, total));
    /** @param {string} kind */
    const bare = (kind) => (/** @type {any} */ q) => ({
      port: bench.baseline.port,
      path: `/${kind}/search?gram=${encodeURIComponent(q.gram)}`,
      wrong: wrong(q),
    });
    return contendersOf(
      bench,
      words,
      {
        product: (q) => ({
          port: bench.product.port,
          path: `/api/mines?q=${encodeURIComponent(q.gram)}`,
          headers: bench.people.manager,
          wrong: wrong(q),
        }),
        rows: bare('rows'),
        json: bare('json'),
      },
      pageOf,
    );
  },
};

/** @type {Case} */
const figures = {
  name: 'figures',
  title: 'the province and its cities as of any day',
  prepare: async (bench) => {
    const { rows } = await bench.db.query(
      `SELECT to_char(d, 'YYYY-MM-DD') AS day
       FROM generate_series('2016-01-15'::date, $1::date, interval '23 days') d ORDER BY md5(d::text)`,
      [bench.today],
    );
    const parts = await bench.db.query(
      `SELECT FROM region WHERE parent_code = '360000' AND successor_code IS NULL`,
    );
    const wrong = holds('"stage"', 5 * (1 + parts.rows.length));
    /** @param {string} kind */
    const bare = (kind) => (/** @type {any} */ q) => ({
      port: bench.baseline.port,
      path: `/${kind}/figures?asOf=${q.day}`,
      wrong,
    });
    return contendersOf(
      bench,
      rows,
      {
        product: (q) => ({
          port: bench.product.port,
          path: `/api/figures?asOf=${q.day}`,
          headers: bench.people.manager,
          wrong,
        }),
        rows: bare('rows'),
        json: bare('json'),
      },
      (answer) => answer,
    );
  },
};

/** @type {Case[]} */
export const readCases = [ping, list, detail, search, figures];
