import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller, problemOf } from '../testing/caller';
import { aMine } from '../testing/found-mine';
import { visit } from '../testing/visit';
import { house } from '../testing/house';

const official = () => caller('official');
const entered = () => official().get(mineRoutes.list, { query: { q: 'E2E-SITE' } });

test.each([
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['no token', { 'x-csrf-token': '' }],
  ['a token that is not ours', { 'x-csrf-token': 'AAAAAAAAAAAAAAAAAAAAAAAA' }],
])('a change that comes with %s is refused', async (_, headers) => {
  const reply = await official().send(mineRoutes.create, { body: aMine('E2E-SITE'), headers });
  expect(reply.status).toBe(403);
  expect(await problemOf(reply)).toMatchObject({ code: 'cross-site-request' });
  expect(await entered()).toMatchObject({ total: 0 });
});

test('a form that does not speak JSON is not read', async () => {
  const reply = await official().send(mineRoutes.create, {
    body: aMine('E2E-SITE'),
    headers: { 'content-type': 'text/plain' },
  });
  expect(reply.status).toBe(400);
  expect(await entered()).toMatchObject({ total: 0 });
});

test('the page lets in nothing from another host and cannot be framed', async () => {
  const page = await visit(null, '/sign-in');
  const hosts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
  );
  expect(new Set(hosts)).toEqual(new Set([new URL(house().url).host]));
  const reply = await fetch(`${house().url}/mines`);
  const policy = reply.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});
