import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, sessionRoutes, trailRoutes } from '@qingshan/contracts';
import { aFoundMine, enterMine } from '../../testing/enter-mine';
import { signIn, openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let auditadmin: Visitor;

const wrongPassword = (username: string) =>
  house.inject({ method: 'POST', url: '/api/session', payload: { username, password: 'Wrong-guess-1' } });

beforeAll(async () => {
  house = await openTestApp();
  auditadmin = await house.as('auditadmin');
  for (const [recordedAt, subject] of [
    ['2020-05-05T15:59:59Z', 'late in the evening of the 5th'],
    ['2020-05-05T16:00:00Z', 'first thing on the 6th'],
    ['2020-05-04T16:00:00Z', 'first thing on the 5th'],
  ])
    await house.sql(
      `INSERT INTO trail (recorded_at, action, subject, body) VALUES ($1, 'mine.edited', $2, convert_to($2, 'UTF8'))`,
      [recordedAt, subject],
    );
}, 60_000);
afterAll(() => house.close());

const read = (query: object) => auditadmin.get(trailRoutes.list, { query });

test('what was loaded from earlier times stands where its time is, not where it was loaded', async () => {
  const { entries } = await read({ pageSize: 200 });
  const times = entries.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual([...times].sort().reverse());
});

test('days are Shanghai’s, the last one included', async () => {
  const subjects = async (query: object) => (await read(query)).entries.map(({ subject }) => subject);
  expect(await subjects({ from: '2020-05-05', to: '2020-05-05' })).toEqual([
    'late in the evening of the 5th',
    'first thing on the 5th',
  ]);
  expect(await subjects({ to: '2020-05-04' })).toEqual([]);
});

test('a topic is all its actions; a part of a name finds who did it', async () => {
  await signIn(house.inject, 'official');
  const byOfficial = await read({ action: 'session', person: '李经' });
  expect(byOfficial.entries[0]).toMatchObject({
    action: 'session.opened',
    username: 'official',
    personName: '李经办',
    role: 'official',
  });
  expect((await read({ action: 'session.closed', person: 'official' })).total).toBe(0);
});

test('refusals are read on their own; a lock is told where it fell', async () => {
  for (let guess = 0; guess < 5; guess += 1) await wrongPassword('neighbour');
  const { entries } = await read({ outcome: 'refused', person: 'neighbour' });
  expect(entries.map(({ after }) => after)).toEqual([
    { lockedUntil: '2026-11-24T02:30:00.000Z' },
    null,
    null,
    null,
    null,
  ]);
  expect((await read({ outcome: 'done', action: 'session.refused' })).total).toBe(0);
});

test('one entry is read by its number; one that is not there is told so', async () => {
  const [first] = (await read({ action: 'session' })).entries;
  expect(await auditadmin.get(trailRoutes.read, { params: { id: first?.id ?? 0 } })).toEqual(first);
  expect((await auditadmin.call(trailRoutes.read, { params: { id: 999_999 } })).status).toBe(404);
});

test.each(['action=sign-in', 'from=2020-02-30', 'outcome=maybe', 'sort=id'])(
  'a filter that is none is refused: %s',
  async (query) => {
    const reply = await auditadmin.inject({ method: 'GET', url: `/api/trail?${query}` });
    expect(reply.statusCode).toBe(400);
  },
);

test('what is recorded is one line, whatever signs it holds, and what is too long is not taken (S57)', async () => {
  const official = await house.as('official');
  const remark = '第一行\n{"at":"2020-01-01","entry":{"action":"forged"}}\r\n<script>alert(1)</script>';
  const mine = await official.get(mineRoutes.create, {
    body: aFoundMine({ facts: { remark, name: '\u001b[31m红石场' } }),
    headers: { 'user-agent': 'x\t"}<script>' },
  });
  const [entry] = await house.sql<{ body: Buffer }>('SELECT body FROM trail WHERE mine_id = $1', [mine.id]);
  const line = String(entry?.body);
  expect(line).not.toMatch(/[\u0000-\u001f]|user-agent|x\t/);
  expect(JSON.parse(line)).toMatchObject({
    entry: { action: 'mine.created', after: { remark: mine.remark } },
  });
  for (const name of ['\u0000', '长'.repeat(1_000)]) {
    const answer = await official.call(mineRoutes.create, { body: aFoundMine({ facts: { name } }) });
    expect([name.slice(0, 5), answer.status]).toEqual([name.slice(0, 5), 400]);
  }
});

describe('entries are found by what they are about', () => {
  let id: number;
  let number: string;
  const about = async (object: string) => (await read({ object, pageSize: 200 })).entries;

  beforeAll(async () => {
    const official = await house.as('official');
    const entered = await enterMine(official);
    ({ id, number } = entered);
    const { version } = entered;
    const body = { version, effectiveOn: '2026-11-24', changes: { name: '百合坑100%石场' } };
    await official.get(mineRoutes.edit, { params: { id }, body });
  });

  test('a mine by its number, its id and the name it has today, also an entry of the time before', async () => {
    const all = await about('合坑100%石');
    expect(all[0]).toMatchObject({ action: 'mine.edited', subject: number });
    expect(await about(number.toLowerCase())).toEqual(all);
    expect((await about(String(id))).map((entry) => entry.id)).toContain(all[0]?.id);
    expect(await about('合坑1000石')).toEqual([]);
    expect((await read({ object: number, action: 'session' })).total).toBe(0);
  });

  test('an account by its user name and its person’s name; anything else by the word that was written', async () => {
    const official = await signIn(house.inject, 'official');
    await official.get(sessionRoutes.signOut, {});
    const byName = await about('李经办');
    expect(byName[0]).toMatchObject({ action: 'session.closed', subject: 'official' });
    expect(await about('official')).toEqual(expect.arrayContaining(byName));
    expect((await about('evening of the')).map(({ subject }) => subject)).toEqual([
      'late in the evening of the 5th',
    ]);
  });

  test('an entry that wrote a mine says which version it made, in the bytes that are sealed too', async () => {
    const official = await house.as('official');
    const { version } = await official.get(mineRoutes.read, { params: { id } });
    const [entry] = await about(number);
    expect(entry?.detail).toMatchObject({ mineVersion: version });
    const { body } = await auditadmin.get(trailRoutes.proof, { params: { id: entry?.id ?? 0 } });
    expect(JSON.parse(body)).toMatchObject({ entry: { detail: { mineVersion: version } } });
  });
});
