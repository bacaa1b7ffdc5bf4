import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { figureRoutes, mineRoutes, regionRoutes } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;
let manager: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, manager] = [await house.as('official'), await house.as('manager')];
}, 60_000);
afterAll(() => house.close());

test('divisions in force are told with their functional areas and the waiting room, replaced ones are not', async () => {
  const { regions } = await official.get(regionRoutes.list, {});
  const levels = (level: string) => regions.filter((region) => region.level === level).length;
  expect(['province', 'city', 'county', 'functional', 'unassigned'].map(levels)).toEqual([1, 11, 100, 1, 1]);
  expect(regions.find(({ code }) => code === '360112-01')).toMatchObject({ parentCode: '360112' });
  expect(regions.find(({ code }) => code === '360721')).toBeUndefined();
});

test('the codes that were replaced are kept with their life and the code that took over', async () => {
  const replaced = await house.sql(
    `SELECT code, successor_code, valid_to FROM region WHERE successor_code IS NOT NULL ORDER BY code LIMIT 2`,
  );
  expect(replaced).toEqual([
    { code: '360105', successor_code: '360112', valid_to: '2019-12-31' },
    { code: '360122', successor_code: '360112', valid_to: '2015-12-31' },
  ]);
});

test('asked by the code it had before, a county answers as it is called now, within one’s reach', async () => {
  const mine = await enterMine(official);
  for (const by of [official, manager]) {
    const { rows } = await by.get(mineRoutes.list, { query: { region: '360721', q: mine.number } });
    expect(rows.map(({ id }) => id)).toEqual([mine.id]);
    const { whole } = await by.get(figureRoutes.read, { query: { asOf: '2026-11-24', region: '360721' } });
    expect([whole.regionCode, whole.stages[0]?.mines]).toEqual(['360704', 1]);
  }
  const neighbour = await house.as('neighbour');
  expect((await neighbour.get(mineRoutes.list, { query: { region: '360721' } })).total).toBe(0);
  expect(
    (await neighbour.call(figureRoutes.read, { query: { asOf: '2026-11-24', region: '360721' } })).status,
  ).toBe(404);
});

test('a mine whose place is not known waits where only the province sees it, counts, and is assigned by it', async () => {
  const mine = await enterMine(official);
  const book = (by: Visitor, version: number, regionCode: string) =>
    by.call(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version, effectiveOn: '2026-11-01', changes: { regionCode } },
    });
  expect((await book(await house.as('city'), 1, '360000-00')).problem.code).toBe('scope-not-allowed');
  expect((await book(manager, 1, '360000-00')).status).toBe(200);
  for (const by of [official, await house.as('city')])
    expect((await by.call(mineRoutes.read, { params: { id: mine.id } })).status).toBe(404);
  const waiting = await manager.get(mineRoutes.list, { query: { region: '360000-00' } });
  expect(waiting.rows.map(({ id }) => id)).toEqual([mine.id]);
  const { parts } = await manager.get(figureRoutes.read, { query: { asOf: '2026-11-01' } });
  expect(parts.find(({ regionCode }) => regionCode === '360000-00')?.stages[0]?.mines).toBe(1);
  const { gate } = await manager.get(mineRoutes.read, { params: { id: mine.id } });
  expect(gate.find(({ mend }) => mend === 'regionCode')?.state).toBe('notMet');

  expect((await book(manager, 2, '360722')).status).toBe(200);
  const found = await (await house.as('neighbour')).get(mineRoutes.read, { params: { id: mine.id } });
  expect(found.regionCode).toBe('360722');
});
