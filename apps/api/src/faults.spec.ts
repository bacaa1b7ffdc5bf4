import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes, systemRoutes } from '@qingshan/contracts';
import { CutLine } from './testing/cut-line';
import { enterMine } from './testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from './testing/test-app';

const line = new CutLine();
let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp('empty', {}, line.through);
  official = await signIn(house.inject, 'official');
});
afterAll(async () => {
  await house.close();
  // A line that still listens keeps the process from ending.
  await line.cut();
});

test('an answer that is lost behind COMMIT: the same key gets it after all, and it was done once (F04)', async () => {
  const mine = await enterMine(official);
  const sent = {
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-11-01', changes: { name: '答复丢失' } },
    headers: { 'idempotency-key': 'lost-behind-commit' },
  };
  line.loseNextCommit();
  const lost = await official.call(mineRoutes.edit, sent);
  expect(lost.problem).toMatchObject({ status: 503, code: 'service-unavailable' });
  expect(await house.sql('SELECT version, name FROM mine WHERE id = $1', [mine.id])).toEqual([
    { version: 2, name: '答复丢失' },
  ]);
  expect(await official.get(mineRoutes.edit, sent)).toMatchObject({ version: 2, name: '答复丢失' });
  expect(
    await house.sql(`SELECT action FROM trail WHERE mine_id = $1 AND action = 'mine.edited'`, [mine.id]),
  ).toHaveLength(1);
});

test('every connection waits for a lock: each request is told in time, and then all is well again (F07)', async () => {
  const mine = await enterMine(official);
  const locked = house.sql(
    `BEGIN; SELECT FROM mine WHERE id = ${mine.id} FOR UPDATE; SELECT pg_sleep(8); COMMIT`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const body = { version: 1, effectiveOn: '2026-11-01', changes: { name: '排队' } };
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => official.call(mineRoutes.edit, { params: { id: mine.id }, body })),
  );
  const statuses = answers.map(({ status }) => status);
  // One may have got the lock when it was let go; the others are told, and no one waits for ever.
  const done = statuses.filter((status) => status === 200).length;
  expect(done).toBeLessThanOrEqual(1);
  expect(statuses.filter((status) => status === 409 || status === 503)).toHaveLength(100 - done);
  expect((await house.inject({ method: 'GET', url: '/api/health' })).statusCode).toBe(200);
  await locked;
  const { version } = await official.get(mineRoutes.read, { params: { id: mine.id } });
  expect(version).toBe(1 + done);
  const next = { ...body, version, changes: { name: '轮到了' } };
  expect((await official.get(mineRoutes.edit, { params: { id: mine.id }, body: next })).name).toBe('轮到了');
}, 60_000);

test('an entry has the time of the database, whatever the clock of an instance says (F12)', async () => {
  house.clock.pass({ minutes: 20 });
  const mine = await enterMine(official);
  const [entry] = await house.sql<{ near: boolean; inTurn: boolean }>(
    `SELECT abs(extract(epoch FROM now() - recorded_at)) < 60 AS near,
       recorded_at >= (SELECT max(recorded_at) FROM trail o WHERE o.id < t.id) AS "inTurn"
     FROM trail t WHERE mine_id = $1`,
    [mine.id],
  );
  expect(entry).toEqual({ near: true, inTurn: true });
});

test('an instance whose clock differs from the database says by how much, so that the page can raise the alarm (F12)', async () => {
  const admin = await signIn(house.inject, 'sysadmin');
  const before = await admin.get(systemRoutes.read, {});
  house.clock.pass({ minutes: 2 });
  const after = await admin.get(systemRoutes.read, {});
  expect(after.clockAheadSeconds - before.clockAheadSeconds).toBeGreaterThan(100);
});
