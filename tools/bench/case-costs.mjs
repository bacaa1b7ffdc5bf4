import { isDeepStrictEqual } from 'node:util';
import { holds } from './checks.mjs';
import { databaseCpu } from './cpu.mjs';
import { send } from './load.mjs';
import { align } from './table.mjs';

/** @typedef {import('./cases.mjs').Bench & { postmaster: number }} Bench */

/** The clock of /proc ticks every 10 ms: what is measured runs for longer than many ticks. */
const LEAST_MS = 400;
const LEAST_TURNS = 5;
const MOST_TURNS = 400;

/**
 * CPU of PostgreSQL for one turn of a piece of work, in ms.
 *
 * @param {number} postmaster
 * @param {(turn: number) => Promise<unknown>} work
 * @param {number} [most] of turns, for work that takes seconds
 */
async function databaseMs(postmaster, work, most = MOST_TURNS) {
  await work(0);
  const before = databaseCpu(postmaster);
  let turns = 0;
  let spent = 0;
  while (turns < Math.min(most, LEAST_TURNS) || (spent < LEAST_MS && turns < most)) {
    await work((turns += 1));
    spent = databaseCpu(postmaster) - before;
  }
  return spent / turns;
}

/**
 * Does the work while nobody seals: a trail of millions that was copied takes hours of the database's CPU to seal, and that is
 * no part of what one question costs.
 *
 * @template T
 * @param {import('pg').Client} db
 * @param {() => Promise<T>} work
 */
export async function unsealed(db, work) {
  await db.query('BEGIN; LOCK TABLE trail_leaf IN EXCLUSIVE MODE');
  try {
    return await work();
  } finally {
    await db.query('ROLLBACK');
  }
}

/** Every county and stage as of a day, straight from the stays; a functional area belongs to its county. */
const FROM_EVENTS = `
  SELECT left(region_code, 6) AS region, stage, count(*)::int AS mines, sum(damaged_square_metres)::text AS damaged
  FROM (SELECT DISTINCT ON (mine_id) mine_id, region_code, stage, damaged_square_metres, valid_to FROM mine_period
        WHERE recorded_to = 'infinity' AND valid_from <= $1 ORDER BY mine_id, valid_from DESC) latest
  WHERE valid_to > $1 AND stage <> 'removed' GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * What the province asks of the database: figures of any day, today's, and searches by length.
 *
 * @param {Bench} bench
 */
export async function costsTable(bench) {
  const { db, product, people, postmaster, today } = bench;
  const ask = async (/** @type {string} */ path) =>
    JSON.parse(
      (
        await send({
          port: product.port,
          path,
          headers: people.manager,
          wrong: (_, status) => (status === 200 ? undefined : 'not 200'),
        })
      ).toString(),
    );
  const days = (
    await db.query(
      `SELECT to_char(d, 'YYYY-MM-DD') AS day FROM generate_series('2017-01-15'::date, $1::date, interval '37 days') d ORDER BY md5(d::text)`,
      [today],
    )
  ).rows.map(({ day }) => /** @type {string} */ (day));
  const dayOf = (/** @type {number} */ turn) => days[turn % days.length];
  const { rows: cities } = await db.query(
    `SELECT code FROM region WHERE parent_code = '360000' AND successor_code IS NULL ORDER BY code`,
  );

  /** County × stage of the whole province, as a page gets it: city by city. @param {string} day */
  const keptFigures = async (day) => {
    const found = [];
    for (const { code } of cities) {
      const { whole, parts } = await ask(`/api/figures?asOf=${day}&region=${code}`);
      for (const { regionCode, stages } of parts.length > 0 ? parts : [whole])
        for (const { stage, mines, damagedSquareMetres } of stages)
          if (mines > 0) found.push({ region: regionCode, stage, mines, damaged: damagedSquareMetres });
    }
    return found.sort((one, other) =>
      `${one.region}${one.stage}`.localeCompare(`${other.region}${other.stage}`),
    );
  };
  const fromEvents = async (/** @type {string} */ day) =>
    (await db.query({ name: 'events', text: FROM_EVENTS, values: [day] })).rows.sort((one, other) =>
      `${one.region}${one.stage}`.localeCompare(`${other.region}${other.stage}`),
    );
  for (const day of days.slice(0, 3))
    if (!isDeepStrictEqual(await keptFigures(day), await fromEvents(day)))
      throw new Error(`The figures of ${day} are not those of the stays`);

  const kept = await databaseMs(postmaster, (turn) => keptFigures(dayOf(turn)));
  const events = await databaseMs(postmaster, (turn) => fromEvents(dayOf(turn)), 5);
  const now = await databaseMs(postmaster, () => ask(`/api/figures?asOf=${today}`));
  const lines = [
    [
      'county × stage as of a day, all cities one by one',
      kept.toFixed(2),
      `1/${(events / kept).toFixed(0)} of the next line`,
    ],
    ['the same by DISTINCT ON over the stays', events.toFixed(2), ''],
    ['the province today', now.toFixed(2), 'compare with a run at 10,253'],
  ];
  for (const signs of [1, 2, 3, 5]) {
    const { rows: words } = await db.query(
      `SELECT substr(name, 1 + (id % 3)::int, $1) AS word FROM mine
       WHERE stage <> 'removed' AND length(name) > 8 ORDER BY md5(id::text) LIMIT 200`,
      [signs],
    );
    const cost = await databaseMs(postmaster, (turn) =>
      send({
        port: product.port,
        path: `/api/mines?q=${encodeURIComponent(words[turn % words.length].word)}`,
        headers: people.manager,
        wrong: (body, status) =>
          status === 200 && holds('"total"', 1)(body, status) === undefined ? undefined : 'no page',
      }),
    );
    lines.push([
      `search with ${signs} Chinese sign${signs === 1 ? '' : 's'}, page and totals`,
      cost.toFixed(2),
      'goal 12 ms',
    ]);
  }
  return align([['costs: CPU of the database for one', 'ms', ''], ...lines]);
}
