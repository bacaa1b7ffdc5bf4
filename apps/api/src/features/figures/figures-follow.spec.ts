import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportRoutes, figureRoutes, mineRoutes, type FiguresView, type MineView } from '@qingshan/contracts';
import { RegionTree } from '@qingshan/domain';
import { JIANGXI_REGIONS } from '@qingshan/fixtures';
import { enterMine } from '../../testing/enter-mine';
import { asFigures, liveCount, monthsThatDiffer } from '../../testing/live-count';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, mineIn, move, restorePatch } from '../../testing/walk';

const tree = new RegionTree(JIANGXI_REGIONS);

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
}, 60_000);
afterAll(() => house.close());

const DAYS = [
  '2025-12-31',
  '2026-01-31',
  '2026-03-01',
  '2026-03-02',
  '2026-03-31',
  '2026-04-01',
  '2026-04-19',
  '2026-05-01',
  '2026-06-30',
  '2026-07-15',
  '2026-09-30',
  '2026-10-01',
  '2026-11-01',
  '2026-11-23',
  '2026-11-24',
  '2027-01-01',
];

const readFigures = (asOf: string): Promise<FiguresView> =>
  city.get(figureRoutes.read, { query: { asOf, region: '360700' } });

const expectFiguresToFollow = async (): Promise<void> => {
  for (const day of DAYS) {
    const live = await liveCount(house, day);
    const { whole, parts } = await readFigures(day);
    expect(whole).toEqual(asFigures(live, '360700', tree.withDescendants('360700')));
    for (const part of parts)
      expect(part).toEqual(asFigures(live, part.regionCode, tree.withDescendants(part.regionCode)));
  }
  expect(await monthsThatDiffer(house)).toEqual([]);
};

test('figures follow every move, edit and change of a patch, told in time or late', async () => {
  await house.sql(`SELECT keep_figure_months('2026-11-24')`);
  const walked = await mineIn('restored', official);
  await expectFiguresToFollow();

  // Entered before the first month that is kept.
  const old = await enterMine(official, { effectiveOn: '2025-11-30', patches: [{}, {}] });
  await expectFiguresToFollow();

  const [patch, other] = old.patches;
  if (!patch || !other) throw new Error('no patches');
  const measuredAgain = await official.get(mineRoutes.editPatch, {
    params: { id: old.id, patchId: patch.id },
    body: { version: old.version, effectiveOn: '2026-07-15', changes: { areaSquareMetres: '41000.55' } },
  });
  const added = await official.get(mineRoutes.addPatch, {
    params: { id: old.id },
    body: {
      version: measuredAgain.version,
      effectiveOn: '2026-09-30',
      patch: {
        number: 'CT360704-late',
        subclass: '12',
        attribute: '3',
        areaSquareMetres: '0.07',
        restoredSquareMetres: '0.00',
      },
    },
  });
  expect(added.damagedSquareMetres).toBe('75000.62');
  await expectFiguresToFollow();

  // Restored area told late, in a month long closed.
  await restorePatch(official, added, '2026-03-31');
  await expectFiguresToFollow();

  const relapsed = await move(official, walked, '2026-11-01', 'relapse', '边坡再次滑塌');
  const back = await move(city, relapsed, '2026-11-23', 'stepBack', '资金未到位');
  await expectFiguresToFollow();

  const gone = await move(city, back, '2026-11-24', 'remove', '与另一矿山重复');
  await expectFiguresToFollow();
  await move(city, gone, '2026-11-24', 'reinstate', '不重复');
  await expectFiguresToFollow();
});

test('a mine that is moved to another county leaves the figures of the one and enters those of the other', async () => {
  const mine = await enterMine(official);
  await edit(city, mine, '2026-06-30', { regionCode: '360722' });
  await expectFiguresToFollow();
  const inCounty = ({ parts }: FiguresView, code: string) =>
    parts.find(({ regionCode }) => regionCode === code)?.stages[0]?.mines ?? 0;
  const [before, after] = [await readFigures('2026-06-29'), await readFigures('2026-06-30')];
  expect(inCounty(after, '360704')).toBe(inCounty(before, '360704') - 1);
  expect(inCounty(after, '360722')).toBe(inCounty(before, '360722') + 1);
});

test('a month that begins later is kept from the same history', async () => {
  await enterMine(official, { effectiveOn: '2026-11-20' });
  await house.sql(`SELECT keep_figure_months('2027-03-05')`);
  expect(await monthsThatDiffer(house)).toEqual([]);
  await expectFiguresToFollow();
});

test('what the system believed before a correction can still be read: as known then, the old answer', async () => {
  const mine = await enterMine(official, { facts: { name: '枫林采石场' } });
  const known = async (day: string, moment: Date) =>
    house.sql<{ name: string }>(
      `SELECT name FROM mine_period
       WHERE mine_id = $1 AND valid_from <= $2 AND valid_to > $2 AND recorded_from <= $3 AND recorded_to > $3`,
      [mine.id, day, moment],
    );
  const [{ now: before } = { now: new Date() }] = await house.sql<{ now: Date }>(
    `SELECT clock_timestamp() + interval '1 millisecond' AS now, pg_sleep(0.005)`,
  );
  await edit(official, mine, '2026-05-06', { name: '坪石采石场' });
  const [{ now: after } = { now: new Date() }] = await house.sql<{ now: Date }>(
    `SELECT clock_timestamp() + interval '1 millisecond' AS now, pg_sleep(0.005)`,
  );
  expect(await known('2026-06-01', before)).toEqual([{ name: '枫林采石场' }]);
  expect(await known('2026-06-01', after)).toEqual([{ name: '坪石采石场' }]);
  expect(await known('2026-04-01', before)).toEqual([{ name: '枫林采石场' }]);
  expect(await known('2026-04-01', after)).toEqual([{ name: '枫林采石场' }]);
});

test('on any day, and as known at any moment, exactly one state of a mine holds', async () => {
  let mine: MineView = await enterMine(official, { effectiveOn: '2026-02-01' });
  mine = await edit(official, mine, '2026-08-01', { town: '江口镇' });
  mine = await edit(official, mine, '2026-04-01', { name: '江口采石场' });
  await edit(official, mine, '2026-06-01', { remark: '复核' });
  const periods = await house.sql<{ overlap: string }>(
    `SELECT a.id AS overlap FROM mine_period a JOIN mine_period b ON a.mine_id = b.mine_id AND a.id < b.id
       AND daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
       AND tstzrange(a.recorded_from, a.recorded_to) && tstzrange(b.recorded_from, b.recorded_to)
     WHERE a.mine_id = $1`,
    [mine.id],
  );
  expect(periods).toEqual([]);
  const now = await house.sql(
    `SELECT valid_from, valid_to::text, name, town, remark FROM mine_period
     WHERE mine_id = $1 AND recorded_to = 'infinity' ORDER BY valid_from`,
    [mine.id],
  );
  expect(now).toEqual([
    {
      valid_from: '2026-02-01',
      valid_to: '2026-04-01',
      name: '大田乡坪石采石场',
      town: '大田乡',
      remark: null,
    },
    { valid_from: '2026-04-01', valid_to: '2026-06-01', name: '江口采石场', town: '大田乡', remark: null },
    { valid_from: '2026-06-01', valid_to: '2026-08-01', name: '江口采石场', town: '大田乡', remark: '复核' },
    { valid_from: '2026-08-01', valid_to: 'infinity', name: '江口采石场', town: '江口镇', remark: '复核' },
  ]);
});

test('an export record of a past day is written for the same rows as its figure', async () => {
  const figures = await readFigures('2026-05-01');
  const mines = figures.whole.stages.reduce((sum, stage) => sum + stage.mines, 0);
  const made = await city.get(exportRoutes.make, {
    body: { filter: { asOf: '2026-05-01' }, language: 'zh' },
  });
  const file = await city.call(exportRoutes.file, { params: { id: made.id } });
  expect(file.bytes.toString('utf8').trim().split('\n')).toHaveLength(mines + 1);
});
