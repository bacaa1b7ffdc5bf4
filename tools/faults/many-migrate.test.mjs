import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../bench/child.mjs';
import { buildProduct } from '../bench/product.mjs';
import { ask } from '../postgres/ask.testing.mjs';
import { openThrowAwayCluster } from '../postgres/cluster.mjs';
import { apiNodeOptions } from '../start/paths.mjs';

test('one instance is killed in the middle of its migrations, and three that start at once complete them, each migration once (F13, F14)', async () => {
  const bundle = buildProduct();
  const cluster = await openThrowAwayCluster();
  const homes = Array.from({ length: 4 }, () =>
    realpathSync(mkdtempSync(join(tmpdir(), 'qingshan-migrate-'))),
  );
  const envAt = (/** @type {string | undefined} */ home) => ({
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    DATABASE_URL: cluster.url,
    QINGSHAN_HOME: home,
    HOST: '127.0.0.1',
    PORT: '0',
  });
  /** How many migrations are done; none while there is no table of them. */
  const done = async () => {
    const [{ table }] = await ask(cluster, `SELECT to_regclass('migrations') AS table`);
    return table === null ? [] : ask(cluster, 'SELECT name FROM migrations ORDER BY id');
  };
  /** @type {import('../bench/child.mjs').Server[]} */
  let instances = [];
  try {
    const first = spawn(process.execPath, [...apiNodeOptions, bundle], {
      env: envAt(homes[0]),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => first.once('exit', resolve));
    while ((await done()).length === 0) await pause(1);
    first.kill('SIGKILL');
    await ended;
    const before = (await done()).length;

    instances = await Promise.all(
      homes.slice(1).map((home) => startServer(bundle, envAt(home), () => {}, apiNodeOptions)),
    );
    for (const { port } of instances)
      assert.equal((await fetch(`http://127.0.0.1:${port}/api/health`)).status, 200);
    const names = (await done()).map((/** @type {{ name: string }} */ { name }) => name);
    assert.ok(before < names.length, `all ${before} migrations were done before the kill: nothing was tried`);
    assert.equal(new Set(names).size, names.length);
  } finally {
    await Promise.all(instances.map((instance) => instance.stop()));
    await cluster.stop();
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  }
});
