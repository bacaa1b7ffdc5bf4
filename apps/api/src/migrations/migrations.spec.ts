import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROWS } from '../features/all-rows';
import { openDataSource } from '../platform/database/connect';
import { migrate } from '../platform/database/migrate';
import { connected, openBareDatabase, type TestDatabase } from '../testing/test-database';
import { MIGRATIONS } from './all';

let database: TestDatabase;

beforeAll(async () => {
  database = await openBareDatabase();
});
afterAll(() => database.drop());

const withSource = async <T>(work: (source: ReturnType<typeof openDataSource>) => Promise<T>): Promise<T> => {
  const source = await openDataSource(database.url, ROWS, MIGRATIONS).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
};

const schemaOf = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      `SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type AS what
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
       UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
       UNION ALL SELECT 'constraint', conname || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass
       UNION ALL SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT 'function', p.proname FROM pg_proc p
         WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
       ORDER BY 1, 2`,
    );
    return rows as { kind: string; what: string }[];
  });

const schema = () => schemaOf(database.url);

test('instances that start together bring an empty database up once, the others wait (F14)', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => withSource(migrate)));
  expect(ran.map((names) => names.length).sort()).toEqual([0, 0, MIGRATIONS.length]);
});

test('are ordered by their dates', () => {
  const names = MIGRATIONS.map(({ name }) => name.replace(/^\D+/, ''));
  expect(names).toEqual([...names].sort());
});

test('each goes back the way it came, and the way up leads to the same schema again', async () => {
  const before = await schema();
  expect(before.length).toBeGreaterThan(100);
  await withSource(async (source) => {
    for (let undone = 0; undone < MIGRATIONS.length; undone += 1) await source.undoLastMigration();
  });
  expect(await schema()).toEqual([]);
  await withSource(migrate);
  expect(await schema()).toEqual(before);
});

test('one that was cut off in the middle is undone, and the next start brings it to the end (F13)', async () => {
  const before = await schema();
  const bare = await openBareDatabase();
  const starting = openDataSource(bare.url, ROWS, MIGRATIONS);
  const cutOff = () =>
    connected(bare.url, async (client) => {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
      );
      return rowCount ?? 0;
    });
  try {
    await starting.initialize();
    const outcome = migrate(starting).then(
      () => 'done',
      () => 'cut off',
    );
    while ((await cutOff()) === 0);
    expect(await outcome).toBe('cut off');
    await starting.destroy();
    const again = await openDataSource(bare.url, ROWS, MIGRATIONS).initialize();
    await migrate(again);
    await again.destroy();
    expect(await schemaOf(bare.url)).toEqual(before);
  } finally {
    await bare.drop();
  }
});

test('a release that does not know what a newer one did refuses to start, and changes nothing (F15)', async () => {
  await withSource(async (source) => {
    await source.query(
      `INSERT INTO migrations (timestamp, name) VALUES (4070908800000, 'Later20990101000000')`,
    );
    await expect(migrate(source)).rejects.toMatchObject({
      unfit: 'schema-too-new',
      message: 'Later20990101000000',
    });
    await source.query(`DELETE FROM migrations WHERE name = 'Later20990101000000'`);
    expect(await migrate(source)).toEqual([]);
  });
});
