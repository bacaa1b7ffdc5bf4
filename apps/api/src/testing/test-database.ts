import pg from 'pg';
import { createApp } from '../create-app';
import { prepareFirstRun } from '../demo/first-run';
import { readEnv, type Env } from '../platform/env';
import { TestClock } from './test-clock';
import { addPerson, TEST_PEOPLE } from './test-people';
import { watchWrites } from './watch-writes';

/** `empty` holds divisions and people and no mine; `demo` holds the demo province besides; `unpeopled` divisions alone. */
export type Template = 'empty' | 'demo' | 'unpeopled';

const serverUrl = process.env.QINGSHAN_TEST_URL ?? '';
const run = process.env.QINGSHAN_TEST_RUN ?? '';
let made = 0;

const urlOf = (database: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
};

export const testEnv = (databaseUrl: string, overrides: NodeJS.ProcessEnv = {}): Env =>
  readEnv({
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    QINGSHAN_HOME: '/nonexistent',
    ...overrides,
  });

export const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test app, copied from the template; whoever comes first makes the template. */
export const openTestDatabase = (template: Template): Promise<TestDatabase> =>
  connected(serverUrl, async (server) => {
    const from = await templateIn(server, template);
    return create(server, `TEMPLATE ${from} STRATEGY FILE_COPY`);
  });

/** A database with nothing in it, not even a schema. */
export const openBareDatabase = (): Promise<TestDatabase> =>
  connected(serverUrl, (server) => create(server, ''));

const create = async (server: pg.Client, how: string): Promise<TestDatabase> => {
  const name = `${run}_${process.pid}_${(made += 1)}`;
  await server.query(`CREATE DATABASE ${name} ${how}`);
  const drop = () => connected(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return { url: urlOf(name), drop: async () => void (await drop()) };
};

const templateIn = async (server: pg.Client, template: Template): Promise<string> => {
  const name = `${run}_${template}`;
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [run]);
  const { rows } = await server.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name]);
  if (rows.length === 0) {
    await server.query(`CREATE DATABASE ${name}`);
    await fill(urlOf(name), template);
    await server.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  }
  await server.query('SELECT pg_advisory_unlock(hashtext($1))', [run]);
  return name;
};

const fill = async (url: string, template: Template): Promise<void> => {
  const env = testEnv(url, { QINGSHAN_DEMO: template === 'demo' ? '1' : '0' });
  const clock = new TestClock();
  const { close } = await createApp(env, clock, prepareFirstRun(env, clock, () => undefined).loadData);
  await close();
  await connected(url, async (client) => {
    const people = template === 'unpeopled' ? [] : Object.entries(TEST_PEOPLE);
    for (const [username, person] of people) await addPerson(client, username, person);
    await watchWrites(client);
    await client.query('VACUUM ANALYZE');
  });
};
