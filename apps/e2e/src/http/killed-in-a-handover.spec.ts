import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, createPublicKey, verify as verifyWith } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import {
  base64Of,
  consistencyRanges,
  GrowingTree,
  LogCheck,
  leafHash,
  parseKey,
  utf8,
  type Range,
  type Verify,
} from '@qingshan/domain';

const SIGNER = join(__dirname, '../../../api/dist/signer.js');
const ROUNDS = 24;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const folder = mkdtempSync(join(tmpdir(), 'qs-'));
const env = { SIGNER_HOME: join(folder, 'home'), SIGNER_SOCKET: join(folder, 's') };
let running: ChildProcess | undefined;
afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const start = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [SIGNER], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  running = child;
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', reject);
  });
  return child;
};
const kill = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
};

interface View {
  readonly key: string;
  readonly handovers: readonly string[];
}
const ask = <T>(method: string, body = ''): Promise<T> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath: env.SIGNER_SOCKET, method, path: '/?origin=log' }, (reply) => {
      let text = '';
      reply.on('data', (chunk) => (text += String(chunk)));
      reply.once('error', reject);
      reply.once('end', () => (reply.statusCode === 200 ? resolve(JSON.parse(text) as T) : reject(text)));
    });
    asked.once('error', reject);
    asked.end(body);
  });

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const verify: Verify = (publicKey, text, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verifyWith(null, text, key, signature);
};
const log = Array.from({ length: ROUNDS + 1 }, (_, index) => {
  const body = utf8(`entry ${index}`);
  return { index, id: index, body, leaf: leafHash(hash, body) };
});
const rootOf = ({ from, to }: Range): string => {
  const tree = new GrowingTree(hash);
  for (const { leaf } of log.slice(from, to)) tree.append(leaf);
  return base64Of(tree.root());
};
const sign = async (size: number): Promise<string> => {
  const root = rootOf({ from: 0, to: size });
  const proof = consistencyRanges(size - 1, size).map(rootOf);
  return (await ask<{ note: string }>('POST', JSON.stringify({ origin: 'log', size, root, proof }))).note;
};

test('a signer killed in the middle of a handover has the old key or the new one, and its log goes on', async () => {
  let child = await start();
  const { key: first } = await ask<View>('GET');
  const notes = [await sign(1)];
  const keys = [first];
  let cutBefore = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const operator = spawn(process.execPath, [SIGNER, 'rotate'], { env, stdio: 'ignore' });
    while (!readdirSync(env.SIGNER_HOME).includes('handover.wanted')) await pause(1);
    const asked = ask<View>('GET').catch(() => null);
    // Each round a little later: before it begins, between any two of its steps, when it is done.
    await pause(round / 2);
    await kill(child);
    await asked;
    if (readdirSync(env.SIGNER_HOME).includes('handover.wanted')) cutBefore += 1;
    child = await start();
    operator.kill('SIGKILL');
    const { key, handovers } = await ask<View>('GET');
    expect(handovers).toHaveLength(round + 1);
    expect(keys).not.toContain(key);
    keys.push(key);
    notes.push(await sign(round + 2));
  }
  // Else no kill came in time, and nothing was tried.
  expect(cutBefore).toBeGreaterThan(0);
  const { handovers } = await ask<View>('GET');
  const pinned = parseKey(hash, first);
  if (!pinned) throw new Error('the key is none');
  const check = new LogCheck({ hash, verify, origin: 'log', keys: [pinned], handovers, notes });
  for (const entry of log) check.entry(entry);
  expect(check.report()).toMatchObject({ findings: [], confirmed: ROUNDS + 1 });
  expect(check.report().keys).toHaveLength(ROUNDS + 1);
  expect(readdirSync(env.SIGNER_HOME).filter((name) => name.startsWith('signer.key'))).toEqual([
    'signer.key',
  ]);
});

test('the operator is told what became of it', async () => {
  running?.kill('SIGKILL');
  const child = await start();
  const asking = spawn(process.execPath, [SIGNER, 'rotate'], { env });
  const said: string[] = [];
  asking.stdout.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise((resolve) => asking.once('close', resolve));
  // A signer looks when it is asked something, which the API does every few seconds.
  while (asking.exitCode === null) {
    await ask<View>('GET');
    await pause(50);
  }
  expect(await ended).toBe(0);
  expect(said.join('').trim()).toBe(`The key is now ${(await ask<View>('GET')).key}`);
  const nonsense = spawnSync(process.execPath, [SIGNER, 'turn'], { env, encoding: 'utf8' });
  expect([nonsense.status, nonsense.stderr]).toEqual([1, expect.stringContaining('rotate | break')]);
  await kill(child);
});
