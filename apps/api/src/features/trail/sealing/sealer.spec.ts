import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { trailRoutes } from '@qingshan/contracts';
import {
  base64Of,
  GrowingTree,
  isSignedBy,
  leafHash,
  parseKey,
  parseNote,
  type SignedCheckpoint,
} from '@qingshan/domain';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { sha256, verifyEd25519 } from '../../../platform/sealing/crypto';
import { openTestApp, signIn, type TestApp } from '../../../testing/test-app';
import { connected } from '../../../testing/test-database';
import { openTestSigner } from '../../../testing/test-signer';
import { Sealer } from './sealer';
import { TreeStore } from './tree.store';

let signer: Awaited<ReturnType<typeof openTestSigner>>;
let house: TestApp;

beforeAll(async () => {
  signer = await openTestSigner();
  house = await openTestApp('empty', { SIGNER_SOCKET: signer.socket });
}, 60_000);
afterAll(async () => {
  await house.close();
  await signer.close();
});

const seal = () => house.app.get(Sealer, { strict: false }).seal();
const enter = () => signIn(house.inject, 'official');

interface Kept {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly key: string;
}
const checkpoints = () =>
  house.sql<Kept>('SELECT size, root, note, signer_key AS key FROM trail_checkpoint ORDER BY size');
const bodies = () =>
  house.sql<{ body: Buffer }>(
    'SELECT t.body FROM trail_leaf l JOIN trail t ON t.id = l.trail_id ORDER BY l.leaf_index',
  );
const rootOf = (leaves: readonly { body: Buffer }[]) => {
  const tree = new GrowingTree(sha256);
  for (const { body } of leaves) tree.append(leafHash(sha256, body));
  return base64Of(tree.root());
};

test('every entry comes under a signed root over the exact bytes', async () => {
  for (let round = 0; round < 5; round += 1) {
    await enter();
    await seal();
  }
  const [kept, leaves] = [await checkpoints(), await bodies()];
  expect(kept.length).toBeGreaterThan(3);
  for (const { size, root, note, key } of kept) {
    const read = parseNote(note) as SignedCheckpoint;
    expect(base64Of(root)).toBe(rootOf(leaves.slice(0, size)));
    expect([read.size, base64Of(read.root)]).toEqual([size, base64Of(root)]);
    const verifier = parseKey(sha256, key);
    expect(verifier && isSignedBy(verifyEd25519, read, verifier)).toBe(true);
  }
  const [{ unsealed } = { unsealed: -1 }] = await house.sql<{ unsealed: number }>(
    `SELECT count(*)::int - (SELECT max(size) FROM trail_checkpoint) AS unsealed FROM trail`,
  );
  expect(unsealed).toBe(0);
});

test('the bytes say what the columns say, at the very microsecond, in whatever zone the session is', async () => {
  await enter();
  const [row] = await house.sql<{ body: string; at: string; action: string; username: string }>(
    `SELECT convert_from(t.body, 'UTF8') AS body, t.action, p.username,
       to_char(t.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
     FROM trail t JOIN person p ON p.id = t.person_id ORDER BY t.id DESC LIMIT 1`,
  );
  expect(JSON.parse(row?.body ?? '')).toMatchObject({
    at: row?.at,
    entry: { action: row?.action, outcome: 'done', detail: { role: 'official' } },
  });
  expect(row?.body).toMatch(/^\{"at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z","entry":\{"action":/);
});

test('who commits late is sealed too (F27)', async () => {
  const slow = new pg.Client({ connectionString: house.url });
  await slow.connect();
  await slow.query('BEGIN');
  const { rows } = await slow.query(
    `INSERT INTO trail (action, body) VALUES ('mine.edited', 'late') RETURNING id`,
  );
  await enter();
  await seal();
  const isSealed = async () =>
    (await house.sql('SELECT FROM trail_leaf WHERE trail_id = $1', [rows[0].id])).length;
  expect(await isSealed()).toBe(0);
  await slow.query('COMMIT');
  await slow.end();
  await seal();
  expect(await isSealed()).toBe(1);
});

test('several sealers at once put each entry in once', async () => {
  for (let person = 0; person < 6; person += 1) await enter();
  const store = house.app.get(TreeStore, { strict: false });
  await Promise.all(Array.from({ length: 6 }, () => store.append(0, 3)));
  await seal();
  const [counts] = await house.sql<{ leaves: number; entries: number; last: number }>(
    `SELECT count(*)::int AS leaves, max(leaf_index)::int + 1 AS last, (SELECT count(*)::int FROM trail) AS entries FROM trail_leaf`,
  );
  expect(counts).toEqual({ leaves: counts?.entries, entries: counts?.entries, last: counts?.entries });
});

describe('without its signer', () => {
  test('everything goes on and entries wait; they are sealed when it is back (F26)', async () => {
    const before = (await checkpoints()).length;
    await signer.leave();
    await enter();
    await expect(seal()).rejects.toThrow();
    expect(await checkpoints()).toHaveLength(before);
    await signer.comeBack();
    await seal();
    expect((await checkpoints()).at(-1)?.size).toBe((await bodies()).length);
  });

  test('ten thousand entries wait, which the page says, and every one of them is sealed once it is back (F26)', async () => {
    await seal();
    const auditadmin = await house.as('auditadmin');
    await signer.leave();
    await house.sql(
      `INSERT INTO trail (action, body) SELECT 'mine.edited', convert_to('backlog ' || n, 'UTF8') FROM generate_series(1, 10000) n`,
    );
    await expect(seal()).rejects.toThrow();
    const told = () => auditadmin.get(trailRoutes.seal, {});
    // The sealer looks by itself each second.
    while ((await told()).signer !== 'away') await pause(20);
    expect((await told()).waiting).toBeGreaterThanOrEqual(10_000);
    await signer.comeBack();
    await seal();
    while ((await told()).signer !== 'up') await pause(20);
    const { waiting, entries, checkpoint } = await told();
    expect([waiting, entries]).toEqual([0, checkpoint?.size]);
    const last = (await checkpoints()).at(-1);
    expect(base64Of(last?.root ?? Buffer.of())).toBe(rootOf(await bodies()));
  }, 60_000);

  test('a signature that was given and not kept is kept later', async () => {
    const store = house.app.get(TreeStore, { strict: false });
    const keep = store.keep.bind(store);
    store.keep = () => Promise.reject(new Error('killed'));
    await enter();
    await expect(seal()).rejects.toThrow('killed');
    store.keep = keep;
    const size = (await bodies()).length;
    await enter();
    await seal();
    expect((await checkpoints()).map((kept) => kept.size)).toEqual(expect.arrayContaining([size, size + 1]));
  });
});

test('an entry that was changed behind our back gets no second history signed (S53)', async () => {
  await enter();
  await seal();
  await connected(house.url, (client) =>
    client.query(`SET session_replication_role = replica;
      UPDATE trail_leaf SET leaf = sha256('other') WHERE leaf_index = 0;
      UPDATE trail_node SET hash = sha256('other') WHERE index = 0`),
  );
  await enter();
  await expect(seal()).rejects.toThrow(/do not continue/);
});
