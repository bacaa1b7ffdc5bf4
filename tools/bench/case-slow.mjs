import http from 'node:http';
import { memoryOf } from './cpu.mjs';
import { exchange, runLoad } from './load.mjs';
import { align, median } from './table.mjs';

/** @typedef {import('./cases.mjs').Bench} Bench */

const READERS = 20;
const SECONDS = 4;
/** So slow that a file of a megabyte is not over before the measure is. */
const BYTES_A_READ = 4096;
const PAUSE_MS = 100;

/**
 * Twenty people on bad lines take an export each, while others work with the list.
 *
 * @param {Bench} bench
 */
export async function slowTable(bench) {
  const quiet = await listLoad(bench);
  const before = memoryOf(bench.product.pid);
  const readers = await Promise.all(Array.from({ length: READERS }, () => slowExport(bench)));
  const busy = await listLoad(bench);
  const grown = memoryOf(bench.product.pid) - before;
  const open = readers.filter(({ isOpen }) => isOpen()).length;
  for (const reader of readers) reader.end();
  return align([
    [`slow: ${READERS} slow readers of an export beside the list`, 'list p50 ms', 'list p95 ms', 'MB more'],
    ['quiet', quiet.p50.toFixed(1), quiet.p95.toFixed(1), ''],
    [`with ${open} readers still open`, busy.p50.toFixed(1), busy.p95.toFixed(1), grown.toFixed(0)],
    ['ratio', (busy.p50 / quiet.p50).toFixed(2), (busy.p95 / quiet.p95).toFixed(2), ''],
  ]);
}

/** @param {Bench} bench */
async function listLoad({ product, people, connections }) {
  const call = {
    port: product.port,
    path: '/api/mines?region=360700&sort=-damagedSquareMetres&pageSize=50',
    headers: people.manager,
    wrong: (/** @type {Buffer} */ _, /** @type {number} */ status) =>
      status === 200 ? undefined : 'not 200',
  };
  const { latencies } = await runLoad(
    Array.from({ length: Math.min(4, connections) }, () => () => call),
    SECONDS,
  );
  const sorted = latencies.sort((one, other) => one - other);
  return { p50: median(sorted), p95: sorted[Math.floor(sorted.length * 0.95)] };
}

/** @param {Bench} bench @returns {Promise<{ isOpen: () => boolean, end: () => void }>} */
async function slowExport({ product: { port }, people }) {
  const made = await exchange({
    port,
    path: '/api/exports',
    method: 'POST',
    headers: people.auditor,
    body: JSON.stringify({ filter: {}, language: 'zh' }),
    wrong: () => undefined,
  });
  const path = `/api/exports/${JSON.parse(made.body.toString()).id}/file`;
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers: people.auditor }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
      let isOpen = true;
      response.once('close', () => (isOpen = false));
      response.on('error', () => {});
      // Paused: what is not read waits in the socket, and then at the server.
      const reading = setInterval(() => response.read(BYTES_A_READ), PAUSE_MS);
      resolve({
        isOpen: () => isOpen,
        end: () => {
          clearInterval(reading);
          request.destroy();
        },
      });
    });
    request.on('error', reject);
  });
}
