import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figureRoutes, mineRoutes, type RegionFigures } from '@qingshan/contracts';
import { LISTED_STAGES, RegionTree, sumOfAreas, toMu } from '@qingshan/domain';
import { JIANGXI_REGIONS } from '@qingshan/fixtures';
import { asFigures, liveCount, monthsThatDiffer } from '../../testing/live-count';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

const tree = new RegionTree(JIANGXI_REGIONS);
const PUBLISHED = '2022-12-31';

let house: TestApp;
let manager: Visitor;

beforeAll(async () => {
  house = await openTestApp('demo');
  manager = await house.as('manager');
}, 120_000);
afterAll(() => house.close());

const figures = (asOf: string, region?: string) =>
  manager.get(figureRoutes.read, { query: { asOf, region } });
const minesOf = ({ stages }: RegionFigures) => stages.reduce((sum, { mines }) => sum + mines, 0);
const damagedOf = ({ stages }: RegionFigures) =>
  sumOfAreas(stages.map(({ damagedSquareMetres }) => damagedSquareMetres));
const restoredOf = ({ stages }: RegionFigures) =>
  sumOfAreas(stages.map(({ restoredSquareMetres }) => restoredSquareMetres));

describe('as of 2022-12-31 the demo province shows what was published', () => {
  test('10,253 mines with 524,300 mu of destroyed land', async () => {
    const { whole } = await figures(PUBLISHED);
    expect(minesOf(whole)).toBe(10_253);
    expect(damagedOf(whole)).toBe('349533333.33');
    expect(toMu(damagedOf(whole))).toBe('524300.00');
  });

  test('7,023 mines with 355,800 mu restored, which is 68.5 % by count and 67.9 % by area', async () => {
    const { whole } = await figures(PUBLISHED);
    const restored = whole.stages.find(({ stage }) => stage === 'restored');
    expect(restored).toMatchObject({ mines: 7_023, restoredSquareMetres: '237200000.00' });
    expect(toMu(restoredOf(whole))).toBe('355800.00');
    expect(((7_023 / minesOf(whole)) * 100).toFixed(1)).toBe('68.5');
    expect(((Number(restoredOf(whole)) / Number(damagedOf(whole))) * 100).toFixed(1)).toBe('67.9');
  });

  test('the province, every city and every county are the sums of their parts', async () => {
    const province = await figures(PUBLISHED);
    const cities = tree.children('360000').filter(({ level }) => level === 'city');
    expect(cities).toHaveLength(11);
    const wholes = [province];
    for (const { code } of cities) {
      const city = await figures(PUBLISHED, code);
      expect(province.parts).toContainEqual(city.whole);
      for (const county of city.parts) {
        const own = await figures(PUBLISHED, county.regionCode);
        expect(own.whole).toEqual(county);
        if (own.parts.length > 0) wholes.push(own);
      }
      wholes.push(city);
    }
    for (const { whole, parts } of wholes) {
      expect([whole.regionCode, parts.reduce((sum, part) => sum + minesOf(part), 0)]).toEqual([
        whole.regionCode,
        minesOf(whole),
      ]);
      expect(sumOfAreas(parts.map(damagedOf))).toBe(damagedOf(whole));
      expect(sumOfAreas(parts.map(restoredOf))).toBe(restoredOf(whole));
    }
  });
});

test.each([
  '2016-12-31',
  '2017-06-15',
  '2018-01-01',
  '2019-02-28',
  '2020-02-29',
  '2021-12-31',
  PUBLISHED,
  '2024-07-01',
  '2026-11-01',
  '2026-11-24',
])('on %s every figure equals a count over the history', async (day) => {
  const live = await liveCount(house, day);
  const { whole, parts } = await figures(day);
  expect(whole).toEqual(asFigures(live, '360000', tree.withDescendants('360000')));
  for (const city of parts) {
    expect(city).toEqual(asFigures(live, city.regionCode, tree.withDescendants(city.regionCode)));
    const { parts: counties } = await figures(day, city.regionCode);
    for (const county of counties)
      expect(county).toEqual(asFigures(live, county.regionCode, tree.withDescendants(county.regionCode)));
  }
});

test('the sums kept for each month are those of the history', async () => {
  expect(await monthsThatDiffer(house)).toEqual([]);
});

test('a figure that is clicked opens a list with exactly its rows and areas', async () => {
  for (const [asOf, region] of [
    [PUBLISHED, '360000'],
    [PUBLISHED, '360700'],
    ['2024-07-01', '360704'],
    ['2026-11-24', '360112'],
  ] as const) {
    const { whole } = await figures(asOf, region);
    for (const stage of LISTED_STAGES) {
      const { total, damagedSquareMetres, restoredSquareMetres } = await manager.get(mineRoutes.list, {
        query: { asOf, region, stage, pageSize: 1 },
      });
      expect({ stage, mines: total, damagedSquareMetres, restoredSquareMetres }).toEqual(
        whole.stages.find((figure) => figure.stage === stage),
      );
    }
  }
});

test('the list of today without a day shows the same rows as the list as of today', async () => {
  for (const stage of LISTED_STAGES) {
    const now = await manager.get(mineRoutes.list, { query: { stage, region: '360704', pageSize: 200 } });
    const asOf = await manager.get(mineRoutes.list, {
      query: { stage, region: '360704', pageSize: 200, asOf: '2026-11-24' },
    });
    const facts = ({ rows }: typeof now) => rows.map(({ updatedAt: _, ...row }) => row);
    expect(facts(asOf)).toEqual(facts(now));
    expect(asOf.total).toBe(now.total);
  }
});

test('the trend has each month’s end and the last day, and each point is the figure of that day', async () => {
  const { points } = await manager.get(figureRoutes.trend, {
    query: { from: '2022-10-15', to: '2023-01-17' },
  });
  expect(points.map(({ day }) => day)).toEqual(['2022-10-31', '2022-11-30', '2022-12-31', '2023-01-17']);
  for (const { day, stages } of points) expect(stages).toEqual((await figures(day)).whole.stages);
});

test('a trend from before the first survey shows nothing there, and shows that it is nothing', async () => {
  const { points } = await manager.get(figureRoutes.trend, {
    query: { from: '2016-11-01', to: '2017-01-31' },
  });
  expect(points.map(({ day }) => day)).toEqual(['2016-11-30', '2016-12-31', '2017-01-31']);
  expect(points[0]?.stages.map(({ mines }) => mines)).toEqual([0, 0, 0, 0, 0]);
});

test('a trend over every day there is answers in time', async () => {
  const { points } = await manager.get(figureRoutes.trend, {
    query: { from: '1949-10-01', to: '2199-12-31' },
  });
  expect(points.length).toBe(3003);
});

test('nothing of the demo was told late: the figures of a day are those that were known on its evening', async () => {
  for (const day of ['2018-06-30', '2020-02-29', PUBLISHED, '2025-06-30']) {
    const known = await manager.get(figureRoutes.read, { query: { asOf: day, knownAt: day } });
    expect(known).toEqual(await figures(day));
    const list = { asOf: day, pageSize: 1 };
    const { total } = await manager.get(mineRoutes.list, { query: list });
    expect(total).toBe(minesOf(known.whole));
    expect((await manager.get(mineRoutes.list, { query: { ...list, knownAt: day } })).total).toBe(total);
    // Later days look as they looked from there: nothing was known to end.
    const later = { ...list, asOf: '2026-01-01', knownAt: day };
    expect((await manager.get(mineRoutes.list, { query: later })).total).toBe(total);
  }
});
