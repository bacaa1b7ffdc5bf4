import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask.testing.mjs';
import { openCluster } from './cluster.mjs';
import { isAlive, runningPostmaster } from './postmaster-pid.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingshan-cluster-')));
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {(cluster: import('./open-cluster.mjs').Cluster, dataDir: string) => Promise<void>} work
 */
async function withCluster(name, work) {
  const dataDir = join(folder, name);
  const cluster = await openCluster({ dataDir, durable: false });
  try {
    await work(cluster, dataDir);
  } finally {
    const running = runningPostmaster(join(cluster.home, 'data'));
    await cluster.stop();
    if (running && running.pid !== cluster.pid) process.kill(running.pid, 'SIGQUIT');
  }
}

/** @param {number} pid */
async function kill9(pid) {
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await pause(10);
}

test('a fresh cluster understands Chinese and can be reached from this computer alone', async () => {
  await withCluster('fresh', async (cluster) => {
    const [found] = await ask(
      cluster,
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
              (SELECT array_agg(word ORDER BY word COLLATE "zh-x-icu") FROM unnest(ARRAY['云南','重庆','安徽','北京']) word) AS words`,
    );
    assert.deepEqual(found, {
      name: 'qingshan',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      sockets: '',
      words: ['安徽', '北京', '重庆', '云南'],
    });
    await ask(cluster, 'CREATE EXTENSION pg_trgm');
    const [{ trigrams }] = await ask(cluster, `SELECT show_trgm('稀土矿') AS trigrams`);
    assert.ok(trigrams.length > 0, 'pg_trgm dropped the Chinese characters');
  });
});

test('nobody gets in without the password, and only its owner can read it', async () => {
  await withCluster('password', async (cluster) => {
    const url = cluster.url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await assert.rejects(ask({ ...cluster, url }, 'SELECT 1'), /password authentication failed/);
    assert.equal(statSync(join(cluster.home, 'password')).mode & 0o777, 0o600);
  });
});

test('a cluster keeps its data safe unless it is told that nobody will miss it', async () => {
  const cluster = await openCluster({ dataDir: join(folder, 'durable') });
  try {
    const sql = `SELECT current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes') AS kept`;
    assert.deepEqual(await ask(cluster, sql), [{ kept: 'ononon' }]);
  } finally {
    await cluster.stop();
  }
});

test('the server never runs as root', { skip: process.platform !== 'linux' }, async () => {
  await withCluster('account', async (cluster) => {
    const status = readFileSync(`/proc/${cluster.pid}/status`, 'utf8');
    const [, ...ids] = /^Uid:\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/m.exec(status) ?? [];
    assert.equal(ids.length, 4);
    for (const id of ids) assert.notEqual(id, '0');
  });
});

test('a second open finds the running server', async () => {
  await withCluster('reuse', async (first, dataDir) => {
    /** @type {string[]} */
    const steps = [];
    const second = await openCluster({ dataDir, durable: false, onStep: (step) => steps.push(step) });
    assert.equal(second.pid, first.pid);
    assert.equal(second.url, first.url);
    assert.deepEqual(steps, ['reuse']);
  });
});

test('two processes that open a new folder at once end up with one server', async () => {
  const dataDir = join(folder, 'race');
  const program = `
    const { openCluster } = await import(${JSON.stringify(new URL('./cluster.mjs', import.meta.url).href)});
    const cluster = await openCluster({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log(JSON.stringify([cluster.pid, cluster.url]));`;
  const answers = await Promise.all([outputOf(program), outputOf(program)]);
  try {
    assert.match(answers[0], /^\[\d+,"postgres:/);
    assert.equal(answers[1], answers[0]);
  } finally {
    await (await openCluster({ dataDir, durable: false })).stop();
  }
});

/** @param {string} program @returns {Promise<string>} */
function outputOf(program) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject).on('close', () => resolve(output.trim()));
  });
}

test('after kill -9 of the server the next open has the data, on the port it is given', async () => {
  const dataDir = join(folder, 'killed');
  const cluster = await openCluster({ dataDir });
  await ask(cluster, `CREATE TABLE mine AS SELECT '攀枝花' AS name`);
  await kill9(cluster.pid);
  assert.equal(cluster.isAlive(), false);
  const again = await openCluster({ dataDir, port: cluster.port });
  try {
    assert.notEqual(again.pid, cluster.pid);
    assert.equal(again.port, cluster.port);
    assert.deepEqual(await ask(again, 'SELECT name FROM mine'), [{ name: '攀枝花' }]);
  } finally {
    await again.stop();
  }
});

test('a pid file that names another program by now does not keep the server from starting', async () => {
  const dataDir = join(folder, 'stale');
  const cluster = await openCluster({ dataDir, durable: false });
  const pidFile = join(cluster.home, 'data', 'postmaster.pid');
  await kill9(cluster.pid);
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const again = await openCluster({ dataDir, durable: false });
    assert.notEqual(again.pid, stranger.pid);
    assert.deepEqual(await ask(again, 'SELECT 1 AS one'), [{ one: 1 }]);
    await again.stop();
    assert.ok(isAlive(Number(stranger.pid)), 'the other program was killed');
  } finally {
    stranger.kill();
  }
});

test('what a killed first run left half made is cleared away', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const half = join(folder, `half.init-${dead}`);
  mkdirSync(join(half, 'data'), { recursive: true });
  writeFileSync(join(half, 'data', 'PG_VERSION'), '18\n');
  await withCluster('half', async (cluster) => {
    assert.equal(cluster.isNew, true);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('half')),
      ['half'],
    );
  });
});

test('a folder that holds something else is set aside, not deleted', async () => {
  mkdirSync(join(folder, 'else'));
  writeFileSync(join(folder, 'else', 'letter.txt'), 'keep me');
  await withCluster('else', async () => {
    const aside = readdirSync(folder).filter((name) => name.startsWith('else.set-aside-'));
    assert.equal(aside.length, 1);
    assert.equal(readFileSync(join(folder, aside[0], 'letter.txt'), 'utf8'), 'keep me');
  });
});

test('a lost password file is replaced and the data stays', async () => {
  await withCluster('forgotten', async (cluster, dataDir) => {
    await ask(cluster, 'CREATE TABLE mine AS SELECT 1 AS one');
    rmSync(join(cluster.home, 'password'));
    const again = await openCluster({ dataDir, durable: false });
    assert.notEqual(again.url.split('@')[0], cluster.url.split('@')[0]);
    assert.deepEqual(await ask(again, 'SELECT one FROM mine'), [{ one: 1 }]);
    await again.stop();
  });
});

test('the data of another PostgreSQL is refused and left as it is', async () => {
  const data = join(folder, 'older', 'data');
  mkdirSync(data, { recursive: true });
  chmodSync(join(folder, 'older'), 0o755);
  writeFileSync(join(data, 'PG_VERSION'), '15\n');
  await assert.rejects(openCluster({ dataDir: dirname(data) }), { code: 'other-version' });
  assert.deepEqual(readdirSync(data), ['PG_VERSION']);
});

test(
  'below a folder that is closed to others root keeps the data elsewhere',
  { skip: process.getuid?.() !== 0 },
  async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await withCluster('closed/postgres', async (cluster, dataDir) => {
      assert.equal(existsSync(join(dataDir, 'data')), false);
      await ask(cluster, 'CREATE TABLE mine AS SELECT 1 AS one');
      await cluster.stop();
      const again = await openCluster({ dataDir, durable: false });
      assert.deepEqual(await ask(again, 'SELECT one FROM mine'), [{ one: 1 }]);
      await again.stop();
      rmSync(again.home, { recursive: true });
    });
  },
);

test('stopping leaves no process behind', { skip: process.platform === 'win32' }, async () => {
  const cluster = await openCluster({ dataDir: join(folder, 'stopped'), durable: false });
  const group = () => spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const pids = group()
    .filter(
      (line) => line.includes(`${cluster.home}/data`) || line.trim().split(/\s+/)[1] === String(cluster.pid),
    )
    .map((line) => Number(line.trim().split(/\s+/)[0]));
  assert.ok(pids.length > 1, 'the postmaster and its children were not found');
  await cluster.stop();
  assert.deepEqual(pids.filter(isAlive), []);
  assert.equal(existsSync(join(cluster.home, 'data', 'postmaster.pid')), false);
});
