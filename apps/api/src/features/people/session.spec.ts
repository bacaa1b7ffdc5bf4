import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_ROUTES, mineRoutes, peopleRoutes, sessionRoutes } from '@qingshan/contracts';
import { aFoundMine } from '../../testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { addPerson, PASSWORD, TEST_PEOPLE } from '../../testing/test-people';
import { connected } from '../../testing/test-database';

let house: TestApp;
let made = 0;

beforeAll(async () => {
  house = await openTestApp();
}, 60_000);
afterAll(() => house.close());

/** An account that only this test knows. */
const somebody = async (): Promise<{ id: number; username: string }> => {
  made += 1;
  const username = `visitor${made}`;
  const id = await connected(house.url, (client) => addPerson(client, username, TEST_PEOPLE.official));
  return { id, username };
};

const trySignIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  house.inject({ method: 'POST', url: '/api/session', payload: { username, password }, headers });

const isIn = async (visitor: Visitor) => (await visitor.call(sessionRoutes.read, {})).status === 200;

describe('signing in', () => {
  test('opens a session that says who one is and what one may do', async () => {
    const visitor = await signIn(house.inject, 'official');
    expect(await visitor.get(sessionRoutes.read, {})).toMatchObject({
      person: {
        username: 'official',
        role: 'official',
        regionCode: '360704',
        regionName: { zh: '赣县区', en: expect.stringMatching(/Ganxian/) },
      },
      acts: expect.arrayContaining(['mine.create', 'mine.edit']),
      mustChangePassword: false,
      demo: false,
      today: '2026-11-24',
      idleMinutes: 30,
    });
  });

  test('takes the name in capitals and with spaces around it, and the password exactly', async () => {
    expect((await trySignIn(' Official ', PASSWORD)).statusCode).toBe(201);
    expect((await trySignIn('official', ` ${PASSWORD}`)).statusCode).toBe(401);
  });

  test('sets a cookie that no script reads and no other site sends', async () => {
    const reply = await trySignIn('official', PASSWORD);
    expect(reply.headers['set-cookie']).toMatch(
      /^qingshan-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('behind HTTPS the cookie is bound to this host and to TLS, and browsers are told to stay there', async () => {
    const secure = await openTestApp('empty', { QINGSHAN_PUBLIC_SCHEME: 'https' });
    const reply = await secure.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'official', password: PASSWORD },
    });
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-qingshan-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(reply.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    await secure.close();
  });

  test('gives a new secret each time, whatever cookie came along (S24)', async () => {
    const planted = 'A'.repeat(43);
    const [one, other] = await Promise.all(
      [1, 2].map(() => trySignIn('official', PASSWORD, { cookie: `qingshan-session=${planted}` })),
    );
    const secrets = [one, other].map((reply) => String(reply?.headers['set-cookie']).split(/[=;]/)[1]);
    expect(new Set([planted, ...secrets]).size).toBe(3);
    const fixed = await house.inject({
      method: 'GET',
      url: '/api/session',
      headers: { cookie: `qingshan-session=${planted}` },
    });
    expect(fixed.statusCode).toBe(401);
  });

  test('keeps only a hash of the secret', async () => {
    const visitor = await signIn(house.inject, 'official');
    const secret = String(visitor.headers.cookie).split('=')[1];
    const rows = await house.sql<{ row: string }>('SELECT s::text AS row FROM session s');
    expect(rows.some(({ row }) => row.includes(String(secret)))).toBe(false);
  });
});

describe('guessing', () => {
  test('after five wrong passwords the right one does not open for thirty minutes (S20)', async () => {
    const { username } = await somebody();
    for (let guess = 0; guess < 5; guess += 1)
      expect((await trySignIn(username, `Wrong-guess-${guess}`)).statusCode).toBe(401);
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(401);
    house.clock.pass({ minutes: 29 });
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(401);
    house.clock.pass({ minutes: 2 });
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(201);
  });

  test('guesses sent together are counted too, and nobody else is locked out', async () => {
    const { username } = await somebody();
    await Promise.all(Array.from({ length: 5 }, () => trySignIn(username, 'Wrong-guess-1')));
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(401);
    expect((await trySignIn('official', PASSWORD)).statusCode).toBe(201);
  });

  test('four wrong ones and a right one start the count again', async () => {
    const { username } = await somebody();
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < 4; guess += 1) await trySignIn(username, 'Wrong-guess-1');
      expect((await trySignIn(username, PASSWORD)).statusCode).toBe(201);
    }
  });

  test('an unknown name, a wrong password, a locked and a shut account are one answer (S21)', async () => {
    const [locked, shut, wrong] = [await somebody(), await somebody(), await somebody()];
    for (let guess = 0; guess < 5; guess += 1) await trySignIn(locked.username, 'Wrong-guess-1');
    await house.sql('UPDATE person SET disabled_at = now(), version = version + 1 WHERE id = $1', [shut.id]);
    const replies = await Promise.all([
      trySignIn('nobody-of-that-name', PASSWORD),
      trySignIn(wrong.username, 'Wrong-guess-1'),
      trySignIn(locked.username, PASSWORD),
      trySignIn(shut.username, PASSWORD),
    ]);
    const said = replies.map((reply) => {
      const { requestId: _, ...rest } = reply.json<Record<string, unknown>>();
      return { status: reply.statusCode, rest, cookie: reply.headers['set-cookie'] };
    });
    for (const one of said) expect(one).toEqual(said[0]);
    expect(said[0]).toMatchObject({ status: 401, rest: { code: 'wrong-credentials' }, cookie: undefined });
  });

  describe('at many names from one address', () => {
    const from = (remoteAddress: string, username: string, password: string) =>
      house.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username, password },
        remoteAddress,
      });

    test('is stopped after fifty failures for a while, told so, and stops nobody elsewhere (S20)', async () => {
      const guess = (name: number) => from('203.0.113.7', `nobody${name}`, PASSWORD);
      for (let name = 0; name < 49; name += 1) expect((await guess(name)).statusCode).toBe(401);
      expect((await from('203.0.113.7', 'auditor', PASSWORD)).statusCode).toBe(201);
      expect((await guess(49)).statusCode).toBe(401);
      const stopped = await from('203.0.113.7', 'auditor', PASSWORD);
      expect([stopped.statusCode, stopped.json<{ code: string }>().code]).toEqual([429, 'too-many-requests']);
      const wait = Number(stopped.headers['retry-after']);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(600);
      expect((await from('203.0.113.8', 'auditor', PASSWORD)).statusCode).toBe(201);
      await house.sql(`ALTER TABLE trail DISABLE TRIGGER trail_append_only;
        UPDATE trail SET recorded_at = recorded_at - interval '10 minutes' WHERE address = '203.0.113.7';
        ALTER TABLE trail ENABLE TRIGGER trail_append_only`);
      expect((await from('203.0.113.7', 'auditor', PASSWORD)).statusCode).toBe(201);
    });

    test('is stopped also when all guesses come at once, before their passwords are looked at', async () => {
      const replies = await Promise.all(
        Array.from({ length: 80 }, (_, name) => from('203.0.113.9', `nobody${name}`, PASSWORD)),
      );
      const count = (status: number) => replies.filter(({ statusCode }) => statusCode === status).length;
      expect([count(401), count(429)]).toEqual([50, 30]);
    });
  });

  test('every refusal is in the trail, without the password (S58, S59)', async () => {
    const { username } = await somebody();
    await trySignIn(username, 'Secret-that-is-typed-9');
    const rows = await house.sql<{ row: string }>(
      `SELECT t::text || convert_from(body, 'UTF8') AS row FROM trail t WHERE action = 'session.refused'`,
    );
    expect(rows.some(({ row }) => row.includes(username))).toBe(true);
    expect(rows.some(({ row }) => row.includes('Secret-that-is-typed-9'))).toBe(false);
  });
});

describe('a session ends', () => {
  test('after thirty minutes without a request (S26)', async () => {
    const visitor = await signIn(house.inject, 'official');
    house.clock.pass({ minutes: 29 });
    expect(await isIn(visitor)).toBe(true);
    house.clock.pass({ minutes: 29 });
    expect(await isIn(visitor)).toBe(true);
    house.clock.pass({ minutes: 30 });
    expect(await isIn(visitor)).toBe(false);
  });

  test('after twelve hours, however busy it was', async () => {
    const visitor = await signIn(house.inject, 'official');
    for (let step = 0; step < 28; step += 1) {
      house.clock.pass({ minutes: 25 });
      expect(await isIn(visitor)).toBe(true);
    }
    house.clock.pass({ minutes: 20 });
    expect(await isIn(visitor)).toBe(false);
  });

  test('and nothing of it is kept once its person signs in again', async () => {
    const { id, username } = await somebody();
    for (let times = 0; times < 3; times += 1) await signIn(house.inject, username);
    house.clock.pass({ minutes: 31 });
    await signIn(house.inject, username);
    expect(await house.sql('SELECT FROM session WHERE person_id = $1', [id])).toHaveLength(1);
  });

  test('when one signs out; the cookie is taken away and the old one opens nothing (S24)', async () => {
    const visitor = await signIn(house.inject, 'official');
    const answer = await visitor.call(sessionRoutes.signOut, {});
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^qingshan-session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await isIn(visitor)).toBe(false);
  });

  test('at the next request once its account is shut (S09)', async () => {
    const { id, username } = await somebody();
    const visitor = await signIn(house.inject, username);
    await (
      await signIn(house.inject, 'secadmin')
    ).get(peopleRoutes.disable, { params: { id }, body: { version: 1 } });
    expect(await isIn(visitor)).toBe(false);
  });

  test('when its account gets another role or region, so that the old rights are gone at once', async () => {
    for (const change of [{ role: 'auditor' }, { regionCode: '360722' }] as const) {
      const { id, username } = await somebody();
      const visitor = await signIn(house.inject, username);
      await (
        await signIn(house.inject, 'secadmin')
      ).get(peopleRoutes.edit, { params: { id }, body: { version: 1, ...change } });
      expect(await isIn(visitor)).toBe(false);
    }
  });
});

describe('one’s own password', () => {
  const change = (visitor: Visitor, newPassword: string, currentPassword = PASSWORD) =>
    visitor.call(sessionRoutes.changePassword, { body: { currentPassword, newPassword } });

  test('is changed with the old one; every other session of the account ends, this one goes on (S24)', async () => {
    const { username } = await somebody();
    const here = await signIn(house.inject, username);
    const elsewhere = await signIn(house.inject, username);
    expect((await change(here, 'Bamboo-77-river')).status).toBe(200);
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(401);
    expect((await trySignIn(username, 'Bamboo-77-river')).statusCode).toBe(201);
  });

  test('is not changed without the old one', async () => {
    const { username } = await somebody();
    const visitor = await signIn(house.inject, username);
    expect((await change(visitor, 'Bamboo-77-river', 'Wrong-guess-1')).problem).toMatchObject({
      status: 400,
      data: { field: 'currentPassword' },
    });
    expect((await trySignIn(username, PASSWORD)).statusCode).toBe(201);
  });

  test.each([
    ['nine signs', 'Ab3-efghi', 'short'],
    ['129 signs', `Ab3-${'x'.repeat(125)}`, 'long'],
    ['two classes of signs', 'abcdefgh1234', 'classes'],
    ['a common word', 'Password-2026', 'common'],
    ['the product’s name', 'Qingshan-2026', 'common'],
    ['the old password', PASSWORD, 'same'],
  ])('is not accepted with %s (S22)', async (_, weak, why) => {
    const visitor = await signIn(house.inject, (await somebody()).username);
    expect((await change(visitor, weak)).problem).toMatchObject({
      status: 422,
      code: 'weak-password',
      data: { why },
    });
  });

  test('is not accepted with one’s own name in it', async () => {
    const { username } = await somebody();
    const visitor = await signIn(house.inject, username);
    expect((await change(visitor, `${username.toUpperCase()}-xyz-9`)).problem.data).toMatchObject({
      why: 'name',
    });
  });

  test('may be 128 signs long, and none of them is cut off', async () => {
    const { username } = await somebody();
    const long = `Ab3-${'长x'.repeat(62)}`;
    expect((await change(await signIn(house.inject, username), long)).status).toBe(200);
    expect((await trySignIn(username, long.slice(0, 127))).statusCode).toBe(401);
    expect((await trySignIn(username, long)).statusCode).toBe(201);
  });

  test('that was made by somebody else must be changed before anything else', async () => {
    const { id, username } = await somebody();
    const { password } = await (
      await signIn(house.inject, 'secadmin')
    ).get(peopleRoutes.resetPassword, { params: { id }, body: { version: 1 } });
    const visitor = await signIn(house.inject, username, password);
    expect((await visitor.get(sessionRoutes.read, {})).mustChangePassword).toBe(true);
    for (const [name, route] of Object.entries(ALL_ROUTES)) {
      if (route.may === 'anyone' || route.may === 'self') continue;
      const reply = await visitor.inject({
        method: route.method,
        url: `/api${route.path.replace(/:\w+/g, '1')}`,
        ...(route.body ? { payload: {} } : {}),
      });
      expect([name, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([
        name,
        403,
        'password-change-due',
      ]);
    }
    const after = await visitor.get(sessionRoutes.changePassword, {
      body: { currentPassword: password, newPassword: 'Bamboo-77-river' },
    });
    expect(after.mustChangePassword).toBe(false);
    expect((await visitor.call(mineRoutes.list, { query: {} })).status).toBe(200);
  });
});

describe('a request from another place (S27)', () => {
  const create = async (headers: Record<string, string>, token = true) => {
    const visitor = await signIn(house.inject, 'official');
    const { 'x-csrf-token': csrf, cookie } = visitor.headers;
    return house.inject({
      method: 'POST',
      url: '/api/mines',
      headers: {
        host: 'qingshan.example',
        cookie: String(cookie),
        ...(token ? { 'x-csrf-token': String(csrf) } : {}),
        ...headers,
      },
      payload: JSON.stringify(aFoundMine()),
    });
  };
  const json = { 'content-type': 'application/json' };

  test('with token, from this page, is done', async () => {
    expect(
      (await create({ ...json, origin: 'https://qingshan.example', 'sec-fetch-site': 'same-origin' }))
        .statusCode,
    ).toBe(201);
    expect((await create({ ...json, 'sec-fetch-site': 'none' })).statusCode).toBe(201);
  });

  test.each([
    ['without the token', {}, false],
    ['with another token', { 'x-csrf-token': 'A'.repeat(24) }, true],
    ['with a shorter token', { 'x-csrf-token': 'A' }, true],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, true],
    ['with a foreign origin', { origin: 'https://evil.example' }, true],
    ['with an origin that only looks alike', { origin: 'https://qingshan.example.evil.example' }, true],
    ['with an origin in a name before an @', { origin: 'https://qingshan.example@evil.example' }, true],
    ['from a page without origin', { origin: 'null' }, true],
  ])('%s is refused', async (_, headers, token) => {
    const reply = await create({ ...json, ...headers }, token);
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([403, 'cross-site-request']);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('that calls itself %s is not read', async (type) => {
    const before = await house.sql('SELECT count(*) FROM mine');
    const reply = await create({ 'content-type': type });
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(await house.sql('SELECT count(*) FROM mine')).toEqual(before);
  });

  test('reads nothing either, and takes no file away', async () => {
    const visitor = await signIn(house.inject, 'official');
    for (const url of ['/api/session', '/api/mines', '/api/exports/1/file'])
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
        const reply = await visitor.inject({ method: 'GET', url, headers });
        expect([url, reply.statusCode]).toEqual([url, 403]);
      }
  });

  test('cannot sign anybody in either', async () => {
    const reply = await trySignIn('official', PASSWORD, { 'sec-fetch-site': 'cross-site' });
    expect(reply.statusCode).toBe(403);
  });

  test.each(['https://evil.example', 'null', 'https://qingshan.example.evil.example'])(
    'with origin %s may read no reply (S48)',
    async (origin) => {
      for (const method of ['GET', 'OPTIONS'] as const) {
        const reply = await house.inject({
          method,
          url: '/api/health',
          headers: { origin, 'access-control-request-method': 'POST' },
        });
        expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    },
  );
});

test('without a session nothing but signing in and the health of the process is open', async () => {
  for (const [name, route] of Object.entries(ALL_ROUTES)) {
    const reply = await house.inject({
      method: route.method,
      url: `/api${route.path.replace(/:\w+/g, '1')}`,
      ...(route.body ? { payload: {} } : {}),
    });
    const open = reply.statusCode !== 401;
    expect([name, open]).toEqual([name, route.may === 'anyone']);
  }
});

test.each([
  '',
  'qingshan-session',
  'qingshan-session=',
  `qingshan-session=${'x'.repeat(4000)}`,
  'qingshan-session=%00',
  'qingshan-session=%zz',
  'qingshan-session="; DROP',
])('the cookie “%s” opens nothing and breaks nothing', async (cookie) => {
  const reply = await house.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  expect(reply.statusCode).toBe(401);
});
