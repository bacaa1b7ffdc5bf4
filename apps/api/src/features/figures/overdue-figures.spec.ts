import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figureRoutes, mineRoutes, stepRoutes, type FiguresView } from '@qingshan/contracts';
import { DUE_DAYS, type Actor } from '@qingshan/domain';
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

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('the filter’s plan at 10,253 mines', () => {
  const province: Actor = { personId: 1, name: 'm', role: 'manager', regionCode: '360000' };

  const planOf = async (filter: object): Promise<Plan[]> => {
    const { from, where, values } = filterSql(
      { overdue: 'yes', ...filter },
      province,
      house.app.get(Scope),
      TODAY,
    );
    const [row] = await house.sql<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) SELECT count(*) FROM ${from} WHERE ${where}`,
      values,
    );
    if (!row) throw new Error('no plan');
    return nodesOf(row['QUERY PLAN'][0].Plan);
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
    const read = (await planOf(filter)).filter((node) => node['Relation Name'] === 'mine');
    expect(read.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    const rows = read.reduce(
      (sum, node) => sum + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0),
      0,
    );
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(await open(like));
  });

  test('sums days only of mines that ever rested', async () => {
    const sums = (await planOf({})).filter(
      (node) => node['Subplan Name']?.startsWith('SubPlan') && node['Node Type'] === 'Aggregate',
    );
    expect(sums.map((node) => node['Actual Loops'])).toEqual([RESTING]);
  });
});
