import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { buildProduct, startProduct } from '../bench/product.mjs';
import { ask } from '../postgres/ask.testing.mjs';
import { openCluster } from '../postgres/cluster.mjs';
import { isAlive } from '../postgres/postmaster-pid.mjs';

/** @typedef {{ status: number, retryAfter: string | null, body: any }} Answer */
/** @typedef {(method: string, path: string, body?: object, key?: string) => Promise<Answer>} Sends */

const WRITERS = 8;
const skip = process.platform === 'win32' && 'the signals of these tests do not exist there';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingshan-faults-')));
// The server's account passes through here; the data folder inside stays closed.
chmodSync(folder, 0o755);
const dataDir = join(folder, 'postgres');
/** @type {import('../postgres/open-cluster.mjs').Cluster} */
let cluster;
/** @type {import('../bench/child.mjs').Server} */
let product;

before(async () => {
  // What fails here is meant to.
  process.env.LOG_LEVEL = 'silent';
  cluster = await openCluster({ dataDir, durable: true });
  product = await startProduct({
    bundle: buildProduct(),
    databaseUrl: cluster.url,
    home: folder,
    onStep: () => {},
  });
});
after(async () => {
  await product.stop();
  await cluster.stop();
  for (const made of [folder, cluster.home]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
});

/** @param {string} path */
const at = (path) => `http://127.0.0.1:${product.port}/api${path}`;

/** @param {string} username @returns {Promise<Sends>} */
async function signIn(username) {
  const lines = readFileSync(join(folder, 'accounts.txt'), 'utf8').split('\n');
  const password = lines.map((line) => line.split('\t')).find(([name]) => name === username)?.[1];
  const reply = await fetch(at('/session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  assert.equal(reply.status, 201);
  const cookie = String(reply.headers.getSetCookie()[0]).split(';')[0] ?? '';
  const { csrfToken } = /** @type {{ csrfToken: string }} */ (await reply.json());
  return async (method, path, body, key) => {
    const answer = await fetch(at(path), {
      method,
      body: body && JSON.stringify(body),
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
    });
    const text = await answer.text();
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: isJson ? JSON.parse(text) : text,
    };
  };
}

/** @param {Sends} send @returns {Promise<{ id: number, version: number }>} */
async function enterMine(send) {
  const number = `KILL-${randomUUID()}`;
  const facts = { number, name: '断库石场', regionCode: '360704', town: '王母渡镇' };
  const more = { longitude: '115.010000', latitude: '25.860000', mineralCode: '84710', closureYear: 2009 };
  const patch = { number: `${number}-1`, subclass: '11', attribute: null };
  const areas = { areaSquareMetres: '20000.00', restoredSquareMetres: '0.00' };
  const { status, body } = await send('POST', '/mines', {
    effectiveOn: '2026-03-02',
    facts: { ...facts, ...more },
    patches: [{ ...patch, ...areas }],
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/**
 * Eight write while the database dies and comes back: each failure is a 503 that says when to come again, each
 * acknowledged write is there once with its entry, and a retry under its key does nothing twice.
 *
 * @param {() => Promise<void>} die
 * @param {() => Promise<void>} comeBack
 */
async function survives(die, comeBack) {
  const send = await signIn('official');
  const mines = await Promise.all(Array.from({ length: WRITERS }, () => enterMine(send)));
  /** @type {Answer[]} */
  const failures = [];
  let acknowledged = 0;
  let isOver = false;
  const writers = mines.map(async (mine) => {
    /** @type {string[]} */
    const words = [];
    for (let version = mine.version; !isOver; version += 1) {
      const text = randomUUID();
      const body = { version, effectiveOn: '2026-05-06', changes: { remark: text } };
      const write = () => send('PATCH', `/mines/${mine.id}`, body, text);
      let answer = await write();
      for (; answer.status !== 200; answer = await write()) {
        failures.push(answer);
        await pause(50);
      }
      assert.equal(answer.body.version, version + 1);
      words.push(text);
      acknowledged += 1;
    }
    return { mine, words };
  });
  const ended = Promise.all(writers);
  /** Forty more writes; a writer that gives up ends the waiting. */
  const someMore = async () => {
    const wanted = acknowledged + 40;
    const counted = async () => {
      while (!isOver && acknowledged < wanted) await pause(5);
    };
    await Promise.race([counted(), ended]);
  };
  try {
    await someMore();
    await die();
    await comeBack();
    await someMore();
  } finally {
    isOver = true;
  }
  const written = await ended;

  assert.notEqual(failures.length, 0, 'nobody noticed anything: nothing was tried');
  for (const { status, retryAfter, body } of failures)
    assert.deepEqual([status, retryAfter, body.code], [503, '2', 'service-unavailable']);
  assert.equal(isAlive(product.pid), true, 'the API was to live on');
  for (const { mine, words } of written) {
    const { body } = await send('GET', `/mines/${mine.id}`);
    assert.deepEqual([body.version, body.remark], [mine.version + words.length, words.at(-1)]);
    const { body: history } = await send('GET', `/mines/${mine.id}/history`);
    const told = history.entries
      .flatMap((/** @type {any} */ { changes }) => changes)
      .flatMap((/** @type {any} */ { field, after: to }) => (field === 'remark' ? [to] : []));
    assert.deepEqual(told.reverse(), words);
  }
  const { body: lines } = await (await signIn('auditadmin'))('GET', '/trail/verification');
  const { result } = JSON.parse(lines.trim().split('\n').at(-1));
  assert.deepEqual([result.found, result.findings], [0, []]);
}

test('PostgreSQL is killed under eight writers (F02)', { skip }, async () => {
  const auditor = await signIn('auditor');
  await survives(
    async () => {
      process.kill(cluster.pid, 'SIGKILL');
      while (isAlive(cluster.pid)) await pause(10);
      // Long enough for everybody to run into it; the process itself stays well.
      await pause(500);
      const read = await auditor('GET', '/mines');
      assert.deepEqual([read.status, read.retryAfter], [503, '2']);
      assert.equal((await fetch(at('/health'))).status, 200);
    },
    async () => {
      cluster = await openCluster({ dataDir, durable: true, port: cluster.port });
    },
  );
});

test('one connection’s process is killed, at which PostgreSQL ends them all (F03)', { skip }, async () => {
  await survives(
    async () => {
      const [{ pid }] = await ask(
        cluster,
        // One at work if there is one at this moment.
        `SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'qingshan-%' ORDER BY state = 'active' DESC LIMIT 1`,
      );
      process.kill(pid, 'SIGKILL');
    },
    async () => {},
  );
});
