import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  importRoutes,
  mineRoutes,
  type CallOf,
  type ImportRowView,
  type ImportView,
  type MineView,
} from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { upload } from '../../testing/upload';

let house: TestApp;
let official: Visitor;
let manager: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, manager] = [await house.as('official'), await house.as('manager')];
});
afterAll(() => house.close());

const TODAY = '2026-11-24';
const WAITING = '360000-00';

/** A patch number as the survey writes them. */
const ct = (serial: number) => `CT${String(serial).padStart(19, '0')}`;

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

/** Uploads and checks with the proposed mapping. */
const check = async (by: Visitor, content: string): Promise<ImportView> => {
  const { id, columns } = await upload(by, '台账.csv', content);
  return by.get(importRoutes.check, {
    params: { id },
    body: { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
  });
};

const rowsOf = async (
  by: Visitor,
  { id }: ImportView,
  query: Partial<CallOf<typeof importRoutes.rows>['query']> = {},
): Promise<ImportRowView[]> => (await by.get(importRoutes.rows, { params: { id }, query })).rows;

const finished = async (by: Visitor, { id }: ImportView): Promise<ImportView> => {
  for (;;) {
    const view = await by.get(importRoutes.read, { params: { id } });
    if (view.state !== 'applying') return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const apply = async (by: Visitor, view: ImportView, effectiveOn = TODAY): Promise<ImportView> =>
  finished(
    by,
    await by.get(importRoutes.apply, {
      params: { id: view.id },
      body: { effectiveOn, leaveOutErrors: true },
    }),
  );

const take = async (by: Visitor, content: string, effectiveOn?: string): Promise<ImportView> =>
  apply(by, await check(by, content), effectiveOn);

const minesIn = async (by: Visitor, region: string) =>
  (await by.get(mineRoutes.list, { query: { region, pageSize: 200 } })).rows;

const mineOf = async (by: Visitor, number: string, region?: string): Promise<MineView> => {
  const { rows } = await by.get(mineRoutes.list, { query: { q: number, ...(region ? { region } : {}) } });
  return by.get(mineRoutes.read, { params: { id: Number(rows[0]?.id) } });
};

const told = (rows: readonly ImportRowView[]) =>
  rows.map(({ rowNumber, verdict, problems }) => [
    rowNumber,
    verdict,
    ...problems.map(({ code, column }) => `${code} ${column ?? ''}`.trim()),
  ]);

const HEADER = '主体编号,矿山名称,区县,乡镇,损毁面积(亩)';

test('a ledger becomes mines, and the same ledger again changes nothing', async () => {
  const ledger = csv(HEADER, 'L1,一号矿,赣县区,梅林镇,15', 'L2,二号矿,赣县区,,3');
  const first = await check(official, ledger);
  expect(first).toMatchObject({ state: 'checked', rows: 2, counts: { new: 2, error: 0, unassigned: 0 } });
  expect(await apply(official, first)).toMatchObject({
    state: 'done',
    effectiveOn: TODAY,
    counts: { new: 2 },
    progress: { done: 2, total: 2 },
  });
  expect(await mineOf(official, 'L1')).toMatchObject({
    name: '一号矿',
    town: '梅林镇',
    stage: 'survey',
    damagedSquareMetres: '10000.00',
  });
  const again = await check(official, ledger);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, error: 0, warnings: 0 });
});

test('only what a ledger says otherwise is changed, and the history says by which file', async () => {
  await take(official, csv(HEADER, 'L10,十号矿,赣县区,梅林镇,15'), '2026-05-01');
  const view = await check(official, csv('主体编号,乡镇,备注', 'L10,王母渡镇,'));
  expect((await rowsOf(official, view))[0]?.name).toBe('十号矿');
  expect((await rowsOf(official, view))[0]?.changes).toEqual([
    { field: 'town', before: '梅林镇', after: '王母渡镇' },
  ]);
  await apply(official, view);
  const mine = await mineOf(official, 'L10');
  expect(mine).toMatchObject({ town: '王母渡镇', name: '十号矿', version: 2 });
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries.map(({ action, effectiveOn }) => [action, effectiveOn])).toEqual([
    ['mine.imported', TODAY],
    ['mine.imported', '2026-05-01'],
  ]);
});

test('every problem names its row and column, and wrong rows stay out (F25)', async () => {
  const view = await check(
    official,
    csv(
      HEADER,
      'L20,甲,赣县区,,一百亩',
      'L21,乙,南昌县,,1',
      'L22,丙,赣县区,,1',
      'L22,丁,赣县区,,1',
      ',戊,赣县区,,1',
      'L23,己,花果山县,,1',
    ),
  );
  expect(view.counts).toMatchObject({ rows: 6, new: 2, error: 4, unassigned: 1 });
  expect(told(await rowsOf(official, view))).toEqual([
    [2, 'error', 'not-a-number 4'],
    [3, 'error', 'region-out-of-reach 2'],
    [4, 'new'],
    [5, 'error', 'duplicate-row 0'],
    [6, 'error', 'number-missing 0'],
    [7, 'new', 'region-unknown 2'],
  ]);
  expect((await rowsOf(official, view, { code: 'duplicate-row' }))[0]?.problems[0]?.allowed).toBe('4');
  expect((await rowsOf(official, view, { show: 'unassigned' })).map(({ number }) => number)).toEqual(['L23']);
  expect(await official.get(importRoutes.problems, { params: { id: view.id } })).toEqual({
    problems: [
      { severity: 'error', code: 'duplicate-row', field: 'number', column: 0, rows: 1 },
      { severity: 'error', code: 'number-missing', field: 'number', column: 0, rows: 1 },
      { severity: 'error', code: 'region-out-of-reach', field: 'region', column: 2, rows: 1 },
      { severity: 'error', code: 'not-a-number', field: 'area', column: 4, rows: 1 },
      { severity: 'warning', code: 'region-unknown', field: 'region', column: 2, rows: 1 },
    ],
  });
  const refused = await official.call(importRoutes.apply, {
    params: { id: view.id },
    body: { effectiveOn: TODAY, leaveOutErrors: false },
  });
  expect([refused.status, refused.problem.code]).toEqual([422, 'import-has-errors']);
  const done = await apply(official, view);
  expect(done.counts).toMatchObject({ new: 2, error: 4 });
  expect((await rowsOf(official, done, { show: 'unwritten' })).map(({ rowNumber }) => rowNumber)).toEqual([
    2, 3, 5, 6,
  ]);
});

describe('a place that is in no division', () => {
  const ledger = csv(HEADER, 'W1,待定一,花果山县,,1', 'W2,待定二,赣县区,,1');

  test('waits in 待定, where the province finds and assigns it', async () => {
    const done = await take(official, ledger);
    expect(done.counts).toMatchObject({ new: 2, unassigned: 1 });
    const rows = await rowsOf(official, done);
    expect(rows.map(({ written, mineId }) => [written, mineId !== null])).toEqual([
      [true, false],
      [true, true],
    ]);
    const [waiting] = (await minesIn(manager, WAITING)).filter(({ number }) => number === 'W1');
    const assigned = await manager.get(mineRoutes.edit, {
      params: { id: Number(waiting?.id) },
      body: { version: 1, effectiveOn: TODAY, changes: { regionCode: '360704' } },
    });
    expect(assigned.regionCode).toBe('360704');
    expect((await mineOf(official, 'W1')).id).toBe(waiting?.id);
  });

  test('sent again by an official, it is left alone and said to wait', async () => {
    await take(official, csv(HEADER, 'W3,待定三,花果山县,,1'));
    const again = await check(official, csv(HEADER, 'W3,换了名,赣县区,,2'));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1, error: 0 });
    expect(told(await rowsOf(official, again))).toEqual([[2, 'unchanged', 'waits-elsewhere 0']]);
  });

  test('is assigned by the hundred with a ledger of numbers and counties, by the province alone', async () => {
    await take(official, csv(HEADER, 'W4,待定四,花果山县,,1', 'W5,在县里,赣县区,,1'));
    const assignment = csv('主体编号,区县', 'W4,信丰县', 'W5,信丰县');
    const view = await check(manager, assignment);
    expect(told(await rowsOf(manager, view))).toEqual([
      [2, 'changed'],
      [3, 'unchanged', 'region-not-changed 1'],
    ]);
    await apply(manager, view);
    const neighbour = await house.as('neighbour');
    expect((await mineOf(neighbour, 'W4')).regionCode).toBe('360722');
  });
});

describe('a mine on several rows', () => {
  const PATCHES = '主体编号,矿山名称,区县,图斑编号,中心经度,中心纬度,图斑面积(平方米)';

  test('gets a patch of each, every one with its own place', async () => {
    await take(
      official,
      csv(PATCHES, `P1,甲矿,赣县区,${ct(1)},115.1,25.9,100`, `P1,甲矿,赣县区,${ct(2)},115.2,25.8,50`),
    );
    const mine = await mineOf(official, 'P1');
    expect(mine).toMatchObject({ damagedSquareMetres: '150.00', longitude: '115.100000' });
    expect(
      await house.sql('SELECT number, longitude::text FROM patch WHERE mine_id = $1 ORDER BY id', [mine.id]),
    ).toEqual([
      { number: ct(1), longitude: '115.100000' },
      { number: ct(2), longitude: '115.200000' },
    ]);
  });

  test('may not contradict itself unseen: the first row counts, and the file comes to rest', async () => {
    const ledger = csv(
      PATCHES,
      `P2,甲矿,赣县区,${ct(3)},115.3,25.9,100`,
      `P2,乙矿,赣县区,${ct(4)},115.4,25.8,50`,
      `P2,甲矿,赣县区,${ct(5)},115.3,25.9,50`,
    );
    const view = await check(official, ledger);
    expect(view.counts).toMatchObject({ new: 3, warnings: 1 });
    const disagreeing = (await rowsOf(official, view))[1]?.problems;
    expect(disagreeing).toEqual([
      { column: 1, field: 'name', severity: 'warning', code: 'rows-disagree', found: '乙矿', allowed: '2' },
    ]);
    await apply(official, view);
    expect((await mineOf(official, 'P2')).name).toBe('甲矿');
    expect((await check(official, ledger)).counts).toMatchObject({ changed: 0, unchanged: 3 });
  });

  test('and no patch belongs to two mines', async () => {
    const view = await check(
      official,
      csv(PATCHES, `P3,甲矿,赣县区,${ct(6)},115.5,25.9,100`, `P4,乙矿,赣县区,${ct(6)},115.6,25.9,100`),
    );
    expect(told(await rowsOf(official, view))).toEqual([
      [2, 'new'],
      [3, 'error', 'patch-number-taken 3'],
    ]);
    expect(await apply(official, view)).toMatchObject({ state: 'done', counts: { new: 1, error: 1 } });
  });

  test('a total of a mine we have is told when it is another than its patches’', async () => {
    await take(official, csv(PATCHES, `P5,甲矿,赣县区,${ct(7)},115.1,25.9,100`));
    const view = await check(official, csv('主体编号,面积(平方米)', 'P5,500'));
    expect(await rowsOf(official, view)).toMatchObject([
      {
        verdict: 'unchanged',
        problems: [{ code: 'area-not-changed', column: 1, found: '500.00', allowed: '100.00' }],
      },
    ]);
  });
});

describe('what happened between check and writing', () => {
  test('a mine somebody changed is left as it is, with the row and its patches', async () => {
    const mine = await enterMine(official);
    const view = await check(
      official,
      csv('主体编号,乡镇,图斑编号,图斑面积(平方米)', `${mine.number},王母渡镇,${ct(8)},77`),
    );
    expect(view.counts).toMatchObject({ changed: 1 });
    await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: TODAY, changes: { town: '茅店镇' } },
    });
    const done = await apply(official, view);
    expect(done).toMatchObject({ state: 'done', counts: { changed: 0, error: 1 } });
    expect(told(await rowsOf(official, done))).toEqual([[2, 'error', 'changed-meanwhile']]);
    const after = await official.get(mineRoutes.read, { params: { id: mine.id } });
    expect([after.town, after.patches.length]).toEqual(['茅店镇', 1]);
  });

  test('a day before a later change says so, and writes nothing of the mine', async () => {
    const mine = await enterMine(official);
    await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: '2026-10-01', changes: { town: '茅店镇' } },
    });
    const view = await check(
      official,
      csv('主体编号,乡镇,图斑编号,图斑面积(平方米)', `${mine.number},王母渡镇,${ct(9)},77`),
    );
    const done = await apply(official, view, '2026-09-01');
    expect((await rowsOf(official, done))[0]?.problems).toMatchObject([
      { code: 'day-before-change', allowed: '2026-10-01' },
    ]);
    expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).patches).toHaveLength(1);
  });

  test('a patch number somebody else took ends only its own row', async () => {
    const view = await check(
      official,
      csv(
        '主体编号,矿山名称,区县,图斑编号,图斑面积(平方米)',
        `R1,甲,赣县区,${ct(10)},100`,
        `R2,乙,赣县区,${ct(11)},100`,
      ),
    );
    await enterMine(official, { patches: [{ number: ct(10) }] });
    const done = await apply(official, view);
    expect(done).toMatchObject({ state: 'done', counts: { new: 1, error: 1 } });
    expect(told(await rowsOf(official, done))[0]).toEqual([2, 'error', 'patch-number-taken']);
  });
});

test('a mine that was taken off the list is not changed by a ledger', async () => {
  const mine = await enterMine(official);
  await manager.get(mineRoutes.move, {
    params: { id: mine.id },
    body: {
      version: mine.version,
      move: 'remove',
      effectiveOn: TODAY,
      reasonCode: 'DUPLICATE',
      reason: null,
    },
  });
  const view = await check(official, csv('主体编号,乡镇', `${mine.number},王母渡镇`));
  expect(told(await rowsOf(official, view))).toEqual([[2, 'error', 'mine-removed 0']]);
});

test('a mine of another county cannot be had by its number (S05)', async () => {
  const mine = await enterMine(official);
  const view = await check(await house.as('neighbour'), csv('主体编号,乡镇', `${mine.number},王母渡镇`));
  const rows = await rowsOf(await house.as('neighbour'), view);
  expect(rows).toMatchObject([{ verdict: 'error', mineId: null, changes: [] }]);
  expect(told(rows)).toEqual([[2, 'error', 'number-taken 0']]);
});

test('columns confirmed once are proposed again for a ledger with the same columns', async () => {
  const ledger = (number: string) => csv('主体编号,矿山名称,区县,面积', `${number},一号矿,赣县区,15`);
  const first = await upload(official, '上半年.csv', ledger('M1'));
  expect(first.columns.at(-1)).toMatchObject({ field: 'area', unit: null });
  const columns = first.columns.map(({ column, field, unit }) => ({
    column,
    field,
    unit: field === 'area' ? ('mu' as const) : unit,
  }));
  await official.get(importRoutes.check, { params: { id: first.id }, body: { columns } });
  const second = await upload(official, '下半年.csv', ledger('M2'));
  expect(second.columns.at(-1)).toMatchObject({ field: 'area', unit: 'mu' });
  expect(second.notes).toMatchObject([{ code: 'mapping-remembered', data: { file: '上半年.csv' } }]);
  expect((await upload(manager, '下半年.csv', ledger('M2'))).notes).toEqual([]);
  // What the file says of itself is more than what was said of another.
  const inHectares = Buffer.from(`废弃矿山台账（单位：公顷）\n${ledger('M3').toString()}`);
  const third = await upload(official, '年底.csv', inHectares);
  expect(third.columns.at(-1)).toMatchObject({ field: 'area', unit: 'ha' });
});

test('who comes back while a check runs is told so', async () => {
  const { id, columns } = await upload(
    official,
    '台账.csv',
    csv(HEADER, ...Array.from({ length: 4_000 }, (_, row) => `B${row},矿,赣县区,,1`)),
  );
  const checked = official.get(importRoutes.check, {
    params: { id },
    body: { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
  });
  const seen = new Set<boolean>();
  while (!seen.has(true)) seen.add((await official.get(importRoutes.read, { params: { id } })).checking);
  expect((await checked).counts).toMatchObject({ new: 4_000 });
  expect((await official.get(importRoutes.read, { params: { id } })).checking).toBe(false);
});

test('an import that was given up writes nothing and cannot be taken up again', async () => {
  const view = await check(official, csv(HEADER, 'C1,一号矿,赣县区,,1'));
  await official.get(importRoutes.cancel, { params: { id: view.id } });
  const late = await official.call(importRoutes.apply, {
    params: { id: view.id },
    body: { effectiveOn: TODAY, leaveOutErrors: true },
  });
  expect([late.status, late.problem.code]).toEqual([409, 'already-done']);
  expect((await official.get(mineRoutes.list, { query: { q: 'C1' } })).total).toBe(0);
});
