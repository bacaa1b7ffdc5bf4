import { expect, test } from '@jest/globals';
import { makeFormulaSafe } from '@qingshan/domain';
import { readTable } from './read-table';

const read = (bytes: Buffer | string, name = 'ledger.csv') => readTable({ name, bytes: Buffer.from(bytes) });
const cellsOf = async (text: string) => (await read(text)).rows.map(({ cells }) => cells);

/** 主体编号,矿山名称 and a row in GBK. Node writes no GBK, so the bytes stand here. */
const GBK = Buffer.concat([
  Buffer.from('d6f7cce5b1e0bac52cbff3c9bdc3fbb3c60a', 'hex'),
  Buffer.from('K1,'),
  Buffer.from('b8d3cfd8cafac9bdbff30a', 'hex'),
]);

test('a file in GBK is told from UTF-8 without a mark', async () => {
  const table = await read(GBK);
  expect(table).toMatchObject({ encoding: 'gb18030', delimiter: ',', columns: ['主体编号', '矿山名称'] });
  expect(table.rows).toEqual([{ rowNumber: 2, cells: ['K1', '赣县竖山矿'] }]);
});

test('a byte order mark decides, also for the Unicode text Excel saves', async () => {
  const text = '主体编号\t矿山名称\r\nK1\t矿\r\n';
  expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatchObject({
    encoding: 'utf-16le',
    delimiter: '\t',
  });
  expect(await read(`\uFEFF${text}`)).toMatchObject({ encoding: 'utf-8', columns: ['主体编号', '矿山名称'] });
});

test('UTF-8 is tried before GB18030, which would accept much of it', async () =>
  expect((await read('主体编号,矿山名称\nK1,矿\n')).encoding).toBe('utf-8'));

test('what is neither is read as Windows-1252 and marked as a guess', async () => {
  const table = await read(Buffer.from('Mine number,Mine name\nK1,Caf\xe9 \x96 Nord\n', 'latin1'));
  expect(table.encoding).toBe('windows-1252');
  expect(table.rows[0]?.cells).toEqual(['K1', 'Café – Nord']);
  expect(table.notes).toContainEqual({ code: 'encoding-guessed', data: { encoding: 'windows-1252' } });
});

test.each([
  [',', 'number,name,remark\nK1,"a, b; c",x\nK2,d,y\n'],
  [';', 'number;name;remark\nK1;a, b, c, d;x\nK2;d, e;y\n'],
  ['\t', 'number\tname\tremark\nK1\ta, b; c\tx\nK2\td\ty\n'],
])('the delimiter %j is found although others stand in the text', async (delimiter, text) => {
  const table = await read(text);
  expect(table.delimiter).toBe(delimiter);
  expect(table.columns).toEqual(['number', 'name', 'remark']);
});

test('a full-width comma is a sign of the text and no delimiter', async () =>
  expect(await cellsOf('number,name,remark\nK1,甲，乙,x\n')).toEqual([['K1', '甲，乙', 'x']]));

test('the first line sep=; of Excel is a hint and no row', async () => {
  const table = await read('sep=;\nnumber;name\nK1;a,b\n');
  expect(table).toMatchObject({
    delimiter: ';',
    headerRow: 2,
    rows: [{ rowNumber: 3, cells: ['K1', 'a,b'] }],
  });
});

test('quotes hold delimiters, line ends and doubled quotes', async () =>
  expect(await cellsOf('number,name,remark\r\nK1,"一""二""",三"四\r\nK2,"a\r\nb",\r\n')).toEqual([
    ['K1', '一"二"', '三"四'],
    ['K2', 'a\r\nb', ''],
  ]));

test('a quote nobody closes is told instead of swallowing the rest', () =>
  expect(read('number,name\nK1,"a\nK2,b\n')).rejects.toMatchObject({
    refusal: { code: 'file-not-readable', data: { why: 'unclosed-quote' } },
  }));

test('a file whose last line has no end loses nothing', async () =>
  expect(await cellsOf('number,name\nK1,a\nK2,')).toEqual([
    ['K1', 'a'],
    ['K2', ''],
  ]));

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "'", "''x", '＝1', '－1', "it's", 'plain'])(
  'a cell %j comes back from our own export sign by sign',
  async (cell) => {
    const quoted = `"${makeFormulaSafe(cell).replaceAll('"', '""')}"`;
    expect(await cellsOf(`number,name\nK1,${quoted}\n`)).toEqual([['K1', cell]]);
  },
);

test("an apostrophe that is not ours stays: '-- and 'tis differ", async () =>
  expect(await cellsOf("number,name\nK1,'tis\nK2,'--\nK3,--\n")).toEqual([
    ['K1', "'tis"],
    ['K2', '--'],
    ['K3', '--'],
  ]));

test('titles, empty rows, numbering, totals, repeated headers and footers are left out and told', async () => {
  const table = await read(
    [
      '赣县区历史遗留矿山台账,,,',
      '单位:亩,,,',
      '主体编号,矿山名称,图斑面积(亩),备注',
      '1,2,3,4',
      'K1,一号矿,3.5,',
      ',,,',
      '主体编号,矿山名称,图斑面积(亩),备注',
      'K2,二号矿,1.5,',
      '小 计,,5.0,',
      '合计,,5.0,',
      '填表人:张三,审核人:李四,,',
    ].join('\n'),
  );
  expect(table.headerRow).toBe(3);
  expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([5, 8]);
  expect(table.notes).toEqual(
    expect.arrayContaining([
      { code: 'title-rows', data: { count: 2, text: '赣县区历史遗留矿山台账' } },
      { code: 'numbering-row', data: { count: 1, rows: [4] } },
      { code: 'empty-rows', data: { count: 1, rows: [6] } },
      { code: 'repeated-header', data: { count: 1, rows: [7] } },
      { code: 'totals-rows', data: { count: 2, rows: [9, 10] } },
      { code: 'footer-rows', data: { count: 1, rows: [11] } },
    ]),
  );
});

test('a header in two rows becomes one', async () => {
  const table = await read(
    '序号,主体编号,中心点坐标,,面积(亩),,备注\n,,经度,纬度,图斑面积,治理面积,\n1,K1,115.9,28.6,10,4,\n',
  );
  expect(table.columns).toEqual([
    '序号',
    '主体编号',
    '中心点坐标·经度',
    '中心点坐标·纬度',
    '面积(亩)·图斑面积',
    '面积(亩)·治理面积',
    '备注',
  ]);
  expect(table).toMatchObject({
    headerRow: 2,
    rows: [{ rowNumber: 3, cells: ['1', 'K1', '115.9', '28.6', '10', '4', ''] }],
  });
});

test('cells beyond the header keep their place under a column without a name', async () => {
  const table = await read('number,name\nK1,a,extra\n');
  expect(table.columns).toEqual(['number', 'name', '']);
  expect(table.rows[0]?.cells).toEqual(['K1', 'a', 'extra']);
  expect(table.notes).toContainEqual({ code: 'unnamed-columns', data: { columns: [2] } });
});

test('a header of unknown words is taken and marked as a guess', async () => {
  const table = await read('Gruba,Sijainti,Vuosi\nOrijärvi,Salo,1954\n');
  expect(table.columns).toEqual(['Gruba', 'Sijainti', 'Vuosi']);
  expect(table.notes).toContainEqual({ code: 'header-guessed', data: { row: 1 } });
});

test('a file with more columns than any ledger is refused', () =>
  expect(read(`${'a,'.repeat(600)}a\n${'1,'.repeat(600)}1\n`)).rejects.toMatchObject({
    refusal: { code: 'file-refused', data: { why: 'too-many-columns' } },
  }));

test('a file of nothing but commas cannot fill the memory', () =>
  expect(read(`number,name\n${','.repeat(9_000_000)}`)).rejects.toMatchObject({
    refusal: { code: 'file-refused', data: { why: 'too-many-cells' } },
  }));
