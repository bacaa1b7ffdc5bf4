import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MineView } from '@qingshan/contracts';
import { enterMine } from '../testing/enter-mine';
import { openTestApp, type TestApp } from '../testing/test-app';

// What the database refuses by itself, whoever writes.

let house: TestApp;
let mine: MineView;

beforeAll(async () => {
  house = await openTestApp();
  mine = await enterMine(await house.as('official'));
}, 60_000);
afterAll(() => house.close());

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const NOT_NULL = '23502';
const STALE = '40001';
const APPEND_ONLY = '42501';
const OUT_OF_RANGE = '22003';

const expectRefused = (sql: string, code: string) =>
  expect(house.sql(sql.replaceAll(':mine', String(mine.id)))).rejects.toMatchObject({ code });

const aMine = (column: string, value: string) => `
  INSERT INTO mine (${['number', 'name', 'region_code', 'stage', 'stage_since', 'effective_on', 'updated_at']
    .filter((name) => name !== column)
    .join(', ')}, ${column})
  SELECT ${[
    ['number', `'Z' || clock_timestamp()`],
    ['name', `'矿'`],
    ['region_code', `'360704'`],
    ['stage', `'survey'`],
    ['stage_since', `'2026-01-01'::date`],
    ['effective_on', `'2026-01-01'::date`],
    ['updated_at', 'now()'],
  ]
    .filter(([name]) => name !== column)
    .map(([, expression]) => expression)
    .join(', ')}, ${value}`;

describe('a mine', () => {
  test('that keeps every rule is let in', async () => {
    await house.sql(aMine('closure_year', '2001'));
  });

  test.each([
    ['damaged_square_metres', `'NaN'`, CHECK],
    ['damaged_square_metres', `'Infinity'`, OUT_OF_RANGE],
    ['damaged_square_metres', '-0.01', CHECK],
    ['damaged_square_metres', '1000000000000', OUT_OF_RANGE],
    ['restored_square_metres', `'NaN'`, CHECK],
    ['restored_square_metres', '1', CHECK],
    ['longitude', `'NaN'`, CHECK],
    ['longitude', '115', CHECK],
    ['funds_allocated_fen', '-1', CHECK],
    ['closure_year', '1899', CHECK],
    ['mining_method', `'Z'`, CHECK],
    ['approach', `'Z'`, CHECK],
    ['stage', `'done'`, CHECK],
    ['stage', 'NULL', NOT_NULL],
    ['number', `''`, CHECK],
    ['number', 'NULL', NOT_NULL],
    ['number', `(SELECT number FROM mine WHERE id = :mine)`, UNIQUE],
    ['name', `''`, CHECK],
    ['effective_on', 'NULL', NOT_NULL],
    ['version', '0', CHECK],
  ])('with %s = %s is refused', (column, value, code) => expectRefused(aMine(column, value), code));

  test.each([
    ['360000', 'a province', CHECK],
    ['360700', 'a city', CHECK],
    ['360721', 'a code that was replaced', CHECK],
    ['999999', 'no division', FOREIGN_KEY],
  ])('is not booked on %s, which is %s', async (code, _, state) => {
    await expectRefused(aMine('region_code', `'${code}'`), state);
    await expectRefused(
      `UPDATE mine SET region_code = '${code}', version = version + 1 WHERE id = :mine`,
      state,
    );
  });

  test.each(['360112-01', '360000-00'])('may lie in %s: a functional area, or wait to be assigned', (code) =>
    house.sql(aMine('region_code', `'${code}'`)),
  );
});

test.each([
  ['area_square_metres', `'NaN'`, CHECK],
  ['area_square_metres', '-1', CHECK],
  ['restored_square_metres', `'NaN'`, CHECK],
  ['restored_square_metres', '2', CHECK],
  ['number', `(SELECT number FROM patch WHERE mine_id = :mine)`, UNIQUE],
  ['mine_id', '987654', FOREIGN_KEY],
])('a patch with %s = %s is refused', (column, value, code) => {
  const values: Record<string, string> = {
    mine_id: ':mine',
    number: `'CT-rule'`,
    area_square_metres: '1',
    effective_on: `'2026-03-02'`,
    restored_square_metres: '1',
    [column]: value,
  };
  return expectRefused(
    `INSERT INTO patch (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`,
    code,
  );
});

describe('what is versioned refuses a write that does not raise the version by one', () => {
  test.each([
    ['mine', `name = '旧'`],
    ['patch', `subclass = '12'`],
    ['person', `name = '旧'`],
    ['import', `file_name = '旧'`],
    ['saved_view', `name = '旧'`],
  ])('%s', async (table, change) => {
    await house.sql(`INSERT INTO import (person_id, file_name, sha256, header_row, notes, columns, state)
      VALUES (1, 'x', repeat('0', 64), 1, '[]', '[]', 'mapping')`);
    await house.sql(
      `INSERT INTO saved_view (person_id, name, filter, shared) VALUES (1, '${table}', '{}', false)`,
    );
    const last = `id = (SELECT max(id) FROM ${table})`;
    for (const version of ['version', 'version + 2', 'version - 1', '1'])
      await expectRefused(`UPDATE ${table} SET ${change}, version = ${version} WHERE ${last}`, STALE);
    await house.sql(`UPDATE ${table} SET ${change}, version = version + 1 WHERE ${last}`);
  });

  test('no versioned table is left out', async () => {
    const without = await house.sql(
      `SELECT table_name FROM information_schema.columns c
       WHERE table_schema = 'public' AND column_name = 'version' AND NOT EXISTS (
         SELECT FROM pg_trigger t WHERE t.tgrelid = c.table_name::regclass AND t.tgfoid = 'refuse_stale_version'::regproc)`,
    );
    expect(without).toEqual([]);
  });
});

describe('what was is not taken away or rewritten', () => {
  test.each([
    'mine',
    'patch',
    'mine_period',
    'patch_period',
    'person',
    'export',
    'trail',
    'trail_log',
    'trail_leaf',
    'trail_node',
    'trail_checkpoint',
    'trail_handover',
  ])('no row of %s goes', async (table) => {
    await expectRefused(`DELETE FROM ${table}`, APPEND_ONLY);
    await expectRefused(`TRUNCATE ${table} CASCADE`, APPEND_ONLY);
  });

  test.each([
    `UPDATE mine_period SET stage = 'restored' WHERE mine_id = :mine`,
    `INSERT INTO mine_period (mine_id, valid_from, recorded_from, number, name, region_code, stage, stage_since)
       VALUES (:mine, '2000-01-01', now(), 'x', 'x', '360704', 'restored', '2000-01-01')`,
    `UPDATE trail SET detail = '{}'`,
    `UPDATE trail SET body = '{}'`,
    `UPDATE trail_log SET origin = 'other'`,
    `UPDATE trail_leaf SET leaf = sha256('other')`,
    `UPDATE trail_node SET hash = sha256('other')`,
    `UPDATE trail_checkpoint SET note = ''`,
    `UPDATE trail_handover SET note = ''`,
  ])('“%s” is refused', (statement) => expectRefused(statement, APPEND_ONLY));
});

describe('a division', () => {
  const aRegion = (values: Record<string, string | null>) => {
    const all: Record<string, string | null> = {
      code: '360799',
      name_zh: '新',
      name_en: 'New',
      level: 'county',
      parent_code: '360700',
      ...values,
    };
    const literals = Object.values(all).map((value) => (value === null ? 'NULL' : `'${value}'`));
    return `INSERT INTO region (${Object.keys(all).join(', ')}) VALUES (${literals.join(', ')})`;
  };

  test('in force, one that was replaced and a functional area are let in', async () => {
    await house.sql(aRegion({}));
    await house.sql(
      aRegion({ code: '360798', successor_code: '360799', valid_to: '2026-01-01', name_zh: '旧' }),
    );
    await house.sql(aRegion({ code: '360799-01', level: 'functional', parent_code: '360799' }));
  });

  test.each([
    ['whose code is no code', { code: '36079' }, CHECK],
    ['that is a county under a county', { code: '360797', parent_code: '360704' }, CHECK],
    ['that is a city without a province', { code: '361200', level: 'city', parent_code: null }, CHECK],
    ['that is a second root', { code: '370000', level: 'province', parent_code: '360000' }, CHECK],
    ['under a parent that is not there', { code: '360797', parent_code: '999999' }, FOREIGN_KEY],
    [
      'with a private code of another’s',
      { code: '360704-01', level: 'functional', parent_code: '360722' },
      CHECK,
    ],
    ['that is a functional area with a public code', { code: '360797', level: 'functional' }, CHECK],
    ['that is a county with a private code', { code: '360700-01' }, CHECK],
    ['that has ended and names no successor', { code: '360797', valid_to: '2026-01-01' }, CHECK],
    ['that has a successor and has not ended', { code: '360797', successor_code: '360704' }, CHECK],
    ['that succeeds itself', { code: '360797', successor_code: '360797', valid_to: '2026-01-01' }, CHECK],
    [
      'that ended before it began',
      { code: '360797', successor_code: '360704', valid_from: '2026-01-02', valid_to: '2026-01-01' },
      CHECK,
    ],
  ] as const)('%s is refused', (_, values, code) => expectRefused(aRegion(values), code));

  test('is not replaced while mines are booked on it, nor in a circle', async () => {
    await expectRefused(
      `UPDATE region SET successor_code = '360722', valid_to = '2026-11-01' WHERE code = '360704'`,
      CHECK,
    );
    await expectRefused(
      `BEGIN; UPDATE region SET successor_code = '360798', valid_to = '2026-11-01' WHERE code = '360799'; COMMIT`,
      CHECK,
    );
  });
});
