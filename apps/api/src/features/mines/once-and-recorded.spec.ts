import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callUrl, mineRoutes } from '@qingshan/contracts';
import { createApp } from '../../create-app';
import { Database } from '../../platform/database/database';
import { aFoundMine, enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { connected, testEnv } from '../../testing/test-database';
import { unrecorded } from '../../testing/watch-writes';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const trailOf = (id: number) => house.sql('SELECT action FROM trail WHERE mine_id = $1 ORDER BY id', [id]);

test('a request sent ten times with one key has one effect and one answer (S18)', async () => {
  const body = aFoundMine();
  const headers = { 'idempotency-key': 'found-on-monday-1' };
  const together = await Promise.all(
    Array.from({ length: 5 }, () => official.call(mineRoutes.create, { body, headers })),
  );
  const answers = [...together];
  for (let again = 0; again < 5; again += 1)
    answers.push(await official.call(mineRoutes.create, { body, headers }));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
  expect(new Set(answers.map(({ body: mine }) => mine.id)).size).toBe(1);
  expect(await trailOf(Number(answers[0]?.body.id))).toEqual([{ action: 'mine.created' }]);
});

test('an edit sent again with its key is done once and is no conflict with itself', async () => {
  const mine = await enterMine(official);
  const sent = {
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-05-06', changes: { name: '一次' } },
    headers: { 'idempotency-key': 'edit-number-0001' },
  };
  for (let again = 0; again < 3; again += 1)
    expect(await official.get(mineRoutes.edit, sent)).toMatchObject({ name: '一次', version: 2 });
  expect(await trailOf(mine.id)).toEqual([{ action: 'mine.created' }, { action: 'mine.edited' }]);
});

test('of twenty who book a whole fund at once from what they all saw, one does (S15)', async () => {
  const mine = await enterMine(official);
  const book = (sum: number) =>
    official.call(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: 1, effectiveOn: '2026-05-06', changes: { fundsAllocatedFen: String(sum) } },
    });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => book(1_000_000 + index)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
  const [done] = answers.filter(({ status }) => status === 200);
  const now = await official.get(mineRoutes.read, { params: { id: mine.id } });
  expect([now.version, now.fundsAllocatedFen]).toEqual([2, done?.body.fundsAllocatedFen]);
  expect(await trailOf(mine.id)).toEqual([{ action: 'mine.created' }, { action: 'mine.edited' }]);
});

test('the same key with another body is refused and changes nothing (S18)', async () => {
  const mine = await enterMine(official);
  const sent = (name: string) => ({
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-05-06', changes: { name } },
    headers: { 'idempotency-key': 'edit-number-0002' },
  });
  await official.get(mineRoutes.edit, sent('甲'));
  const answer = await official.call(mineRoutes.edit, sent('乙'));
  expect(answer.problem).toMatchObject({ status: 422, code: 'key-reused' });
  expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).name).toBe('甲');
});

test('a key is its person’s own: another person’s request with it is another request', async () => {
  const headers = { 'idempotency-key': 'same-for-both-of-us' };
  const neighbour = await house.as('neighbour');
  const mine = await official.get(mineRoutes.create, { body: aFoundMine(), headers });
  const other = await neighbour.get(mineRoutes.create, {
    body: aFoundMine({ facts: { regionCode: '360722' } }),
    headers,
  });
  expect(other.id).not.toBe(mine.id);
});

test('a request that was refused may be sent again with its key once it is right', async () => {
  const mine = await enterMine(official);
  const sent = (version: number) => ({
    params: { id: mine.id },
    body: { version, effectiveOn: '2026-05-06', changes: { name: '对了' } },
    headers: { 'idempotency-key': 'edit-number-0003' },
  });
  expect((await official.call(mineRoutes.edit, sent(9))).status).toBe(409);
  expect((await official.call(mineRoutes.edit, sent(1))).status).toBe(200);
});

test.each(['short', 'with space here', '键键键键键键键键', 'x'.repeat(101)])(
  '“%s” is no key',
  async (key) => {
    const answer = await official.inject({
      method: 'POST',
      url: '/api/mines',
      headers: { 'idempotency-key': Buffer.from(key).toString('latin1') },
      payload: aFoundMine(),
    });
    expect(answer.statusCode).toBe(400);
  },
);

test('without a key the same request is another request', async () => {
  const mine = await enterMine(official);
  const sent = {
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-05-06', changes: { name: '一' } },
  };
  expect((await official.call(mineRoutes.edit, sent)).status).toBe(200);
  expect((await official.call(mineRoutes.edit, sent)).status).toBe(409);
});

test('a write that records nothing in the trail does not commit (S56)', async () => {
  const mine = await enterMine(official);
  const database = house.app.get(Database, { strict: false });
  const caller = { actor: null, address: '127.0.0.1', requestId: 'test' };
  await expect(
    database.write(caller, (tx) =>
      tx.rows(`UPDATE mine SET name = '无痕', version = version + 1 WHERE id = $1`, [mine.id]),
    ),
  ).rejects.toThrow('recorded nothing');
  expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).name).toBe(mine.name);
});

test('the same request at two instances at once is done once; both give its answer (F11, S18)', async () => {
  const other = await createApp(testEnv(house.url), house.clock, async () => undefined);
  try {
    const body = aFoundMine();
    const headers = { ...official.headers, 'idempotency-key': 'at-both-instances' };
    const send = (to: Pick<TestApp, 'inject'>) =>
      to.inject({ method: 'POST', url: callUrl(mineRoutes.create, {}), headers, payload: body });
    const there: Pick<TestApp, 'inject'> = { inject: (sent) => other.app.inject(sent as never) as never };
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => send(at % 2 ? there : house)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 201));
    const ids = new Set(answers.map((answer) => answer.json<{ id: number }>().id));
    expect(ids.size).toBe(1);
    expect(await trailOf([...ids][0] ?? 0)).toEqual([{ action: 'mine.created' }]);
  } finally {
    await other.close();
  }
});

test('a change without an entry, and an entry of another mine, are found out after every test of the API (S56)', async () => {
  const apart = await openTestApp();
  const by = await apart.as('official');
  const [one, other] = [await enterMine(by), await enterMine(by)];
  const rename = (id: number) => `UPDATE mine SET name = '无痕', version = version + 1 WHERE id = ${id}`;
  const database = apart.app.get(Database, { strict: false });
  const caller = { actor: null, address: '127.0.0.1', requestId: 'test' };
  await database.write(caller, async (tx) => {
    await tx.rows(rename(one.id));
    await tx.record({ action: 'mine.edited', mineId: one.id });
  });
  expect(await connected(apart.url, unrecorded)).toEqual([]);
  await database.write(caller, async (tx) => {
    await tx.rows(rename(one.id));
    await tx.record({ action: 'mine.edited', mineId: other.id });
  });
  expect(await connected(apart.url, unrecorded)).toEqual(['mine']);
  await expect(apart.close()).rejects.toThrow('written without an entry: mine');
});

test('when the trail cannot be written, neither is the change (S60)', async () => {
  const mine = await enterMine(official);
  await house.sql('ALTER TABLE trail RENAME TO trail_away');
  const answer = await official.call(mineRoutes.edit, {
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-05-06', changes: { name: '无痕' } },
  });
  await house.sql('ALTER TABLE trail_away RENAME TO trail');
  expect(answer.problem).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(answer.problem)).not.toMatch(/trail|relation|select|insert/i);
  expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).version).toBe(1);
});

test.each([
  `UPDATE trail SET action = 'nothing'`,
  'DELETE FROM trail',
  'DELETE FROM trail WHERE id = -1',
  'TRUNCATE trail',
  'TRUNCATE trail CASCADE',
])('the trail is only added to: “%s” is refused (S50)', async (statement) => {
  await enterMine(official);
  const before = await house.sql('SELECT count(*) FROM trail');
  await expect(house.sql(statement)).rejects.toMatchObject({ code: '42501' });
  expect(await house.sql('SELECT count(*) FROM trail')).toEqual(before);
});
