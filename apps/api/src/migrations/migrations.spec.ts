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

const schema = () =>
  connected(database.url, async (client) => {
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
