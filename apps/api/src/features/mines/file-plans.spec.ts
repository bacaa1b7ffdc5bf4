import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planOf } from '../../testing/plan-of';
import { openTestApp, type TestApp } from '../../testing/test-app';
import { FILE } from './mines.queries';
import { FILE_AS_KNOWN, FILE_AS_OF } from './past-file.sql';

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp('demo');
  await house.sql('ANALYZE');
}, 60_000);
afterAll(() => house.close());

test.each([
  ['today', FILE, []],
  ['as of a day', FILE_AS_OF, ['2026-07-01']],
  ['as known at a moment', FILE_AS_KNOWN, ['2026-07-01', '2026-07-01T00:00:00Z']],
])('a file %s is found by indexes, however large the ledger', async (_, sql, more) => {
  await house.sql('ANALYZE');
  const steps = await planOf(house, sql, [1, null, ...more]);
  const scanned = steps.filter((step) => step['Node Type'] === 'Seq Scan');
  const [{ large } = { large: [] }] = await house.sql<{ large: string[] }>(
    `SELECT array_agg(relname::text) AS large FROM pg_class WHERE relkind = 'r' AND reltuples > 1000`,
  );
  expect(large).toContain('mine_period');
  expect(scanned.map((step) => step['Relation Name']).filter((name) => large.includes(name ?? ''))).toEqual(
    [],
  );
});
