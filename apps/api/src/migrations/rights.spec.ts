import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import pg from 'pg';
import type { Env } from '../platform/env';
import { ENV } from '../platform/platform.tokens';
import { enterMine } from '../testing/enter-mine';
import { openTestApp, type TestApp } from '../testing/test-app';
import { connected } from '../testing/test-database';
import { RIGHTS } from './rights';

let house: TestApp;
let login: string;
let mineId: number;

beforeAll(async () => {
  house = await openTestApp();
  login = house.app.get<Env>(ENV).DATABASE_URL;
  mineId = (await enterMine(await house.as('official'))).id;
});
afterAll(() => house.close());

/** What the database says to a statement of the login's: an SQL state, or null where it was done. */
const told = (sql: string): Promise<string | null> =>
  connected(login, (client) =>
    client.query(`BEGIN; ${sql}; ROLLBACK`).then(
      () => null,
      (error: unknown) => (error as pg.DatabaseError).code ?? 'none',
    ),
  );

const DENIED = '42501';

test('every table has a line of rights, and no line is without a table', async () => {
  const rows = await house.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(RIGHTS).sort());
});

test('the login has the rights of the table and no others, owns nothing and is nobody special', async () => {
  const { username } = new URL(login);
  const rows = await house.sql<{ name: string; rights: string[] }>(
    `SELECT table_name AS name, array_agg(privilege_type::text ORDER BY 1) AS rights
     FROM information_schema.role_table_grants WHERE grantee = $1 AND table_schema = 'public' GROUP BY 1`,
    [username],
  );
  const found = Object.fromEntries(rows.map(({ name, rights }) => [name, [...rights].sort()]));
  const wanted = Object.entries(RIGHTS).map(([name, rights]) => [
    name,
    rights.filter((right) => right !== 'INSERT IN TURN').sort(),
  ]);
  expect(found).toEqual(Object.fromEntries(wanted));
  const inTurn = await house.sql(
    `SELECT relname AS name, count(*) FILTER (WHERE has_column_privilege($1, c.oid, attnum, 'INSERT')
       = (attidentity <> '' OR attgenerated <> ''))::int AS wrong
     FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND has_any_column_privilege($1, c.oid, 'INSERT') AND NOT has_table_privilege($1, c.oid, 'INSERT')
     GROUP BY 1 ORDER BY 1`,
    [username],
  );
  const append = Object.keys(RIGHTS).filter((name) => RIGHTS[name]?.includes('INSERT IN TURN'));
  expect(inTurn).toEqual(append.sort().map((name) => ({ name, wrong: 0 })));
  const [role] = await house.sql<Record<string, boolean>>(
    `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns,
       EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS belongs FROM pg_roles r WHERE rolname = $1`,
    [username],
  );
  expect(Object.values(role ?? {})).toEqual(Array.from({ length: 7 }, () => false));
});

describe('the login cannot rewrite what happened (S50)', () => {
  const HISTORY = [
    'trail',
    'trail_log',
    'trail_leaf',
    'trail_node',
    'trail_checkpoint',
    'trail_handover',
    'mine_period',
    'patch_period',
    'review',
  ];
  test.each(HISTORY)('of %s', async (table) => {
    const [column] = await house.sql<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' AND is_generated = 'NEVER' LIMIT 1`,
      [table],
    );
    const name = String(column?.name);
    const statements = [
      `UPDATE ${table} SET ${name} = ${name}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} DROP COLUMN ${name}`,
      `DROP TABLE ${table} CASCADE`,
      `CREATE RULE r AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
      `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
    ];
    for (const sql of statements) expect([sql, await told(sql)]).toEqual([sql, DENIED]);
  });

  test.each([
    `SELECT setval(pg_get_serial_sequence('trail', 'id'), 1)`,
    'SET ROLE postgres',
    'SET session_replication_role = replica',
    `ALTER FUNCTION refuse_change() RENAME TO refuse_nothing`,
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    `CREATE TABLE of_my_own (id int)`,
    `CREATE TRIGGER mine AFTER INSERT ON trail FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    'GRANT pg_write_all_data TO CURRENT_USER',
    `COPY trail TO PROGRAM 'cat'`,
    `SELECT pg_read_file('/etc/passwd')`,
    `INSERT INTO figure_day VALUES ('360704', 'survey', current_date, 1, 0, 0)`,
    `UPDATE mine_search SET line = ''`,
    `SELECT book_figures(ARRAY[]::figure_change[])`,
    `SELECT keep_figure_months(current_date)`,
    `UPDATE region SET code = code`,
    `DELETE FROM mine`,
    `DELETE FROM person`,
  ])('nor with %s', async (sql) => {
    expect(await told(sql)).toBe(DENIED);
  });

  test('nor by an entry that takes a number of its own, one that is there or one that was left out', async () => {
    for (const id of [1, -1]) {
      const own = `INSERT INTO trail (id, recorded_at, action, outcome, body) VALUES (${id}, now(), 'mine.edited', 'done', '\\x00')`;
      expect(await told(own)).toBe('428C9');
      expect(await told(own.replace('VALUES', 'OVERRIDING SYSTEM VALUE VALUES'))).toBe(DENIED);
    }
  });
});

test('what is done through the product is done: history, figures and search follow the owner’s triggers', async () => {
  const official = await house.as('official');
  const before = await official.get(mineRoutes.read, { params: { id: mineId } });
  const renamed = await official.get(mineRoutes.edit, {
    params: { id: mineId },
    body: { version: before.version, effectiveOn: '2026-11-01', changes: { name: '登录名之外' } },
  });
  expect(renamed.name).toBe('登录名之外');
  const found = await official.get(mineRoutes.list, { query: { q: '登录名之外' } });
  expect(found.total).toBe(1);
});

test('an entry that cannot be written stops what it was to record (S60)', async () => {
  const { username } = new URL(login);
  const official = await house.as('official');
  const { version } = await official.get(mineRoutes.read, { params: { id: mineId } });
  const body = { version, effectiveOn: '2026-11-02', changes: { name: '无迹可寻' } };
  await house.sql(`REVOKE INSERT ON trail FROM ${pg.escapeIdentifier(username)}`);
  try {
    expect((await official.call(mineRoutes.edit, { params: { id: mineId }, body })).status).toBe(500);
  } finally {
    await house.sql(`GRANT INSERT ON trail TO ${pg.escapeIdentifier(username)}`);
  }
  expect((await official.get(mineRoutes.read, { params: { id: mineId } })).version).toBe(version);
});
