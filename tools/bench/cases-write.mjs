import { bareSchema } from './baseline-writes.mjs';

/** @typedef {import('./cases.mjs').Bench} Bench */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./load.mjs').Call} Call */
/** @typedef {{ id: number, version: number, stage: string }} Mine */

/** What lies before a reviewer is not to be written. */
const FREE = `id NOT IN (SELECT mine_id FROM public.submission WHERE state = 'pending')`;

/** Off the list and back on it, as often as one likes. */
export const MOVING = `stage IN ('survey', 'removed') AND ${FREE}`;

/** The version after a write, or what is wrong with the answer. @param {Mine} mine @param {Buffer} body @param {number} status */
function advance(mine, body, status) {
  if (status !== 200) return 'not 200';
  const version = Number(/"version":(\d+)/.exec(body.toString('latin1', 0, 400))?.[1]);
  if (version !== mine.version + 1) return `version ${version} instead of ${mine.version + 1}`;
  mine.version = version;
  return undefined;
}

/**
 * Everybody writes to the same mines, each connection to its own, so that nobody meets a conflict. Versions are read again
 * before each turn, for some contenders write to the same tables.
 *
 * @param {Bench} bench
 * @param {string} which
 * @param {string} schema
 * @param {string} name
 * @param {(mine: Mine) => Call} callFor
 */
export function writer({ db, connections }, which, schema, name, callFor) {
  /** @type {Mine[]} */
  let mines = [];
  return {
    name,
    ready: async () => {
      const { rows } = await db.query(
        `SELECT id, version, stage FROM ${schema}.mine WHERE ${which} ORDER BY md5(id::text) LIMIT 16000`,
      );
      mines = rows.map((row) => ({ ...row, id: Number(row.id) }));
      if (mines.length < connections) throw new Error(`only ${mines.length} mines where ${which}`);
    },
    lane: (/** @type {number} */ lane) => {
      const own = mines.filter((_, index) => index % connections === lane);
      let at = 0;
      return () => callFor(own[at++ % own.length]);
    },
  };
}

/** A write by the bare server. @param {Bench} bench @param {'edit' | 'move'} kind @param {string} path */
export const bareWrite =
  ({ baseline, today }, kind, path) =>
  (/** @type {Mine} */ mine) => {
    const { id, version, stage } = mine;
    const to = stage === 'survey' ? 'removed' : 'survey';
    const [was, will] = kind === 'move' ? [stage, to] : ['', remarkOf(mine)];
    return {
      port: baseline.port,
      path,
      method: 'POST',
      body: JSON.stringify({ kind, id, version, day: today, was, will }),
      wrong: (/** @type {Buffer} */ answer, /** @type {number} */ status) => {
        mine.stage = to;
        return advance(mine, answer, status);
      },
    };
  };

/**
 * The product, a bare server on bare tables, and one that writes to the product's own.
 *
 * @param {Bench} bench
 * @param {string} which
 * @param {'edit' | 'move'} kind
 * @param {(mine: Mine) => Call} product
 */
async function writers(bench, which, kind, product) {
  await bench.db.query(bareSchema);
  return [
    writer(bench, which, 'public', 'product', product),
    writer(bench, which, 'bare', 'rows', bareWrite(bench, kind, '/rows/write')),
    writer(bench, which, 'bare', 'json', bareWrite(bench, kind, '/json/write')),
    writer(bench, which, 'public', 'kept', bareWrite(bench, kind, '/kept/write')),
  ];
}

/** @param {Mine} mine */
const remarkOf = ({ version }) => `现场复核第${version}次，边坡稳定`;

/** What one person may edit alone (K37). @type {Case} */
const edit = {
  name: 'edit',
  title: 'an edit with history and trail',
  prepare: (bench) =>
    writers(bench, `stage NOT IN ('restored', 'removed') AND ${FREE}`, 'edit', (mine) => ({
      port: bench.product.port,
      path: `/api/mines/${mine.id}`,
      method: 'PATCH',
      headers: { ...bench.people.manager },
      body: JSON.stringify({
        version: mine.version,
        effectiveOn: bench.today,
        remark: null,
        changes: { remark: remarkOf(mine) },
      }),
      wrong: (body, status) => advance(mine, body, status),
    })),
};

/** @type {Case} */
const move = {
  name: 'move',
  title: 'a stage move: off the list, and back on it',
  prepare: (bench) =>
    writers(bench, MOVING, 'move', (mine) => {
      const move = mine.stage === 'survey' ? 'remove' : 'reinstate';
      return {
        port: bench.product.port,
        path: `/api/mines/${mine.id}/moves`,
        method: 'POST',
        headers: { ...bench.people.manager },
        body: JSON.stringify({
          version: mine.version,
          move,
          effectiveOn: bench.today,
          reasonCode: 'OTHER',
          reason: '量测',
        }),
        wrong: (body, status) => {
          mine.stage = move === 'remove' ? 'removed' : 'survey';
          return advance(mine, body, status);
        },
      };
    }),
};

/** @type {Case[]} */
export const writeCases = [edit, move];
