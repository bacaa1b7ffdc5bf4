import { readFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, peopleRoutes, sessionRoutes, trailRoutes, type PersonView } from '@qingshan/contracts';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { FirstAccounts } from './first-accounts';

let house: TestApp;
let secadmin: Visitor;
let made = 0;

beforeAll(async () => {
  house = await openTestApp();
  secadmin = await house.as('secadmin');
}, 60_000);
afterAll(() => house.close());

const newcomer = (overrides: object = {}) => ({
  username: `newcomer${(made += 1)}`,
  name: '新同事',
  role: 'official' as const,
  regionCode: '360722',
  ...overrides,
});

const personOf = async (username: string): Promise<PersonView> => {
  const { people } = await secadmin.get(peopleRoutes.list, { query: { q: username } });
  const person = people.find((candidate) => candidate.username === username);
  if (!person) throw new Error(username);
  return person;
};

test('a new account gets a password made by the server, good by our own rules, which must be changed', async () => {
  const body = newcomer();
  const { person, password } = await secadmin.get(peopleRoutes.create, { body });
  expect(person).toMatchObject({
    username: body.username,
    state: 'active',
    mustChangePassword: true,
    lastSignInAt: null,
    version: 1,
  });
  const visitor = await signIn(house.inject, body.username, password);
  expect((await visitor.get(sessionRoutes.read, {})).mustChangePassword).toBe(true);
  expect((await personOf(body.username)).lastSignInAt).toBe('2026-11-24T02:00:00.000Z');
});

test('two accounts never get the same password, and no password is kept readable anywhere', async () => {
  const headers = { 'idempotency-key': 'an-account-made-once' };
  const one = await secadmin.get(peopleRoutes.create, { body: newcomer(), headers });
  const other = await secadmin.get(peopleRoutes.create, { body: newcomer() });
  expect(one.password).not.toBe(other.password);
  const tables = await house.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables) {
    const rows = await house.sql<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    for (const { password } of [one, other])
      expect([name, rows.filter(({ row }) => row.includes(password))]).toEqual([name, []]);
  }
});

test('a username is given once', async () => {
  const body = newcomer();
  const answers = await Promise.all([1, 2].map(() => secadmin.call(peopleRoutes.create, { body })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test.each([
  { username: 'A b' },
  { username: '1abc' },
  { username: 'ab' },
  { name: ' ' },
  { role: 'administrator' },
  { regionCode: '360721' },
  { regionCode: '999999' },
  { regionCode: '360000-00' },
  { id: 7 },
  { password: 'Chosen-by-me-1' },
  { mustChangePassword: false },
  { version: 3 },
])('an account is not made with %j', async (wrong) => {
  const reply = await secadmin.inject({
    method: 'POST',
    url: '/api/people',
    payload: { ...newcomer(), ...wrong },
  });
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'invalid-input']);
});

describe('nobody changes their own account (S07)', () => {
  test.each(['edit', 'disable', 'enable', 'resetPassword'] as const)('not by %s', async (act) => {
    const own = await personOf('secadmin');
    const body = { version: own.version, ...(act === 'edit' ? { role: 'manager' as const } : {}) };
    const answer = await secadmin.call(peopleRoutes[act], { params: { id: own.id }, body });
    expect(answer.problem).toMatchObject({ status: 422, code: 'own-account' });
    expect(await personOf('secadmin')).toEqual(own);
    const [noted] = await house.sql(
      `SELECT outcome, detail ->> 'refusal' AS why FROM trail WHERE action = 'access.refused' ORDER BY id DESC LIMIT 1`,
    );
    expect(noted).toEqual({ outcome: 'refused', why: 'own-account' });
  });
});

test('an edit of an account carries the version it was made from', async () => {
  const { person } = await secadmin.get(peopleRoutes.create, { body: newcomer() });
  const sent = { params: { id: person.id }, body: { version: 1, name: '改名' } };
  expect(await secadmin.get(peopleRoutes.edit, sent)).toMatchObject({ name: '改名', version: 2 });
  expect((await secadmin.call(peopleRoutes.edit, sent)).problem).toMatchObject({
    status: 409,
    code: 'version-conflict',
  });
});

test('an edit that changes nothing is refused and ends no session', async () => {
  const { person } = await secadmin.get(peopleRoutes.create, { body: newcomer() });
  const answer = await secadmin.call(peopleRoutes.edit, { params: { id: person.id }, body: { version: 1 } });
  expect(answer.problem).toMatchObject({ status: 400, data: { why: 'nothing-changed' } });
});

test('an account that is shut opens again, also one that was locked', async () => {
  const body = newcomer();
  const { person, password } = await secadmin.get(peopleRoutes.create, { body });
  for (let guess = 0; guess < 5; guess += 1)
    await house.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: body.username, password: 'Wrong-guess-1' },
    });
  expect(await personOf(body.username)).toMatchObject({
    state: 'locked',
    lockedUntil: '2026-11-24T02:30:00.000Z',
  });
  const shut = await secadmin.get(peopleRoutes.disable, { params: { id: person.id }, body: { version: 1 } });
  expect(shut.state).toBe('disabled');
  const open = await secadmin.get(peopleRoutes.enable, { params: { id: person.id }, body: { version: 2 } });
  expect(open).toMatchObject({ state: 'active', lockedUntil: null });
  await signIn(house.inject, body.username, password);
});

test('an account that is shut is not shut again: the day it was shut stays', async () => {
  const { person } = await secadmin.get(peopleRoutes.create, { body: newcomer() });
  const shut = (version: number) => ({ params: { id: person.id }, body: { version } });
  await secadmin.get(peopleRoutes.disable, shut(1));
  const answer = await secadmin.call(peopleRoutes.disable, shut(2));
  expect(answer.problem).toMatchObject({ status: 400, data: { why: 'nothing-changed' } });
});

describe('a role is at home where it belongs', () => {
  test.each([
    ['official', '360700'],
    ['official', '360000'],
    ['systemAdministrator', '360722'],
    ['securityAdministrator', '360700'],
    ['auditAdministrator', '360700'],
  ] as const)('no account is made for a %s at %s', async (role, regionCode) => {
    const answer = await secadmin.call(peopleRoutes.create, { body: newcomer({ role, regionCode }) });
    expect(answer.problem).toMatchObject({
      status: 422,
      code: 'scope-not-allowed',
      data: { field: 'regionCode', role },
    });
  });

  test('nor does an edit of one of the two lead there', async () => {
    const { person } = await secadmin.get(peopleRoutes.create, { body: newcomer() });
    for (const change of [{ regionCode: '360700' }, { role: 'securityAdministrator' }] as const) {
      const body = { version: 1, ...change };
      const answer = await secadmin.call(peopleRoutes.edit, { params: { id: person.id }, body });
      expect(answer.problem.code).toBe('scope-not-allowed');
    }
    const body = { version: 1, role: 'manager', regionCode: '360700' } as const;
    expect(await secadmin.get(peopleRoutes.edit, { params: { id: person.id }, body })).toMatchObject({
      role: 'manager',
      regionCode: '360700',
    });
  });
});

describe('the list', () => {
  const namesOf = async (query: object) => {
    const { people, total } = await secadmin.get(peopleRoutes.list, { query });
    expect(total).toBeGreaterThanOrEqual(people.length);
    return people.map(({ username }) => username);
  };

  test('is searched by a part of the name or user name; signs of a pattern are only signs', async () => {
    expect(await namesOf({ q: '李经' })).toEqual(['official']);
    expect(await namesOf({ q: 'SECADM' })).toEqual(['secadmin']);
    expect(await namesOf({ q: '%' })).toEqual([]);
  });

  test('is narrowed by role, by a division with all below it, and by state', async () => {
    expect(await namesOf({ role: 'auditor,auditAdministrator' })).toEqual(['auditor', 'auditadmin']);
    const inGanzhou = await namesOf({ region: '360700', pageSize: 200 });
    expect(inGanzhou).toEqual(expect.arrayContaining(['official', 'neighbour', 'city']));
    expect(inGanzhou).not.toContain('manager');
    const body = newcomer();
    const { person } = await secadmin.get(peopleRoutes.create, { body });
    await secadmin.get(peopleRoutes.disable, { params: { id: person.id }, body: { version: 1 } });
    expect(await namesOf({ state: 'disabled', pageSize: 200 })).toContain(body.username);
    expect(await namesOf({ state: 'active', pageSize: 200 })).not.toContain(body.username);
  });

  test.each(['name', '-username', 'state', '-lastSignInAt', 'regionCode'])(
    'is ordered by %s, a page at a time',
    async (sort) => {
      const whole = await namesOf({ sort, pageSize: 200 });
      const pages = [
        ...(await namesOf({ sort, pageSize: 4 })),
        ...(await namesOf({ sort, pageSize: 4, page: 2 })),
      ];
      expect(pages).toEqual(whole.slice(0, 8));
    },
  );
});

test('the trail tells of an account what it was and what it became, and nothing of its password', async () => {
  const body = newcomer();
  const { person } = await secadmin.get(peopleRoutes.create, { body });
  const params = { id: person.id };
  await secadmin.get(peopleRoutes.edit, { params, body: { version: 1, name: '新名', role: 'official' } });
  await secadmin.get(peopleRoutes.resetPassword, { params, body: { version: 2 } });
  const { entries } = await (
    await house.as('auditadmin')
  ).get(trailRoutes.list, { query: { person: 'secadmin' } });
  const [reset, edited] = entries.filter(({ subject }) => subject === body.username);
  expect(edited).toMatchObject({
    action: 'person.edited',
    role: 'securityAdministrator',
    before: { name: body.name },
    after: { name: '新名' },
  });
  expect(edited?.after).not.toHaveProperty('role');
  expect(reset).toMatchObject({ action: 'password.reset', before: {}, after: {} });
});

test('the audit administrator reads what was done to accounts, who did it and from where', async () => {
  const body = newcomer({ name: '被记录的人' });
  await secadmin.get(peopleRoutes.create, { body });
  const { entries, total } = await (
    await house.as('auditadmin')
  ).get(trailRoutes.list, { query: { action: 'person', person: 'secadmin' } });
  expect(total).toBeGreaterThan(0);
  expect(entries[0]).toMatchObject({
    action: 'person.created',
    subject: body.username,
    personName: '安全管理员',
    address: '127.0.0.1',
    outcome: 'done',
  });
});

test('what somebody may not do is refused and noted, but a hammering script does not fill the trail (S59)', async () => {
  const auditor = await house.as('auditor');
  for (let knock = 0; knock < 40; knock += 1) await auditor.call(peopleRoutes.list, {});
  const { total, entries } = await (
    await house.as('auditadmin')
  ).get(trailRoutes.list, { query: { action: 'access.refused', person: 'auditor', pageSize: 100 } });
  expect(total).toBe(30);
  expect(entries[0]).toMatchObject({
    outcome: 'refused',
    detail: { act: 'person.read', refusal: 'not-allowed', method: 'GET', path: '/api/people' },
  });
});

describe('the first run', () => {
  test('makes the three administrators, each with a password of its own, and writes them for their owner’s eyes only (S28)', async () => {
    const home = await mkdtemp(join(tmpdir(), 'qingshan-first-run-'));
    const fresh = await openTestApp('unpeopled', { QINGSHAN_HOME: home });
    const makeAccounts = () => fresh.app.get(FirstAccounts, { strict: false }).make([]);
    const made = await Promise.all([makeAccounts(), makeAccounts(), makeAccounts()]);
    const [accounts, ...others] = made.sort((one) => (one ? -1 : 1));
    expect(others).toEqual([null, null]);
    expect(accounts?.people.map(({ role }) => role)).toEqual([
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ]);
    expect(new Set(accounts?.people.map(({ password }) => password)).size).toBe(3);
    const file = join(home, 'accounts.txt');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, 'utf8');
    for (const { username, password } of accounts?.people ?? []) {
      expect(text).toContain(`${username}\t${password}`);
      const visitor = await signIn(fresh.inject, username, password);
      expect((await visitor.get(sessionRoutes.read, {})).mustChangePassword).toBe(true);
    }
    expect(await makeAccounts()).toBeNull();
    await fresh.close();
    await rm(home, { recursive: true });
  });
});

test('administrators touch no mine data: neither read nor write', async () => {
  for (const who of ['sysadmin', 'secadmin', 'auditadmin'] as const)
    expect((await (await house.as(who)).call(mineRoutes.list, { query: {} })).problem.code).toBe(
      'not-allowed',
    );
});
