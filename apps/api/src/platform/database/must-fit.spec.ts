import { expect, test } from '@jest/globals';
import { createApp } from '../../create-app';
import { connected, openTestDatabase, testEnv } from '../../testing/test-database';
import { TestClock } from '../../testing/test-clock';
import { mustFit } from './must-fit';

const serverOf = (number: number, version: string, encoding = 'UTF8') => ({
  query: async <T>() => [{ number, version, encoding }] as T,
});

test('PostgreSQL from 15 on is taken, an older one is told by its version', async () => {
  await mustFit(serverOf(150_000, '15.0'));
  await mustFit(serverOf(180_004, '18.4'));
  await expect(mustFit(serverOf(140_023, '14.23'))).rejects.toMatchObject({
    unfit: 'database-too-old',
    message: 'PostgreSQL 14.23',
  });
});

test('a database that cannot hold Chinese is refused before anything is written to it', async () => {
  const { url, drop } = await openTestDatabase('empty');
  try {
    const name = `${new URL(url).pathname.slice(1)}_latin`;
    await connected(url, (client) =>
      client.query(
        `CREATE DATABASE ${name} ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`,
      ),
    );
    const latin = url.replace(/[^/]+$/, name);
    const opening = createApp(testEnv(latin), new TestClock(), async () => undefined);
    await expect(opening).rejects.toMatchObject({ unfit: 'database-not-utf8' });
    const tables = await connected(latin, (client) =>
      client.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    );
    expect(tables.rowCount).toBe(0);
    await connected(url, (client) => client.query(`DROP DATABASE ${name}`));
  } finally {
    await drop();
  }
});
