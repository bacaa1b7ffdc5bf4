import { holdSealer } from './case-seal.mjs';
import { cpuOf, databaseCpu, memoryOf } from './cpu.mjs';
import { send } from './load.mjs';

/** @typedef {import('./cases.mjs').Bench & { postmaster: number }} Bench */

const county = '360704';
const between = 200;
/** A whole ledger is checked in one request. */
const patience = 900_000;

/** @param {string} name the beginning of every number @param {number} rows */
const ledger = (name, rows) => {
  const lines = Array.from({ length: rows }, (_, index) => {
    const [east, north] = [114 + (index % 1_000) / 250, 25 + Math.floor(index / 1_000) / 25];
    return `${name}-${index},量测石场${index},${county},${(1 + (index % 500) / 10).toFixed(1)},${east.toFixed(6)},${north.toFixed(6)},2021.3.5`;
  });
  return `主体编号,矿山名称,区划代码,图斑面积(亩),经度,纬度,完工时间\n${lines.join('\n')}\n`;
};

/**
 * A ledger of new mines from the upload to the last row, while somebody else turns the pages of the list: how
 * long each part takes, what the API holds at most, and how long the other waits. Once with nobody who seals, and once more
 * as it is; the second time the ledger has grown by the first, so that the ratio is rather too low.
 *
 * @param {Bench} bench
 * @param {number} rows
 * @returns {Promise<string[]>}
 */
export async function importTable(bench, rows) {
  await holdSealer(bench, true);
  const unsealed = await oneImport(bench, 'UNSEALED', rows);
  await holdSealer(bench, false);
  const sealed = await oneImport(bench, 'SEALED', rows);
  return [
    'import, nobody seals',
    ...unsealed.lines,
    'import, sealed as it goes',
    ...sealed.lines,
    `  unsealed × sealed: ${(unsealed.total / sealed.total).toFixed(2)} of the time, ${(unsealed.cpu / sealed.cpu).toFixed(2)} of the CPU`,
  ];
}

/** @param {Bench} bench @param {string} name @param {number} rows */
async function oneImport(bench, name, rows) {
  const ask = asker(bench);
  const watch = watchOther(() => ask('/api/mines?pageSize=50'), bench.product.pid);
  // Whoever looks on stops before the product does: what it meets then would hide what went wrong.
  const parts = await timedParts(bench, ask, name, rows).finally(watch.stop);
  return told(parts, await watch.stop(), rows);
}

/** @typedef {(path: string, method?: string, body?: object) => Promise<any>} Ask */

/** @param {Bench} bench @returns {Ask} */
const asker =
  ({ product, people }) =>
  async (path, method = 'GET', body) => {
    const headers = { ...people.manager, ...(body && { 'content-type': 'application/json' }) };
    const wrong = (/** @type {Buffer} */ _, /** @type {number} */ status) =>
      status < 300 ? undefined : 'not well';
    const sent = body && JSON.stringify(body);
    const call = { port: product.port, path, method, headers, body: sent, patience, wrong };
    return JSON.parse((await send(call)).toString());
  };

/** @typedef {{ name: string, ms: number, api: number, database: number }} Part */

/** @param {Bench} bench @param {Ask} ask @param {string} name @param {number} rows */
async function timedParts({ product, people, postmaster }, ask, name, rows) {
  /** @type {Part[]} */
  const parts = [];
  /** @template T @param {string} name @param {() => Promise<T>} work */
  const timed = async (name, work) => {
    const [begun, api, database] = [performance.now(), cpuOf(product.pid), databaseCpu(postmaster)];
    const result = await work();
    parts.push({
      name,
      ms: performance.now() - begun,
      api: cpuOf(product.pid) - api,
      database: databaseCpu(postmaster) - database,
    });
    return result;
  };
  const uploaded = /** @type {any} */ (
    await timed('upload and read', async () => {
      const form = new FormData();
      form.append('file', new Blob([ledger(name, rows)]), `${name}.csv`);
      const url = `http://127.0.0.1:${product.port}/api/imports`;
      const answer = await fetch(url, { method: 'POST', headers: people.manager, body: form });
      if (answer.status !== 201) throw new Error(`The ledger was not taken: ${await answer.text()}`);
      return answer.json();
    })
  );
  const path = `/api/imports/${uploaded.id}`;
  const columns = uploaded.columns.map((/** @type {any} */ { column, field, unit }) => ({
    column,
    field,
    unit,
  }));
  const checked = await timed('check', () => ask(`${path}/mapping`, 'PUT', { columns }));
  if (checked.counts.new !== rows) throw new Error(`Not all rows are new: ${JSON.stringify(checked.counts)}`);
  await timed('write', async () => {
    await ask(`${path}/apply`, 'POST', { effectiveOn: '2022-01-01', leaveOutErrors: false });
    await ended(() => ask(path));
  });
  return parts;
}

/** @param {Part[]} parts @param {Awaited<ReturnType<ReturnType<typeof watchOther>['stop']>>} seen @param {number} rows */
const told = (parts, { waits, peak, failed }, rows) => {
  if (failed) throw failed;
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  const cpu = parts.reduce((sum, { api, database }) => sum + api + database, 0);
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
  const lines = [
    `  ${rows} new mines: ${seconds(total)}, CPU ${seconds(cpu)}`,
    ...parts.map(
      ({ name, ms, api, database }) =>
        `  ${name}: ${seconds(ms)}, CPU of the API ${seconds(api)}, of the database ${seconds(database)}`,
    ),
    `  API at most ${peak.toFixed(0)} MB; ${waits.length} pages of the list meanwhile, ` +
      `half within ${at(waits, 0.5).toFixed(0)} ms, 95 of 100 within ${at(waits, 0.95).toFixed(0)} ms, the slowest ${at(waits, 1).toFixed(0)} ms`,
  ];
  return { lines, total, cpu };
};

/** @param {number[]} sorted @param {number} share */
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** @param {() => Promise<any>} read */
const ended = async (read) => {
  for (;;) {
    const { state } = await read();
    if (state === 'done') return;
    if (state !== 'applying') throw new Error(`The import ended as ${state}`);
    await new Promise((resolve) => setTimeout(resolve, between));
  }
};

/** @param {() => Promise<unknown>} look @param {number} pid */
const watchOther = (look, pid) => {
  let going = true;
  let peak = 0;
  /** @type {number[]} */
  const waits = [];
  /** @type {unknown} */
  let failed;
  const turn = async () => {
    while (going) {
      const begun = performance.now();
      await look();
      waits.push(performance.now() - begun);
      peak = Math.max(peak, memoryOf(pid));
      await new Promise((resolve) => setTimeout(resolve, between));
    }
  };
  const turning = turn().catch((/** @type {unknown} */ error) => {
    failed = error;
  });
  return {
    stop: async () => {
      going = false;
      await turning;
      return { waits: waits.sort((a, b) => a - b), peak, failed };
    },
  };
};
