import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller, problemOf } from '../testing/caller';
import { aMine, enterMine } from '../testing/found-mine';

const official = () => caller('official');

test('an edit of a version that has passed is a conflict that carries both versions', async () => {
  const mine = await enterMine(official(), 'E2E-STALE');
  const edit = (name: string) => ({
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn: '2026-05-06', changes: { name } },
  });
  await official().get(mineRoutes.edit, edit('先到'));
  const reply = await official().send(mineRoutes.edit, edit('后到'));
  expect(reply.status).toBe(409);
  expect(await problemOf(reply)).toMatchObject({ code: 'version-conflict' });
  expect(await official().get(mineRoutes.read, { params: { id: mine.id } })).toMatchObject({ name: '先到' });
});

test('a request sent twice with one key, at once and again, does one thing', async () => {
  const sent = { body: aMine('E2E-ONCE'), headers: { 'idempotency-key': randomUUID() } };
  const send = async () => (await official().get(mineRoutes.create, sent)).id;
  const together = await Promise.all([send(), send()]);
  expect(new Set([...together, await send()]).size).toBe(1);
  expect(await official().get(mineRoutes.list, { query: { q: 'E2E-ONCE' } })).toMatchObject({ total: 1 });
});
