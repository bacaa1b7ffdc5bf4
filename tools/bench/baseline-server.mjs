/** A bare server on the same database: node:http, pg, named prepared statements, and nothing else. */
import http from 'node:http';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { detail, detailOf, figures, list, search, tile } from './baseline-sql.mjs';
import { writeByFunction, writeByHand } from './baseline-writes.mjs';

const [BIGINT, NUMERIC, DATE] = [20, 1700, 1082];
pg.types.setTypeParser(BIGINT, Number);
for (const type of [NUMERIC, DATE]) pg.types.setTypeParser(type, String);

const connectionString = process.env.DATABASE_URL;
// As many connections as the product has.
const reads = new pg.Pool({ connectionString, max: 5, application_name: 'bench-read' });
const writes = new pg.Pool({ connectionString, max: 12, application_name: 'bench-write' });
const bareDetail = detailOf('bare.');

/** @param {string} name @param {string} text @param {unknown[]} values */
const rowsOf = async (name, text, values) => (await reads.query({ name, text, values })).rows;
/** @param {string} name @param {string} text @param {unknown[]} values @returns {Promise<string>} */
const jsonOf = async (name, text, values) => (await rowsOf(name, text, values))[0].json;

/** @param {string} name @param {{ rows: string, totals: string }} sql @param {unknown[]} values */
async function pageInNode(name, sql, values) {
  const [rows, [totals]] = await Promise.all([
    rowsOf(`${name}-rows`, sql.rows, values),
    rowsOf(`${name}-totals`, sql.totals, values),
  ]);
  return JSON.stringify({ ...totals, rows });
}

/** @param {string} name @param {typeof detail} sql @param {number} id */
async function detailInNode(name, sql, id) {
  const [[mine], patches, periods] = await Promise.all([
    rowsOf(`${name}-mine`, sql.mine, [id]),
    rowsOf(`${name}-patches`, sql.patches, [id]),
    rowsOf(`${name}-periods`, sql.periods, [id]),
  ]);
  return JSON.stringify({ ...mine, patches, periods });
}

/** @type {string[]} */
let parts = [];
const stages = ['survey', 'planning', 'financing', 'completion', 'restored'];

/** @param {string} asOf */
async function figuresInNode(asOf) {
  const cells = await rowsOf('figures-rows', figures.rows, [asOf]);
  const byKey = new Map(cells.map((cell) => [`${cell.part} ${cell.stage}`, cell]));
  /** @param {{ mines: number, damaged: string, restored: string }[]} own */
  const sum = (own) => ({
    mines: own.reduce((total, cell) => total + cell.mines, 0),
    damagedSquareMetres: (
      own.reduce((total, cell) => total + Math.round(Number(cell.damaged) * 100), 0) / 100
    ).toFixed(2),
    restoredSquareMetres: (
      own.reduce((total, cell) => total + Math.round(Number(cell.restored) * 100), 0) / 100
    ).toFixed(2),
  });
  /** @param {string} regionCode @param {string[]} of */
  const region = (regionCode, of) => ({
    regionCode,
    stages: stages.map((stage) => ({
      stage,
      ...sum(of.flatMap((part) => byKey.get(`${part} ${stage}`) ?? [])),
    })),
  });
  const known = [...new Set([...parts, ...cells.map((cell) => cell.part)])];
  return JSON.stringify({
    asOf,
    whole: region('360000', known),
    parts: parts.map((part) => region(part, [part])),
  });
}

/** @param {http.IncomingMessage} request */
async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Two writers that waited for each other try again, as the product's do. @template T @param {() => Promise<T>} work */
async function again(work) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || /** @type {{ code?: string }} */ (error).code !== '40P01') throw error;
    }
  }
}

/** @param {'by_hand' | 'kept' | 'plain'} name @param {import('./baseline-writes.mjs').Write} write @returns {Promise<string>} */
const writtenBy = async (name, write) =>
  (await again(() => writes.query(writeByFunction(name, write)))).rows[0].json;

/** @param {URLSearchParams} query */
const tileOf = (query) => [
  query.get('from'),
  query.get('before'),
  query.get('shift'),
  query.get('region'),
  query.get('stage')?.split(','),
];

/** @type {Record<string, (request: http.IncomingMessage, query: URLSearchParams) => string | Promise<string>>} */
const routes = {
  '/rows/list': (_, query) => pageInNode('list', list, [query.get('region'), query.get('stage')]),
  '/json/list': (_, query) => jsonOf('list-json', list.json, [query.get('region'), query.get('stage')]),
  '/rows/search': (_, query) => pageInNode('search', search, [query.getAll('gram')]),
  '/json/search': (_, query) => jsonOf('search-json', search.json, [query.getAll('gram')]),
  '/rows/detail': (_, query) => detailInNode('detail', detail, Number(query.get('id'))),
  '/json/detail': (_, query) => jsonOf('detail-json', detail.json, [query.get('id')]),
  '/rows/figures': (_, query) => figuresInNode(query.get('asOf') ?? ''),
  '/json/figures': (_, query) => jsonOf('figures-json', figures.json, [query.get('asOf')]),
  '/rows/tile': async (_, query) => {
    const cells = await rowsOf('tile-rows', tile.rows, tileOf(query));
    return JSON.stringify({
      cells: cells.map(({ cell, stage, mines, first, last, id }) =>
        [cell, stage, mines, first, last, id].map(Number),
      ),
    });
  },
  '/json/tile': (_, query) => jsonOf('tile-json', tile.json, tileOf(query)),
  '/rows/write': async (request) => {
    const write = await bodyOf(request);
    await again(async () => {
      const client = await writes.connect();
      try {
        await writeByHand(client, write);
      } finally {
        client.release();
      }
    });
    return detailInNode('bare-detail', bareDetail, write.id);
  },
  '/json/write': async (request) => writtenBy('by_hand', await bodyOf(request)),
  '/kept/write': async (request) => writtenBy('kept', await bodyOf(request)),
  '/plain/write': async (request) => writtenBy('plain', await bodyOf(request)),
};

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function copyOut(request, response) {
  const { sql } = await bodyOf(request);
  const client = await writes.connect();
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
  client
    .query(copyTo(sql))
    .on('error', () => response.destroy())
    .on('end', () => client.release())
    .pipe(response);
}

const server = http.createServer((request, response) => {
  if (request.url === '/empty') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end('{"status":"up"}');
    return;
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
  const answer = async () => {
    if (pathname === '/copy') return copyOut(request, response);
    const json = await routes[pathname](request, searchParams);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(json),
    });
    response.end(json);
  };
  answer().catch((error) => {
    response.writeHead(500);
    response.end(String(error));
  });
});

parts = (await reads.query(figures.parts)).rows.map((row) => row.code);
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
});
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => process.exit(0));
