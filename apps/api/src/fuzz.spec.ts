import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_ROUTES, problem, type Route } from '@qingshan/contracts';
import { may, ROLES, type Role } from '@qingshan/domain';
import { aFoundMine } from './testing/enter-mine';
import { oneOfEverything } from './testing/one-of-everything';
import { partsOf, placesIn, withAt } from './testing/sample';
import { openTestApp, type TestApp, type Visitor } from './testing/test-app';
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

beforeAll(async () => {
  house = await openTestApp();
}, 60_000);
afterAll(() => house.close());

/** Somebody who may call the route, so that what is sent is really read. */
const callerOf = (route: Route): Promise<Visitor> => {
  const rule = route.may;
  const role =
    rule === 'anyone' || rule === 'self' ? 'auditor' : ROLES.find((candidate) => may(candidate, rule));
  return house.as(SOMEBODY[role ?? 'official']);
};

/** The address of something that is there, for the same reason. */
const addressOf = async (name: string, route: Route): Promise<string> => {
  const things = await oneOfEverything(house);
  const params = things[String(name.split('.')[0])] ?? {};
  return `/api${route.path.replace(/:(\w+)/g, (_, key: string) => String(params[key]))}`;
};

/** Still signed in: what was refused was refused for what it holds. */
const expectStillIn = async (name: string, visitor: Visitor): Promise<void> => {
  const reply = await visitor.inject({ method: 'GET', url: '/api/session' });
  expect([name, reply.statusCode]).toEqual([name, 200]);
};

/** The version to send next: an act that was done has raised it. */
const versionIn = (body: string, before: number): number => {
  const reply = JSON.parse(body) as { version?: number; person?: { version: number } } | null;
  return reply?.version ?? reply?.person?.version ?? before;
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
      const { body } = partsOf(route);
      const url = await addressOf(name, route);
      let version = 1;
      const send = async (what: string, payload: string) => {
        const reply = await visitor.inject({
          method: route.method,
          url,
          headers: { 'content-type': 'application/json' },
          payload,
        });
        expectNoFailure(`${name} ${what}`, reply.statusCode, reply.headers['content-type'], reply.body);
        if (reply.statusCode < 300) version = versionIn(reply.body, version);
      };
      const current = () => ('version' in body ? { ...body, version } : body);
      for (const path of placesIn(body))
        for (const wrong of WRONG_JSON)
          await send(
            `${path.join('.')} = ${JSON.stringify(wrong)?.slice(0, 40)}`,
            jsonOf(withAt(current(), path, wrong)),
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
      await expectStillIn(name, visitor);
    },
    120_000,
  );

  test.each(routes.filter(([, route]) => route.query))(
    'in the query of %s',
    async (name, route) => {
      const visitor = await callerOf(route);
      const { query } = partsOf(route);
      const base = await addressOf(name, route);
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
      await expectStillIn(name, visitor);
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
      '1/..%2F2',
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
    const official = await house.as('official');
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
