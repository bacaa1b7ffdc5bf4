import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importRoutes, type ImportView } from '@qingshan/contracts';
import { checkLedger } from '../../testing/check-ledger';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { sheetsByTown } from '../../testing/ugly-ledgers/workbooks';
import { westernWords } from '../../testing/ugly-ledgers/delimited';
import { upload } from '../../testing/upload';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
});
afterAll(() => house.close());

const check = ({ id, columns }: ImportView): Promise<ImportView> =>
  official.get(importRoutes.check, {
    params: { id },
    body: { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
  });

const filesKept = async ({ id }: ImportView): Promise<unknown[]> =>
  house.sql('SELECT import_id FROM import_file WHERE import_id = $1', [id]);

test('another sheet of the workbook can be read without sending it again', async () => {
  const view = await upload(official, '分镇.xlsx', await sheetsByTown());
  expect(view).toMatchObject({ sheet: '王母渡镇', sheets: ['封面', '王母渡镇', '梅林镇', '字典'], rows: 3 });
  await check(view);
  const params = { id: view.id };
  const other = await official.get(importRoutes.reading, { params, body: { sheet: '梅林镇' } });
  expect(other).toMatchObject({ state: 'mapping', sheet: '梅林镇', rows: 1, counts: null });
  expect((await check(other)).counts).toMatchObject({ rows: 1, new: 1 });
  await expect(official.get(importRoutes.reading, { params, body: { sheet: '没有' } })).rejects.toThrow(
    'file-not-readable',
  );
  expect((await official.get(importRoutes.read, { params })).sheet).toBe('梅林镇');
});

test('a guessed encoding is confirmed before anything is checked', async () => {
  const view = await upload(official, 'west.csv', westernWords());
  expect(view.notes).toMatchObject([{ code: 'encoding-guessed' }]);
  await expect(check(view)).rejects.toThrow('invalid-input');
  const params = { id: view.id };
  const confirmed = await official.get(importRoutes.reading, {
    params,
    body: { encoding: 'windows-1252' },
  });
  expect(confirmed).toMatchObject({ notes: [], encoding: 'windows-1252' });
  expect((await check(confirmed)).counts).toMatchObject({ rows: 1 });
  await expect(official.get(importRoutes.reading, { params, body: { encoding: 'utf-8' } })).rejects.toThrow(
    'file-not-readable',
  );
});

test('the header is where a person says it is', async () => {
  const view = await upload(official, 'a.csv', 'Gruba,Sijainti\nmine number,mine name\nH1,一号矿\n');
  const params = { id: view.id };
  const moved = await official.get(importRoutes.reading, { params, body: { headerRow: 1 } });
  expect(moved.columns.map(({ header }) => header)).toEqual(['Gruba', 'Sijainti']);
  expect(moved).toMatchObject({ headerRow: 1, rows: 2 });
});

test('the file is kept while the import is open, and no longer', async () => {
  const view = await upload(official, 'b.csv', '主体编号,矿山名称\nF1,一号矿\n');
  expect(await filesKept(view)).toHaveLength(1);
  await official.get(importRoutes.cancel, { params: { id: view.id } });
  expect(await filesKept(view)).toEqual([]);
  await expect(official.get(importRoutes.reading, { params: { id: view.id }, body: {} })).rejects.toThrow(
    'already-done',
  );
});

test('cells are put right in place, and every row is judged again', async () => {
  const view = await checkLedger(official, [
    '主体编号,矿山名称,区县,图斑面积(亩)',
    'E1,一号矿,赣县区,一百亩',
    'E2,二号矿,赣县区,10',
  ]);
  expect(view.counts).toMatchObject({ new: 1, error: 1 });
  const params = { id: view.id };
  const put = (row: number, column: number, value: string) =>
    official.get(importRoutes.correct, { params, body: { cells: [{ row, column, value }] } });
  expect((await put(2, 3, ' 100 ')).counts).toMatchObject({ new: 2, error: 0 });
  const { rows } = await official.get(importRoutes.rows, { params });
  expect(rows[0]?.cells).toEqual(['E1', '一号矿', '赣县区', '100']);
  expect((await put(3, 0, 'E1')).counts).toMatchObject({ new: 1, error: 1 });
  await expect(put(9, 0, 'x')).rejects.toThrow('invalid-input');
  await expect(put(2, 9, 'x')).rejects.toThrow('invalid-input');
  const trail = await house.sql(
    `SELECT detail -> 'cells' -> 0 AS cell FROM trail WHERE action = 'import.corrected' ORDER BY id`,
  );
  expect(trail[0]).toEqual({ cell: { row: 2, column: 3, value: ' 100 ', before: '一百亩' } });
});
