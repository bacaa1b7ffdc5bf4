import http from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuOf, databaseCpu, memoryOf } from './cpu.mjs';
import { exchange } from './load.mjs';
import { align, median, spread } from './table.mjs';

/** @typedef {import('./cases.mjs').Bench & { postmaster: number, home: string }} Bench */
/** @typedef {{ ms: number, firstMs: number, bytes: number, rows: number, cpuMs: number, peak: number }} Copy */

const plain = `COPY (SELECT m.*, r.name_zh AS county FROM mine m JOIN region r ON r.code = m.region_code
  WHERE m.stage <> 'removed' ORDER BY m.number) TO STDOUT WITH (FORMAT csv, HEADER)`;
const byteOrderMark = 3;

/**
 * The export of everything, one at a time: the product, the very statement it sends through a bare server, and a plain
 * COPY of the columns as they are stored. The first byte is the first of the header, not the byte-order mark.
 *
 * @param {Bench} bench
 * @param {number} rounds
 */
export async function exportTable(bench, rounds) {
  const own = await ownStatement(bench);
  const { rows: counted } = await bench.db.query(
    `SELECT count(*)::int AS n FROM mine WHERE stage <> 'removed'`,
  );
  const contenders = {
    product: () => takeExport(bench),
    'same COPY': () => copy(bench, own),
    'plain COPY': () => copy(bench, plain),
  };
  const names = /** @type {(keyof typeof contenders)[]} */ (Object.keys(contenders));
  /** @type {Record<string, Copy[]>} */
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await contenders[name]();
  for (let round = 0; round < rounds; round += 1)
    for (const [place] of names.entries()) {
      const name = names[(round + place) % names.length];
      const file = await contenders[name]();
      if (file.rows !== counted[0].n + 1)
        throw new Error(`${name}: ${file.rows} lines for ${counted[0].n} mines`);
      taken[name].push(file);
    }
  /** @param {Copy} file */
  const speed = ({ bytes, ms }) => bytes / ms / 1000;
  const lines = names.map((name) => {
    const pairs = taken.product.map(
      (ours, round) => /** @type {[Copy, Copy]} */ ([ours, taken[name][round]]),
    );
    const isProduct = name === 'product';
    return [
      name,
      median(taken[name].map(speed)).toFixed(1),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => speed(ours) / speed(theirs))),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => theirs.ms / ours.ms)),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => theirs.cpuMs / ours.cpuMs)),
      median(taken[name].map((file) => file.firstMs)).toFixed(0),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => ours.firstMs / theirs.firstMs)),
      (taken[name][0].bytes / 1e6).toFixed(1),
      Math.max(...taken[name].map((file) => file.peak)).toFixed(0),
    ];
  });
  const head = [
    'export: every mine as CSV',
    'MB/s',
    'MB/s: product × it',
    'rows/s: product × it',
    'CPU: product × it',
    'first byte ms',
    'first byte: product × it',
    'MB',
    'peak RSS MB',
  ];
  return align([head, ...lines]);
}

/** @param {Bench} bench */
async function takeExport({ product, people, postmaster }) {
  const { port, pid } = product;
  const body = JSON.stringify({ filter: {}, language: 'zh' });
  const made = await exchange({
    port,
    path: '/api/exports',
    method: 'POST',
    headers: people.auditor,
    body,
    wrong: () => undefined,
  });
  if (made.status !== 201) throw new Error(`No export: ${made.body}`);
  const path = `/api/exports/${JSON.parse(made.body.toString()).id}/file`;
  return receive({ port, path, headers: people.auditor }, undefined, {
    pid,
    postmaster,
    skip: byteOrderMark,
  });
}

/** @param {Bench} bench @param {string} sql */
const copy = ({ baseline: { port, pid }, postmaster }, sql) =>
  receive({ port, path: '/copy', method: 'POST' }, JSON.stringify({ sql }), { pid, postmaster, skip: 0 });

/**
 * @param {http.RequestOptions} options
 * @param {string | undefined} body
 * @param {{ pid: number, postmaster: number, skip: number }} watched
 * @returns {Promise<Copy>}
 */
function receive(options, body, { pid, postmaster, skip }) {
  return new Promise((resolve, reject) => {
    const cpu = () => cpuOf(pid) + databaseCpu(postmaster);
    const before = cpu();
    const start = performance.now();
    let [bytes, rows, firstMs, peak] = [0, 0, 0, memoryOf(pid)];
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 25);
    const request = http.request({ host: '127.0.0.1', ...options }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${options.path} answered ${response.statusCode}`));
      response.on('data', (/** @type {Buffer} */ chunk) => {
        bytes += chunk.length;
        if (firstMs === 0 && bytes > skip) firstMs = performance.now() - start;
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      });
      response.on('error', reject);
      response.on('close', () => clearInterval(watch));
      response.on('end', () =>
        resolve({ ms: performance.now() - start, firstMs, bytes, rows, cpuMs: cpu() - before, peak }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The COPY that the product sends, as the database logged it. @param {Bench} bench */
async function ownStatement(bench) {
  await bench.db.query(`ALTER DATABASE qingshan SET log_statement = 'all'`);
  try {
    await takeExport(bench);
  } finally {
    await bench.db.query('ALTER DATABASE qingshan RESET log_statement');
  }
  const log = readFileSync(join(bench.home, 'server.log'), 'utf8');
  const statement = log.slice(log.lastIndexOf('COPY (')).split(/\n(?!\t)/)[0];
  if (!statement.startsWith('COPY ('))
    throw new Error('The COPY of the product is not in the log of the database');
  return statement.replaceAll('\n\t', '\n');
}
