import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, problem } from '@qingshan/contracts';
import { CutLine } from './testing/cut-line';
import { aFoundMine, enterMine } from './testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from './testing/test-app';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

test.each([
  'number;DROP TABLE mine',
  '(SELECT 1)',
  'id',
  'm.id',
  'number,name',
  '--number',
  'NUMBER',
  'password_hash',
  'CASE WHEN 1=1 THEN number END',
  'constructor',
  '__proto__',
])('a list is not sorted by “%s” (S30)', async (sort) => {
  const answer = await official.call(mineRoutes.list, { query: { sort } });
  expect(answer.problem).toMatchObject({
    status: 400,
    code: 'invalid-input',
    fields: [{ path: 'query.sort' }],
  });
});

describe('limits (S45)', () => {
  test('5,000 query parameters are refused, in a reply of bounded size', async () => {
    const query = Array.from({ length: 5_000 }, (_, index) => `p${index}=1`).join('&');
    const reply = await official.inject({ method: 'GET', url: `/api/mines?${query}` });
    expect(reply.statusCode).toBe(400);
    expect(reply.body.length).toBeLessThan(200_000);
  });
  test('JSON above one megabyte is too large, and says so', async () => {
    const reply = await official.inject({
      method: 'POST',
      url: '/api/mines',
      payload: { ...aFoundMine(), remark: 'x'.repeat(1_050_000) },
    });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([413, 'too-large']);
  });
  test('one megabyte of nesting is refused', async () => {
    const depth = 100_000;
    const reply = await official.inject({
      method: 'POST',
      url: '/api/mines',
      headers: { 'content-type': 'application/json' },
      payload: `${'['.repeat(depth)}${']'.repeat(depth)}`,
    });
    expect(reply.statusCode).toBe(400);
  });
  test.each([
    ['pageSize', 201],
    ['pageSize', 1_000_000_000],
    ['pageSize', 0],
    ['page', 0],
    ['page', 1_000_001],
    ['page', -1],
  ])('a page asked with %s = %d is refused', async (name, value) => {
    expect((await official.call(mineRoutes.list, { query: { [name]: value } })).status).toBe(400);
  });
  test('a page far behind the end is empty', async () => {
    expect((await official.get(mineRoutes.list, { query: { page: 1_000_000, pageSize: 200 } })).rows).toEqual(
      [],
    );
  });
  test('fifty-one patches are too many', async () => {
    const body = aFoundMine({ patches: Array.from({ length: 51 }, () => ({})) });
    expect((await official.call(mineRoutes.create, { body })).status).toBe(400);
  });
});

describe('every reply (S46, S47)', () => {
  const replies = async () => [
    ['a health check', await house.inject({ method: 'GET', url: '/api/health' })] as const,
    ['a list', await official.inject({ method: 'GET', url: '/api/mines' })] as const,
    ['a refusal', await house.inject({ method: 'GET', url: '/api/mines' })] as const,
    [
      'a broken body',
      await official.inject({
        method: 'POST',
        url: '/api/mines',
        headers: { 'content-type': 'application/json' },
        payload: '{',
      }),
    ] as const,
    ['an address that is not there', await house.inject({ method: 'GET', url: '/api/nothing' })] as const,
    ['the bare prefix', await house.inject({ method: 'GET', url: '/api' })] as const,
    ['broken percent encoding', await house.inject({ method: 'GET', url: '/api/mines/%zz' })] as const,
    [
      'a longer id than there is',
      await house.inject({ method: 'GET', url: `/api/mines/${'1'.repeat(200)}` }),
    ] as const,
    ['the description', await house.inject({ method: 'GET', url: '/api/openapi.json' })] as const,
  ];
  test('forbids framing, sniffing, scripts and caching, and tells nothing of what it runs on', async () => {
    for (const [what, { headers }] of await replies())
      expect([what, headers]).toEqual([
        what,
        expect.objectContaining({
          'content-security-policy': "default-src 'none';frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'same-origin',
          'cache-control': 'no-store',
        }),
      ]);
    for (const [what, { headers }] of await replies())
      expect([what, Object.keys(headers).filter((name) => /^(server|x-powered-by)$/.test(name))]).toEqual([
        what,
        [],
      ]);
  });
  test.each([
    '/api/nothing',
    '/api',
    '/api/',
    '/api/mines/1/nothing',
    '/api/mines/1/moves/2',
    '/api/%2e%2e/x',
    '/api/api-json',
    '/api/.env',
  ])('for %s is a problem document that says it is not there', async (url) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      const reply = await official.inject({ method, url });
      expect([method, reply.statusCode]).toEqual([method, 404]);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(problem.parse(reply.json())).toMatchObject({ status: 404, code: 'not-found' });
    }
  });
  test.each([
    '/.git/config',
    '/.env',
    '/package.json',
    '/api/docs/../../package.json',
    '/api/docs/%2e%2e%2fpackage.json',
    '/api/docs/swagger-ui.css.map',
    '/main.js.map',
    '/graphql',
    '/metrics',
  ])('for %s is that it is not there', async (url) => {
    expect((await house.inject({ method: 'GET', url })).statusCode).toBe(404);
  });
  test('of a failure holds no stack, no SQL and no name of a table', async () => {
    await house.sql('ALTER TABLE mine_search RENAME TO mine_search_away');
    const reply = await official.inject({ method: 'GET', url: `/api/mines?q=${encodeURIComponent('石场')}` });
    await house.sql('ALTER TABLE mine_search_away RENAME TO mine_search');
    expect(reply.statusCode).toBe(500);
    expect(problem.parse(reply.json()).code).toBe('internal');
    expect(reply.body).not.toMatch(/mine_search|select|at .*\.ts|node_modules/i);
  });
  test('carries an id of its own that the trail knows', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => official.call(mineRoutes.read, { params: { id: 987_654 } })),
    );
    expect(new Set(answers.map(({ problem: { requestId } }) => requestId)).size).toBe(2);
  });
});

describe('when PostgreSQL is away', () => {
  const line = new CutLine();
  let cutOff: TestApp;
  beforeAll(async () => {
    cutOff = await openTestApp('empty', {}, line.through);
  });
  afterAll(async () => {
    await cutOff.close();
    // A line that still listens keeps the process from ending.
    await line.cut();
  });

  test('reads, writes and sign-ins answer 503 with when to come again, health still answers, and all recover (F02)', async () => {
    const visitor = await signIn(cutOff.inject, 'official');
    const mine = await enterMine(visitor);
    await line.cut();
    const write = {
      params: { id: mine.id },
      body: { version: 1, effectiveOn: '2026-11-01', changes: { name: '断线' } },
    };
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([
        visitor.call(mineRoutes.list, { query: {} }),
        visitor.call(mineRoutes.edit, write),
        visitor.call(mineRoutes.read, { params: { id: mine.id } }),
      ]);
      for (const answer of answers) {
        expect(answer.problem).toMatchObject({ status: 503, code: 'service-unavailable' });
        expect(answer.headers['retry-after']).toBe('2');
      }
    }
    const entering = await cutOff.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'official', password: 'x' },
    });
    expect(entering.statusCode).toBe(503);
    expect((await cutOff.inject({ method: 'GET', url: '/api/health' })).statusCode).toBe(200);
    await line.mend();
    expect((await visitor.get(mineRoutes.read, { params: { id: mine.id } })).version).toBe(1);
    expect((await visitor.get(mineRoutes.edit, write)).name).toBe('断线');
  });

  test('connections that the server ends under load cost single requests at most, each told 503 (F03)', async () => {
    const visitor = await signIn(cutOff.inject, 'official');
    await enterMine(visitor);
    const asked = Array.from({ length: 60 }, () => visitor.call(mineRoutes.list, { query: {} }));
    await cutOff.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'qingshan-%'`,
    );
    for (const { status } of await Promise.all(asked)) expect([200, 503]).toContain(status);
    expect((await visitor.call(mineRoutes.list, { query: {} })).status).toBe(200);
  });

  test('a statement that another writer blocks for long is told as busy, not as a failure', async () => {
    const visitor = await signIn(cutOff.inject, 'official');
    const mine = await enterMine(visitor);
    const locked = cutOff.sql(
      `BEGIN; SELECT FROM mine WHERE id = ${mine.id} FOR UPDATE; SELECT pg_sleep(7); COMMIT`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = await visitor.call(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: 1, effectiveOn: '2026-11-01', changes: { name: '等' } },
    });
    expect(answer.problem).toMatchObject({ status: 409, code: 'busy' });
    await locked;
  }, 60_000);
});
