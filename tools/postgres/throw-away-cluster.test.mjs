import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { ask } from './ask.testing.mjs';
import { openThrowAwayCluster } from './cluster.mjs';
import { isAlive } from './postmaster-pid.mjs';

test('two throw-away clusters know nothing of each other and leave nothing behind', async () => {
  const [one, other] = await Promise.all([openThrowAwayCluster(), openThrowAwayCluster()]);
  await ask(one, 'CREATE TABLE mine AS SELECT 1 AS one');
  await assert.rejects(ask(other, 'SELECT one FROM mine'), { code: '42P01' });
  await Promise.all([one.stop(), other.stop()]);
  for (const { pid, home } of [one, other]) {
    assert.equal(isAlive(pid), false);
    assert.equal(existsSync(dirname(home)), false);
  }
});

test('what a killed test run left is swept by the next one', async () => {
  const program = `
    const { openThrowAwayCluster } = await import(${JSON.stringify(new URL('./cluster.mjs', import.meta.url).href)});
    const { pid, home } = await openThrowAwayCluster();
    console.log(JSON.stringify({ pid, home }));
    setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await once(run.stdout.setEncoding('utf8'), 'data');
  const { pid, home } = JSON.parse(output);
  const ended = once(run, 'exit');
  run.kill('SIGKILL');
  await ended;
  assert.ok(isAlive(pid), 'the server went down by itself, so this test shows nothing');

  const next = await openThrowAwayCluster();
  await next.stop();

  assert.equal(isAlive(pid), false);
  assert.equal(existsSync(home), false);
});
