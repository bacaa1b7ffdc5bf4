import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestApp, type TestApp } from '../../testing/test-app';

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
});
afterAll(() => house.close());

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const NOBODYS = `${part({ alg: 'none' })}.${part({ sub: '1', role: 'manager', exp: 4_070_908_800 })}.`;

test.each([
  ['a token without a signature, as a header', async () => ({ authorization: `Bearer ${NOBODYS}` })],
  ['the same as a cookie', async () => ({ cookie: `qingshan-session=${NOBODYS}` })],
  ['a name and password', async () => ({ authorization: `Basic ${btoa('official:Mountain-42-green')}` })],
  [
    'what the database keeps of a session',
    async () => {
      await house.as('official');
      const [row] = await house.sql<{ kept: string }>(
        `SELECT encode(token_hash, 'base64') AS kept FROM session LIMIT 1`,
      );
      return { cookie: `qingshan-session=${String(row?.kept)}` };
    },
  ],
])('%s opens nothing (S25)', async (_, headers) => {
  const reply = await house.inject({ method: 'GET', url: '/api/mines', headers: await headers() });
  expect(reply.statusCode).toBe(401);
});
