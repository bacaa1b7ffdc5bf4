import { expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { cellXml, makeZip, workbookParts } from './making-zips';
import { readTable } from './read-table';

const book = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']) => ({
  name: 'ledger.xlsx',
  bytes: Buffer.from(await writeXlsx({ sheets })),
});

const sheetOf = (xml: string) => ({ name: 'a.xlsx', bytes: makeZip(workbookParts(xml)) });
const number = (reference: string, value: number | string) => `<c r="${reference}"><v>${value}</v></c>`;
const HEADER = `<row r="1">${cellXml('A1', '主体编号')}${cellXml('B1', '矿山名称')}${cellXml('C1', '图斑面积')}</row>`;

test('cells are what a person sees: days, numbers without noise, text', async () => {
  const file = await book([
    {
      name: '台账',
      rows: [
        ['主体编号', '矿山名称', '完工日期', '图斑面积', '备注'],
        ['K1', ' 一号矿 ', new Date(Date.UTC(2024, 11, 31)), 21830.000000000004, true],
        ['K2', '二号矿', new Date(Date.UTC(2024, 11, 31, 8, 30)), 0.1, '=1+1'],
        ['K3', '三号矿', null, 12345678901234, null],
      ],
    },
  ]);
  expect((await readTable(file)).rows.map(({ cells }) => cells)).toEqual([
    ['K1', '一号矿', '2024-12-31', '21830', 'TRUE'],
    ['K2', '二号矿', '2024-12-31 08:30:00', '0.1', '=1+1'],
    ['K3', '三号矿', '', '12345678901234', ''],
  ]);
});

test('the visible sheet with the most rows is read, the others are named, and another can be asked for', async () => {
  const rows = (count: number, name: string) => [
    ['主体编号', '矿山名称'],
    ...Array.from({ length: count }, (_, index) => [`${name}${index}`, '矿']),
  ];
  const file = await book([
    { name: '说明', rows: rows(2, 'S') },
    { name: '台账', rows: rows(5, 'T') },
    { name: '字典', rows: rows(50, 'D'), hidden: true },
  ]);
  const table = await readTable(file);
  expect(table).toMatchObject({
    sheet: '台账',
    sheets: ['说明', '台账', '字典'],
    encoding: null,
    delimiter: null,
  });
  expect(table.notes).toContainEqual({ code: 'other-sheets', data: { sheets: ['说明', '字典'] } });
  expect((await readTable(file, { sheet: '说明' })).rows).toHaveLength(2);
  await expect(readTable(file, { sheet: '没有' })).rejects.toMatchObject({
    refusal: { data: { why: 'no-such-sheet' } },
  });
});

test('hidden rows are rows like any other and are counted', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2" hidden="1">${cellXml('A2', 'K1')}${cellXml('B2', '甲')}</row><row r="3">${cellXml('A3', 'K2')}${cellXml('B3', '乙')}</row></sheetData><autoFilter ref="A1:C3"/>`,
    ),
  );
  expect(table.rows).toHaveLength(2);
  expect(table.notes).toContainEqual({ code: 'hidden-rows', data: { count: 1 } });
});

test('a formula is imported as the value it last had, and told', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '甲')}<c r="C2"><f>HYPERLINK("http://x",1)+cmd|'/C calc'!A0</f><v>42.5</v></c></row></sheetData>`,
    ),
  );
  expect(table.rows[0]?.cells).toEqual(['K1', '甲', '42.5']);
  expect(table.notes).toContainEqual({ code: 'formula-cells', data: { count: 1 } });
});

test('a formula whose result was never saved is blank, and told', async () => {
  const formula = (reference: string, result: string) => `<c r="${reference}"><f>1+1</f>${result}</c>`;
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '甲')}${formula('C2', '')}</row><row r="3">${cellXml('A3', 'K2')}${formula('B3', '<v/>')}${formula('C3', '<v>2</v>')}</row><row r="4">${cellXml('A4', 'K3')}${formula('C4', '<v></v>')}</row></sheetData>`,
    ),
  );
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['K1', '甲', ''],
    ['K2', '', '2'],
    ['K3', '', ''],
  ]);
  expect(table.notes).toEqual([
    { code: 'formula-cells', data: { count: 4 } },
    { code: 'formulas-without-result', data: { count: 3 } },
  ]);
});

test('an area merged over several patches is counted once also where its unit stands in the cell', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '甲')}${cellXml('C2', '12.5亩')}</row><row r="3"><c r="A3"/>${cellXml('B3', '乙')}</row></sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>`,
    ),
  );
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['K1', '甲', '12.5亩'],
    ['K1', '乙', ''],
  ]);
});

test('a word merged over several patches counts for each of them, an area only once', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '甲')}${number('C2', 90)}</row><row r="3"><c r="A3"/>${cellXml('B3', '乙')}</row><row r="4">${cellXml('B4', '丙')}</row></sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="C2:C4"/></mergeCells>`,
    ),
  );
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['K1', '甲', '90'],
    ['K1', '乙', ''],
    ['K1', '丙', ''],
  ]);
  expect(table.notes).toEqual([
    { code: 'merged-numbers-kept-once', data: { count: 1 } },
    { code: 'merged-cells-filled', data: { count: 2 } },
  ]);
});

test('row numbers are those of the sheet, also where it has gaps', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData><row r="4">${cellXml('A4', '主体编号')}${cellXml('B4', '矿山名称')}</row><row r="9">${cellXml('A9', 'K1')}${cellXml('B9', '甲')}</row></sheetData>`,
    ),
  );
  expect(table).toMatchObject({ headerRow: 4, rows: [{ rowNumber: 9 }] });
});

test('a number too long for a spreadsheet is told, since its last digits are gone', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${number('A2', '3.60727202107001E+17')}${cellXml('B2', '甲')}</row></sheetData>`,
    ),
  );
  expect(table.rows[0]?.cells[0]).toBe('3.60727202107001E+17');
  expect(table.notes).toContainEqual({ code: 'long-numbers', data: { count: 1 } });
});

test('control characters that cannot be stored are taken out', async () => {
  const table = await readTable(
    sheetOf(
      `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '甲_x0000_乙')}</row></sheetData>`,
    ),
  );
  expect(table.rows[0]?.cells[1]).toBe('甲乙');
});

test('a sheet with a header and nothing below is empty', () =>
  expect(readTable(sheetOf(`<sheetData>${HEADER}</sheetData>`))).rejects.toMatchObject({
    refusal: { code: 'file-not-readable', data: { why: 'empty' } },
  }));

const PRONOUNCED = '<rPh sb="0" eb="2"><t>heng xi</t></rPh><phoneticPr fontId="1"/>';

test('how a name is pronounced is no part of the name, in a string of its cell and in a shared one', async () => {
  const cell = (reference: string, runs: string) => `<c r="${reference}" t="inlineStr"><is>${runs}</is></c>`;
  const sheet = `<sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cell('B2', `<t>横溪石场</t>${PRONOUNCED}`)}${number('C2', 1)}</row><row r="3">${cellXml('A3', 'K2')}${cell('B3', `<r><t>桃源</t></r><r><rPr><b/></rPr><t>砖厂</t></r>${PRONOUNCED}`)}${number('C3', 2)}</row><row r="4">${cellXml('A4', 'K3')}<c r="B4" t="s"><v>0</v></c>${number('C4', 3)}</row></sheetData>`;
  const table = await readTable({
    name: 'a.xlsx',
    bytes: makeZip(
      workbookParts(sheet, [
        { name: 'xl/sharedStrings.xml', body: `<sst><si><t>下庄石场</t>${PRONOUNCED}</si></sst>` },
        {
          name: 'xl/_rels/workbook.xml.rels',
          body: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        },
      ]),
    ),
  });
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['K1', '横溪石场', '1'],
    ['K2', '桃源砖厂', '2'],
    ['K3', '下庄石场', '3'],
  ]);
});

test('hidden columns are columns like any other and are named, as far as the table reaches', async () => {
  const table = await readTable(
    sheetOf(
      `<cols><col min="1" max="1" width="9"/><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData>${HEADER}<row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '一号矿')}${number('C2', 5)}</row></sheetData>`,
    ),
  );
  expect(table.rows[0]?.cells).toEqual(['K1', '一号矿', '5']);
  expect(table.notes).toEqual([{ code: 'hidden-columns', data: { columns: [1] } }]);
});
