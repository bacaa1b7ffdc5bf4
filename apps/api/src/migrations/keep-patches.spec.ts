import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { QueryRunner } from 'typeorm';
import { enterMine } from '../testing/enter-mine';
import { openTestApp, type TestApp } from '../testing/test-app';
import { connected } from '../testing/test-database';
import { KeepPatches20261125240000 } from './20261125-2400-keep-patches';

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
});
afterAll(() => house.close());

test('what was there before is kept from the day since which it is certain, and as known from now on', async () => {
  const official = await house.as('official');
  const untouched = await enterMine(official, { effectiveOn: '2026-03-02' });
  let edited = await enterMine(official, { effectiveOn: '2026-03-02' });
  for (const [effectiveOn, changes] of [
    ['2026-05-01', { areaSquareMetres: '900.00' }],
    ['2026-06-01', { attribute: '2' }],
  ] as const)
    edited = await official.get(mineRoutes.editPatch, {
      params: { id: edited.id, patchId: edited.patches[0]?.id ?? 0 },
      body: { version: edited.version, effectiveOn, changes },
    });
  const [{ now } = { now: '' }] = await house.sql<{ now: string }>('SELECT clock_timestamp()::text AS now');
  const migration = new KeepPatches20261125240000();
  await connected(house.url, async (client) => {
    const runner = { query: (sql: string) => client.query(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    await migration.up(runner);
  });
  const kept = ({ id }: { id: number }) =>
    house.sql(
      `SELECT valid_from::text AS "from", valid_to::text AS "to", recorded_from > $2::timestamptz AS "sinceNow",
         area_square_metres::text AS area, attribute FROM patch_period WHERE mine_id = $1`,
      [id, now],
    );
  const whole = { to: 'infinity', sinceNow: true };
  const [first] = untouched.patches;
  expect(await kept(untouched)).toEqual([
    { ...whole, from: '2026-03-02', area: first?.areaSquareMetres, attribute: first?.attribute },
  ]);
  expect(await kept(edited)).toEqual([{ ...whole, from: '2026-06-01', area: '900.00', attribute: '2' }]);
});
