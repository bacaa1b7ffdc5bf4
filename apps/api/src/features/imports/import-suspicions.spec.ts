import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importRoutes, type ImportRowView } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { checkLedger } from '../../testing/check-ledger';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;
let manager: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, manager] = [await house.as('official'), await house.as('manager')];
});
afterAll(() => house.close());

const rowsOf = async (by: Visitor, ...lines: string[]): Promise<ImportRowView[]> => {
  const { id } = await checkLedger(by, lines);
  return (await by.get(importRoutes.rows, { params: { id } })).rows;
};

const said = (rows: readonly ImportRowView[]) =>
  rows.map(({ verdict, problems }) => [
    verdict,
    ...problems.map(({ code, allowed }) => `${code} ${allowed}`),
  ]);

test('K11: a known area in another unit is an error that shows both figures', async () => {
  const patch = 'CT3607042018000009001';
  const mine = await enterMine(official, {
    patches: [{ number: patch, areaSquareMetres: '30000.00' }],
  });
  const rows = await rowsOf(official, '主体编号,图斑编号,图斑面积(公顷)', `${mine.number},${patch},45`);
  expect(said(rows)).toEqual([['error', 'unit-slip 30000.00']]);
  const right = await rowsOf(official, '主体编号,图斑编号,图斑面积(亩)', `${mine.number},${patch},45`);
  expect(said(right)).toEqual([['unchanged']]);
});

test('K09: a place that is the known one as phones show it is told and changes nothing', async () => {
  const mine = await enterMine(official, { facts: { longitude: '115.011234', latitude: '25.861234' } });
  const rows = await rowsOf(official, '主体编号,中心经度,中心纬度', `${mine.number},115.016192,25.858228`);
  expect(said(rows)).toEqual([['unchanged', 'coordinates-shifted null']]);
  const moved = await rowsOf(official, '主体编号,中心经度,中心纬度', `${mine.number},115.05,25.85`);
  expect(said(moved)).toEqual([['changed']]);
});

test('a new number is held against what we have by number, name and distance, and against the rows above', async () => {
  const known = await enterMine(official, {
    facts: { number: 'DUP-001', name: '下庄采石场', longitude: '115.050000', latitude: '25.900000' },
  });
  const lines = [
    '主体编号,矿山名称,区县,中心经度,中心纬度',
    'dup 001,别的名字,赣县区,,',
    'D2,下庄采石场,赣县区,,',
    'D3,废弃下庄石场,赣县区,115.0505,25.9005',
    'D4,下庄采石场,赣县区,115.2,25.95',
    'D5,上坪砖厂,赣县区,115.3,25.95',
    'D6,上坪老砖厂,赣县区,115.30005,25.95',
  ];
  const view = await checkLedger(official, lines);
  expect(view.counts).toMatchObject({ new: 6, error: 0, duplicates: 4 });
  const { rows } = await official.get(importRoutes.rows, {
    params: { id: view.id },
    query: { show: 'duplicates' },
  });
  const twin = `probable-duplicate ${known.number} ${known.name}`;
  expect(said(rows)).toEqual([
    ['new', twin],
    ['new', twin],
    ['new', twin],
    ['new', 'probable-duplicate D5 上坪砖厂'],
  ]);
});

test('another county’s mine is never named as a duplicate', async () => {
  const facts = { number: 'FAR-1', name: '远方石场', regionCode: '360722' };
  await enterMine(await house.as('neighbour'), { facts });
  const rows = await rowsOf(official, '主体编号,矿山名称,区县', 'FAR1,远方石场,赣县区');
  expect(said(rows)).toEqual([['new']]);
});

test('a ledger without a county is the county’s of its official, and waits where a province brings it', async () => {
  const lines = ['主体编号,矿山名称', 'OWN-1,一号石场'];
  expect(said(await rowsOf(official, ...lines))).toEqual([['new', 'region-assumed 360704']]);
  expect(said(await rowsOf(manager, ...lines))).toEqual([['new', 'region-missing null']]);
});

test('a row of our own export that somebody changed since is a conflict, and no overwrite', async () => {
  const mine = await enterMine(official);
  const lines = (version: number, town: string) => [
    '主体编号,乡镇,_rowVersion',
    `${mine.number},${town},${version}`,
  ];
  expect(said(await rowsOf(official, ...lines(mine.version, '江口镇')))).toEqual([['changed']]);
  expect(said(await rowsOf(official, ...lines(mine.version - 1, '江口镇')))).toEqual([
    ['error', `changed-since-export ${mine.version}`],
  ]);
  expect(said(await rowsOf(official, ...lines(mine.version - 1, mine.town ?? '')))).toEqual([['unchanged']]);
});

test('a town taken from the first row of its group is told on each row it was taken to', async () => {
  const rows = await rowsOf(
    official,
    '乡镇,主体编号,矿山名称,区县',
    '王母渡镇,GF-1,甲石场,赣县区',
    ',GF-2,乙砖厂,赣县区',
    ',GF-3,丙沙场,赣县区',
  );
  expect(said(rows)).toEqual([['new'], ['new', 'filled-from-above null'], ['new', 'filled-from-above null']]);
  expect(rows.map(({ cells }) => cells[0])).toEqual(['王母渡镇', '王母渡镇', '王母渡镇']);
});

test('another name altogether under a known number is told: a ledger may number its own rows', async () => {
  const mine = await enterMine(official, { facts: { number: 'NAME-01', name: '王母渡一号采石场' } });
  const rows = await rowsOf(
    official,
    '主体编号,矿山名称',
    `${mine.number},五云砖厂`,
    'NAME-01,王母渡一号石场',
  );
  expect(said(rows)[0]).toEqual(['changed', 'name-differs 王母渡一号采石场']);
  expect(said(rows)[1]).not.toContain('name-differs 王母渡一号采石场');
});

test('a new mine whose area is blank, or the formula of which was never worked out, is told', async () => {
  const rows = await rowsOf(official, '主体编号,矿山名称,区县,损毁面积（亩）', 'NOAREA-1,无名石场,赣县区,');
  expect(said(rows)).toEqual([['new', 'area-missing null']]);
});
