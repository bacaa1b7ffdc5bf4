import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callUrl, peopleRoutes, sessionRoutes } from '@qingshan/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../create-app';
import { openTestApp, signIn, type TestApp } from '../../testing/test-app';
import { connected, testEnv } from '../../testing/test-database';
import { addPerson, PASSWORD, TEST_PEOPLE } from '../../testing/test-people';

let house: TestApp;
let other: { app: NestFastifyApplication; close: () => Promise<void> };

beforeAll(async () => {
  house = await openTestApp();
  // A second instance over the same database, as behind a proxy.
  other = await createApp(testEnv(house.url), house.clock, async () => undefined);
}, 60_000);
afterAll(async () => {
  await other.close();
  await house.close();
});

let made = 0;
/** Somebody with a session that the other instance has read and remembers. */
const somebodyThere = async () => {
  const username = `elsewhere-${(made += 1)}`;
  const id = await connected(house.url, (client) => addPerson(client, username, TEST_PEOPLE.official));
  const { headers } = await signIn(house.inject, username, PASSWORD);
  const isInThere = async (): Promise<boolean> => {
    const reply = await other.app.inject({ method: 'GET', url: callUrl(sessionRoutes.read, {}), headers });
    return reply.statusCode === 200;
  };
  expect([await isInThere(), await isInThere()]).toEqual([true, true]);
  return { id, isInThere };
};
const shutHere = async (id: number) =>
  (await house.as('secadmin')).get(peopleRoutes.disable, { params: { id }, body: { version: 1 } });

test('an account that is shut on one instance is out on another once the word of it came (S09)', async () => {
  const { id, isInThere } = await somebodyThere();
  await connected(house.url, async (listener) => {
    const word = new Promise((resolve) => listener.once('notification', resolve));
    await listener.query('LISTEN session_changed');
    await shutHere(id);
    await word;
  });
  // Each connection is told by itself; a moment may lie between ours and theirs. The test ends if it never comes.
  while (await isInThere()) await pause(5);
  // And out it stays.
  expect(await isInThere()).toBe(false);
});

test('without the word, what it remembers holds: the word is what shuts', async () => {
  const { id, isInThere } = await somebodyThere();
  // As if the commit’s notification were still on its way: no trigger tells of it.
  await connected(house.url, (client) =>
    client.query(
      `SET session_replication_role = replica; UPDATE person SET disabled_at = now() WHERE id = ${id}`,
    ),
  );
  expect(await isInThere()).toBe(true);
  await house.sql('NOTIFY session_changed');
  while (await isInThere()) await pause(5);
});

test('an instance that can hear nothing remembers nothing: shut accounts are out at once (S09)', async () => {
  const { id, isInThere } = await somebodyThere();
  await house.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'qingshan-listen'`,
  );
  // Until its connection is gone for it too.
  await pause(100);
  await shutHere(id);
  expect(await isInThere()).toBe(false);
});
