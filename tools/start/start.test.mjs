import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, runningPostmaster } from '../postgres/postmaster-pid.mjs';
import { writeStamp } from './build.mjs';
import { checkout } from './paths.mjs';
import { hashOfSources } from './sources.mjs';

// A checkout of its own with the real launcher and a small program in the place of the API.
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'qingshan-start-')));
chmodSync(copy, 0o755);
after(() => rmSync(copy, { recursive: true, force: true }));
for (const folder of ['postgres', 'start']) {
  cpSync(join(checkout, 'tools', folder), join(copy, 'tools', folder), { recursive: true });
}
for (const file of ['package.json', 'package-lock.json', '.gitignore'])
  copyFileSync(join(checkout, file), join(copy, file));
symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'), 'junction');
const api = `
  import { createServer } from 'node:http';
  import pg from 'pg';
  const tell = (message, then) => process.send(message, then);
  if (process.env.TEST_FAIL) {
    tell({ type: 'failed', code: process.env.TEST_FAIL, text: 'the reason' }, () => process.exit(1));
    await new Promise(() => {});
  }
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  pool.on('error', () => {});
  await pool.query('CREATE TABLE IF NOT EXISTS starts (pid int)');
  await pool.query('INSERT INTO starts VALUES ($1)', [process.pid]);
  const { HOST, PORT, WEB_DIST, QINGSHAN_HOME, NODE_ENV, QINGSHAN_DEMO } = process.env;
  const { rows: [{ starts: before }] } = await pool.query('SELECT count(*)::int AS starts FROM starts');
  createServer(async (request, response) => {
    const answer = await pool.query('SELECT count(*)::int AS starts FROM starts').catch(() => undefined);
    response.statusCode = answer ? 200 : 503;
    response.end(JSON.stringify({ pid: process.pid, starts: answer?.rows[0].starts, WEB_DIST, QINGSHAN_HOME, NODE_ENV, QINGSHAN_DEMO }));
  }).listen(Number(PORT), HOST, () => tell({ type: 'ready', url: 'http://' + HOST + ':' + PORT,
    accounts: before > 1 ? undefined : { file: 'accounts.txt', people: [{ username: 'city', role: '市级审核员', region: '攀枝花市', password: 'demo-word' }] } }));
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', async () => {
    if (process.env.TEST_NEVER_DRAINS) return;
    const answer = await pool.query('SELECT 1 AS one').catch(() => undefined);
    console.log(answer ? 'drained with the database' : 'drained without the database');
    process.exit(0);
  });`;
/** @param {string} path @param {string} content */
function write(path, content) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), content);
}
write('apps/api/dist/main.js', api);
write('apps/api/package.json', '{"type":"module"}');
write('apps/web/dist/index.html', 'page');
writeStamp(copy, hashOfSources(copy));

const home = join(copy, '.qingshan');
const postmaster = () => runningPostmaster(join(home, 'postgres', 'data'));

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const runs = new Set();
// A test that failed half way must not keep its successors waiting.
afterEach(async () => {
  for (const run of runs) {
    run.kill('SIGTERM');
    await once(run, 'close');
  }
});

/** @param {NodeJS.ProcessEnv} env */
function npmStart(env) {
  const { DATABASE_URL, QINGSHAN_HOME, HOST, QINGSHAN_DEMO, ...rest } = process.env;
  const run = spawn(process.execPath, ['tools/start/main.mjs'], { cwd: copy, env: { ...rest, ...env } });
  let text = '';
  for (const stream of [run.stdout, run.stderr])
    stream.setEncoding('utf8').on('data', (part) => (text += part));
  runs.add(run);
  run.once('close', () => runs.delete(run));
  const exit = once(run, 'close').then(([code]) => code);
  return {
    pid: Number(run.pid),
    exit,
    said: () => text,
    kill: (/** @type {NodeJS.Signals} */ name) => void run.kill(name),
    /** @param {string} words */
    async until(words) {
      while (!text.includes(words)) {
        assert.equal(run.exitCode, null, `it ended instead of saying ${words}:\n${text}`);
        await pause(20);
      }
    },
  };
}

/**
 * @param {number} port
 * @param {(answer: any) => boolean} isWanted
 * @returns {Promise<any>}
 */
async function answer(port, isWanted = () => true) {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (response?.ok) {
      const body = await response.json();
      if (isWanted(body)) return body;
    }
    await pause(50);
  }
}

const skip = process.platform === 'win32' && 'the signals of these tests do not exist there';

test(
  'one life: start, second start, deaths of API, database and launcher, Ctrl-C (F02)',
  { skip },
  async () => {
    const port = await freePort();
    const env = { PORT: String(port) };
    const first = npmStart(env);
    await first.until('stop   Ctrl-C');
    assert.match(first.said(), /✔ 数据库已创建 {2}database is created {2}\(\d/);
    assert.match(first.said(), new RegExp(`http://127\\.0\\.0\\.1:${port}\n`));
    assert.match(first.said(), /city +demo-word +市级审核员 +攀枝花市/);
    const { pid: apiPid, ...surroundings } = await answer(port);
    assert.deepEqual(surroundings, {
      starts: 1,
      WEB_DIST: join(copy, 'apps', 'web', 'dist'),
      QINGSHAN_HOME: home,
      NODE_ENV: 'production',
      QINGSHAN_DEMO: '1',
    });

    const second = npmStart(env);
    assert.equal(await second.exit, 0);
    assert.match(
      second.said(),
      new RegExp(`already running: http://127\\.0\\.0\\.1:${port} \\(pid ${first.pid}\\)`),
    );

    process.kill(apiPid, 'SIGKILL');
    const { pid: nextApiPid } = await answer(port, (body) => body.pid !== apiPid);

    const killed = postmaster();
    assert.ok(killed);
    process.kill(killed.pid, 'SIGKILL');
    await first.until('数据库意外退出');
    assert.deepEqual((await answer(port)).pid, nextApiPid, 'the API was to live on');
    assert.equal(postmaster()?.port, killed.port);
    const orphan = postmaster();

    first.kill('SIGKILL');
    await first.exit;
    writeFileSync(join(home, 'accounts.txt'), 'city\tdemo-word\n');
    const third = npmStart(env);
    await third.until('stop   Ctrl-C');
    assert.equal(postmaster()?.pid, orphan?.pid, 'the database that still ran was to be used');
    assert.equal(third.said().includes('demo-word'), false, 'passwords are shown on the first run only');
    assert.ok(third.said().includes(join(home, 'accounts.txt')), 'where they are kept is told on every run');
    const { pid: lastApiPid, starts } = await answer(port);
    assert.equal(starts, 3);

    third.kill('SIGINT');
    assert.equal(await third.exit, 0);
    assert.equal(isAlive(lastApiPid), false);
    assert.equal(postmaster(), undefined);
    assert.match(readFileSync(join(home, 'api.log'), 'utf8'), /drained with the database\n$/);
  },
);

test(
  'a second Ctrl-C does not wait for an API that never drains, the echo of the first does',
  { skip },
  async () => {
    const port = await freePort();
    const run = npmStart({ PORT: String(port), TEST_NEVER_DRAINS: '1' });
    await run.until('stop   Ctrl-C');
    const server = postmaster();
    assert.ok(server);
    const { pid } = await answer(port);
    run.kill('SIGINT');
    await run.until('press Ctrl-C again');
    // Where the shell of npm is bash, one press arrives twice.
    run.kill('SIGINT');
    await pause(1_100);
    assert.ok(isAlive(pid), 'one Ctrl-C was taken for two');
    run.kill('SIGINT');
    assert.equal(await run.exit, 1);
    while (isAlive(pid) || isAlive(server.pid)) await pause(20);
  },
);

test('a taken port is told at once and nothing is left running', { skip }, async () => {
  const stranger = createServer().listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (stranger.address());
  const run = npmStart({ PORT: String(port) });
  assert.equal(await run.exit, 1);
  assert.match(run.said(), /端口已被其他程序占用/);
  assert.ok(run.said().includes(`127.0.0.1:${port}`));
  assert.equal(postmaster(), undefined);
  stranger.close();
});

test('a failed migration is explained, and the database goes down in order', { skip }, async () => {
  const run = npmStart({ PORT: String(await freePort()), TEST_FAIL: 'migration-failed' });
  assert.equal(await run.exit, 1);
  assert.match(run.said(), /数据库升级失败/);
  assert.match(run.said(), /the reason/);
  assert.equal(postmaster(), undefined);
});

test(
  'Ctrl-C while the database is being made waits for it and leaves nothing half made',
  { skip },
  async () => {
    rmSync(join(home, 'postgres'), { recursive: true });
    const run = npmStart({ PORT: String(await freePort()) });
    await run.until('creating the database');
    run.kill('SIGINT');
    assert.equal(await run.exit, 0);
    assert.equal(postmaster(), undefined);
  },
);

test('what the API says of its database or its settings reaches the person', { skip }, async () => {
  for (const [code, words] of [
    ['database-no-right', '没有建表、建账号的权限'],
    ['database-too-old', '需要 15 或更高版本'],
    ['database-not-utf8', '无法保存中文'],
    ['schema-too-new', '较新的版本'],
    ['wrong-setting', '环境变量的值不正确'],
  ]) {
    const run = npmStart({ PORT: String(await freePort()), TEST_FAIL: code });
    assert.equal(await run.exit, 1);
    assert.ok(run.said().includes(words), run.said());
  }
});

test('a PORT that is no number is refused', { skip }, async () => {
  const run = npmStart({ PORT: '3000x' });
  assert.equal(await run.exit, 1);
  assert.match(run.said(), /PORT=3000x/);
});
