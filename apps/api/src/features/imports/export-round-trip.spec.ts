import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enterMine } from '../../testing/enter-mine';
import { exported, fetchExport, makeExport } from '../../testing/exporting';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { readTable } from './reading/read-table';

let house: TestApp;
let official: Visitor;

/** Each beginning that a spreadsheet could run or swallow, alone and before others. */
const BEGINNINGS = [
  '-',
  '--',
  '---',
  '=',
  '+',
  '@',
  '\t',
  '\r',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  "''",
  "'=",
  '_x0009_',
];
const ENDINGS = ['1', 'SUM(A1)', '=1', "'x", '石场 "甲", 乙\n丙'];
const CELLS = BEGINNINGS.flatMap((start) =>
  [...ENDINGS, ...BEGINNINGS.map((more) => `${more}1`)].map((end) => start + end),
);

/** The columns that hold them: a mine takes six. */
const HEADERS = ['矿山名称', '乡镇', '矿山位置', '批复文号', '验收文号', '备注'];

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  for (let first = 0; first < CELLS.length; first += HEADERS.length) {
    const { id } = await enterMine(official);
    // Past the door, which takes no blank in front: what older imports may have left.
    await house.sql(
      `UPDATE mine SET name = $2, town = $3, location = $4, plan_approval_no = $5, acceptance_no = $6, remark = $7,
         version = version + 1 WHERE id = $1`,
      [id, ...HEADERS.map((_, index) => CELLS[first + index] ?? 'x')],
    );
  }
}, 60_000);
afterAll(() => house.close());

const take = async (format: 'csv' | 'xlsx'): Promise<Buffer> =>
  format === 'xlsx'
    ? (await exported(official, { file: { format } })).bytes
    : (await fetchExport(official, await makeExport(official, {}))).bytes;

describe.each(['csv', 'xlsx'] as const)('what goes out as %s', (format) => {
  test('comes back sign by sign, whatever it begins with (S35)', async () => {
    const { columns, rows } = await readTable({ name: `台账.${format}`, bytes: await take(format) });
    const at = HEADERS.map((header) => columns.indexOf(header));
    const texts = rows.flatMap(({ cells }) => at.map((column) => cells[column] ?? ''));
    expect(new Set(texts.filter((cell) => cell !== 'x'))).toEqual(new Set(CELLS));
    expect(rows).toHaveLength(Math.ceil(CELLS.length / HEADERS.length));
  });
});

test('a workbook of one row is read from its rows, though its notes are longer, and its values are those of the ledger', async () => {
  const mine = await enterMine(official, {
    facts: {
      name: '=1+1',
      remark: "'--",
      closureYear: 2009,
      longitude: '115.500001',
      latitude: '25.8',
      fundsAllocatedFen: '9007199254740993',
      fundsAllocatedOn: '2026-02-28',
    },
    patches: [{ areaSquareMetres: '666.67' }],
  });
  const filter = { q: mine.number };
  const { bytes } = await exported(official, { filter, file: { format: 'xlsx' } });
  const table = await readTable({ name: '台账.xlsx', bytes });
  expect(table.sheets).toEqual(['矿山台账', '说明']);
  const cells = Object.fromEntries(table.columns.map((name, index) => [name, table.rows[0]?.cells[index]]));
  expect(table.rows).toHaveLength(1);
  expect(cells).toMatchObject({
    主体编号: mine.number,
    矿山名称: '=1+1',
    区划代码: '360704',
    中心经度: '115.500001',
    关闭年度: '2009',
    '损毁面积(平方米)': '666.67',
    '下达资金(元)': '90071992547409.93',
    资金下达日期: '2026-02-28',
    备注: "'--",
  });
});
