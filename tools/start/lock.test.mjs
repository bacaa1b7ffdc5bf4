import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { takeLock } from './lock.mjs';

const home = mkdtempSync(join(tmpdir(), 'qingshan-lock-'));
const file = join(home, 'running.json');
after(() => rmSync(home, { recursive: true, force: true }));

async function take() {
  const lock = await takeLock(home, 'start');
  assert.ok('release' in lock, 'the lock is held by somebody');
  return lock;
}

test('the second run is told who runs and where, and the third has its turn when the first is over', async () => {
  const first = await take();
  first.tellUrl('http://127.0.0.1:3000');
  const second = await takeLock(home, 'start');
  assert.ok('runningElsewhere' in second);
  assert.equal(second.runningElsewhere.pid, process.pid);
  assert.equal(second.runningElsewhere.url, 'http://127.0.0.1:3000');
  first.release();
  const third = await take();
  assert.equal(third.followsCrash, false);
  third.release();
});

test('a file left by a killed run is no lock', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (const left of [JSON.stringify({ pid, port: 1, token: 'gone' }), '', 'half a fi']) {
    writeFileSync(file, left);
    const lock = await take();
    assert.equal(lock.followsCrash, true);
    lock.release();
  }
});

test('a file whose number and port belong to other programs by now is no lock', async () => {
  const stranger = createServer((socket) => socket.end('220 mail.example.com'));
  await new Promise((resolve) => stranger.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (stranger.address());
  writeFileSync(file, JSON.stringify({ pid: process.pid, port, token: 'ours' }));
  const lock = await take();
  assert.notEqual(JSON.parse(readFileSync(file, 'utf8')).token, 'ours');
  lock.release();
  stranger.close();
});

test('of two that come at once exactly one gets it', async () => {
  const both = await Promise.all([takeLock(home, 'start'), takeLock(home, 'dev')]);
  const winners = both.flatMap((lock) => ('release' in lock ? [lock] : []));
  assert.equal(winners.length, 1);
  winners[0].release();
});
