import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_ROUTES, mineRoutes, problem, sessionRoutes, type Route } from '@qingshan/contracts';
import { may, ROLES, type Role } from '@qingshan/domain';
import { CutLine } from './testing/cut-line';
import { aFoundMine, enterMine } from './testing/enter-mine';
import { partsOf, placesIn, withAt } from './testing/sample';
import { openTestApp, signIn, type TestApp, type Visitor } from './testing/test-app';
import { formWith } from './testing/upload';

const SOMEBODY: Record<Role, string> = {
  official: 'official',
  manager: 'manager',
  auditor: 'auditor',
  systemAdministrator: 'sysadmin',
  securityAdministrator: 'secadmin',
  auditAdministrator: 'auditadmin',
};

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

/** Somebody who may call the route, so that what is sent is really read. */
const callerOf = (route: Route): Promise<Visitor> => {
  const rule = route.may;
  const role =
    rule === 'anyone' || rule === 'self' ? 'auditor' : ROLES.find((candidate) => may(candidate, rule));
  return house.as(SOMEBODY[role ?? 'official']);
};

const RAW = '@raw@';
/** JSON as it could come in; numbers that JavaScript cannot write stand as text between marks. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(new RegExp(`"${RAW}([^"]*)"`, 'g'), (_, raw: string) => raw);

const WRONG_JSON: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  `${RAW}1e3`,
  `${RAW}1e400`,
  `${RAW}-0`,
  `${RAW}2147483648`,
  `${RAW}9007199254740993`,
  `${RAW}99999999999999999999999999`,
  '',
  ' ',
  'x'.repeat(70_000),
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '0x10',
  '1e3',
  'NaN',
  '１２３',
  "'; DROP TABLE mine; --",
  [],
  [[]],
  ['1', '1'],
  {},
  { length: 1 },
  { constructor: { prototype: { x: 1 } } },
  { toString: 1, valueOf: 1 },
];

const WRONG_TEXT: readonly string[] = [
  '',
  '%00',
  '%ED%A0%80',
  '%zz',
  '1e3',
  '0x10',
  '-1',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  '%27%3B--',
  '%25',
  '%5C',
  '..%2F..%2Fetc',
  '%EF%BC%91',
  'null',
  'undefined',
  'x'.repeat(7_000),
  ','.repeat(500),
  '[]',
  '{"a":1}',
];

const expectNoFailure = (what: string, status: number, type: unknown, body: string): void => {
  if (status >= 500) throw new Error(`${what} answered ${status}: ${body.slice(0, 300)}`);
  if (status < 400) return;
  expect([what, type]).toEqual([what, 'application/problem+json; charset=utf-8']);
  const said = problem.safeParse(JSON.parse(body));
  expect([what, said.error?.issues]).toEqual([what, undefined]);
};

describe('whatever stands in a field is accepted or refused, never a failure (S42, S43)', () => {
  const routes = Object.entries(ALL_ROUTES).filter(([name]) => name !== 'session.signOut');

  test.each(routes.filter(([, route]) => route.body))(
    'in the body of %s',
    async (name, route) => {
      const visitor = await callerOf(route);
      const { params, body } = partsOf(route);
      const url = `/api${route.path.replace(/:(\w+)/g, (_, key: string) => String(params[key]))}`;
      const send = async (what: string, payload: string) => {
        const reply = await visitor.inject({
          method: route.method,
          url,
          headers: { 'content-type': 'application/json' },
          payload,
        });
        expectNoFailure(`${name} ${what}`, reply.statusCode, reply.headers['content-type'], reply.body);
      };
      for (const path of placesIn(body))
        for (const wrong of WRONG_JSON)
          await send(
            `${path.join('.')} = ${JSON.stringify(wrong)?.slice(0, 40)}`,
            jsonOf(withAt(body, path, wrong)),
          );
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'x', ''])
        await send(`with ${key}`, `{"${key}":{"x":1},${jsonOf(body).slice(1)}`);
      for (const payload of [
        '',
        '{',
        'null',
        '[]',
        '1',
        '"x"',
        '{}{}',
        `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`,
        '\ufeff{}',
      ])
        await send(`as ${payload.slice(0, 20)}`, payload);
    },
    120_000,
  );

  test.each(routes.filter(([, route]) => route.query))(
    'in the query of %s',
    async (name, route) => {
      const visitor = await callerOf(route);
      const { params, query } = partsOf(route);
      const base = `/api${route.path.replace(/:(\w+)/g, (_, key: string) => String(params[key]))}`;
      for (const key of [...Object.keys(query), '__proto__', 'constructor', 'x'])
        for (const wrong of WRONG_TEXT)
          for (const parameter of [
            `${key}=${wrong}`,
            `${key}=1&${key}=${wrong}`,
            `${key}[]=${wrong}`,
            `${key}[x]=${wrong}`,
          ]) {
            const others = Object.entries(query)
              .filter(([other]) => other !== key && ['asOf', 'from', 'to'].includes(other))
              .map(([other, value]) => `${other}=${String(value)}`);
            const url = `${base}?${[...others, parameter].join('&')}`;
            const reply = await visitor.inject({ method: 'GET', url });
            expectNoFailure(
              `${name} ${parameter.slice(0, 60)}`,
              reply.statusCode,
              reply.headers['content-type'],
              reply.body,
            );
          }
    },
    120_000,
  );

  test.each(routes.filter(([, route]) => route.params))('in the address of %s', async (name, route) => {
    const visitor = await callerOf(route);
    const { body } = partsOf(route);
    for (const wrong of [
      ...WRONG_TEXT.filter((text) => text.length < 1_000),
      '0',
      '01',
      '1.0',
      '+1',
      '1%20',
      '%2e%2e',
      '1;x',
      '1/../2',
    ])
      for (const { headers, payload } of [
        route.carries === 'upload' ? formWith('x.csv', 'x') : { headers: {}, payload: JSON.stringify(body) },
      ]) {
        const reply = await visitor.inject({
          method: route.method,
          url: `/api${route.path.replace(/:\w+/g, wrong)}`,
          headers: { 'content-type': 'application/json', ...headers },
          ...(route.method === 'GET' ? {} : { payload }),
        });
        expectNoFailure(`${name} ${wrong}`, reply.statusCode, reply.headers['content-type'], reply.body);
        expect([name, wrong, reply.statusCode >= 400]).toEqual([name, wrong, true]);
      }
  });

  test('in a header', async () => {
    for (const header of [
      'idempotency-key',
      'x-csrf-token',
      'cookie',
      'origin',
      'sec-fetch-site',
      'if-match',
      'accept',
      'accept-encoding',
      'x-forwarded-for',
      'x-http-method-override',
      'content-encoding',
    ])
      for (const wrong of [
        '',
        '\u0001',
        'ÿ',
        '%00',
        'DELETE',
        'x'.repeat(7_000),
        'gzip, deflate, br, *;q=0',
        '__proto__',
      ]) {
        const reply = await official.inject({
          method: 'POST',
          url: '/api/mines',
          headers: { [header]: wrong },
          payload: aFoundMine(),
        });
        expectNoFailure(
          `${header}: ${wrong.slice(0, 20)}`,
          reply.statusCode,
          reply.headers['content-type'],
          reply.body,
        );
      }
  });

  test('and no object is poisoned by it', () => {
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

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
    ['the description', await house.inject({ method: 'GET', url: '/api/openapi.json' })] as const,
  ];
  test('forbids framing, sniffing, scripts and caching, and tells nothing of what it runs on', async () => {
    for (const [what, { headers }] of await replies())
      expect([what, headers]).toEqual([
        what,
        expect.objectContaining({
          'content-security-policy': "default-src 'none';frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
          'x-frame-options': expect.any(String),
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
  afterAll(() => cutOff.close());

  test('reads, writes and sign-ins answer 503 with when to come again, health still answers, and all recover', async () => {
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
        visitor.call(sessionRoutes.read, {}),
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

  test('connections that the server ends under load cost single requests at most, each told 503', async () => {
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
