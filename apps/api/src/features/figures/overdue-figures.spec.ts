import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figureRoutes, mineRoutes, stepRoutes, type FiguresView } from '@qingshan/contracts';
import { DUE_DAYS, type Actor } from '@qingshan/domain';
import { planOf, rowsRead } from '../../testing/plan-of';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { filterSql } from '../mines/mine-filter.sql';
import { Scope } from '../regions/scope';

const TODAY = '2026-11-24';
const PAST = '2024-06-30';
const RESTING = 3;

let house: TestApp;
let manager: Visitor;

beforeAll(async () => {
  house = await openTestApp('demo');
  manager = await house.as('manager');
  const official = await house.as('official');
  const { rows } = await official.get(mineRoutes.list, { query: { overdue: 'yes', stage: 'completion' } });
  for (const { id } of rows.slice(0, RESTING)) {
    const { version } = await official.get(mineRoutes.read, { params: { id } });
    const body = { version, effectiveOn: TODAY, reason: 'OTHER' as const, note: '雨季' };
    await official.get(stepRoutes.pause, { params: { id }, body });
  }
}, 120_000);
afterAll(() => house.close());

const overdue = (query: { asOf: string; knownAt?: string; region?: string }): Promise<FiguresView> =>
  manager.get(figureRoutes.overdue, { query });
const listed = async (query: object) =>
  manager.get(mineRoutes.list, { query: { overdue: 'yes', pageSize: 1, ...query } });

describe('each number of what is overdue is that of the list behind it', () => {
  test.each([
    ['today', { asOf: TODAY }, {}],
    ['of a day gone by', { asOf: PAST }, { asOf: PAST }],
    ['of a day as it was known then', { asOf: PAST, knownAt: PAST }, { asOf: PAST, knownAt: PAST }],
  ])('%s: by division and stage, mines and land', async (_, day, list) => {
    for (const code of ['360000', '360700', '360704']) {
      const { whole, parts } = await overdue({ ...day, region: code });
      const cells = [whole, ...parts.slice(0, 4)];
      for (const { regionCode, stages } of cells)
        for (const { stage, mines, damagedSquareMetres } of stages) {
          const { total, damagedSquareMetres: land } = await listed({ ...list, region: regionCode, stage });
          expect([regionCode, stage, mines, damagedSquareMetres]).toEqual([regionCode, stage, total, land]);
        }
      const sum = whole.stages.reduce((all, { mines }) => all + mines, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBe((await listed({ ...list, region: code })).total);
    }
  });
});

describe('the filter’s plan at 10,253 mines', () => {
  const province: Actor = { personId: 1, name: 'm', role: 'manager', regionCode: '360000' };

  const planOfFilter = (filter: object) => {
    const { from, where, values } = filterSql(
      { overdue: 'yes', ...filter },
      province,
      house.app.get(Scope),
      TODAY,
    );
    return planOf(house, `SELECT count(*) FROM ${from} WHERE ${where}`, values);
  };
  const open = async (region: string) => {
    const [row] = await house.sql<{ mines: number }>(
      `SELECT count(*)::int AS mines FROM mine WHERE stage = ANY($1) AND region_code LIKE $2`,
      [Object.keys(DUE_DAYS), region],
    );
    return row?.mines ?? 0;
  };

  beforeAll(() => house.sql('ANALYZE mine, mine_pause'));

  test.each([
    ['the province', {}, '%'],
    ['a county', { region: ['360704'] }, '360704'],
  ])('of %s reads no mine whose stage has no due day', async (_, filter, like) => {
    const steps = await planOfFilter(filter);
    const how = steps.filter((step) => step['Relation Name'] === 'mine').map((step) => step['Node Type']);
    expect(how).not.toContain('Seq Scan');
    const rows = rowsRead(steps, 'mine');
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(await open(like));
  });

  test('sums days only of mines that ever rested', async () => {
    const sums = (await planOfFilter({})).filter(
      (step) => step['Subplan Name']?.startsWith('SubPlan') && step['Node Type'] === 'Aggregate',
    );
    expect(sums.map((node) => node['Actual Loops'])).toEqual([RESTING]);
  });
});
