import { expect, test } from '@jest/globals';
import * as counties from '../../../testing/ugly-ledgers/counties';
import { areas, said, taken } from '../../../testing/ugly-ledgers/taken';
import { unitsInFormats } from '../../../testing/ugly-ledgers/formatted';
import { groupsByTown, threeRowHeader } from '../../../testing/ugly-ledgers/workbooks';
import { makeZip } from './making-zips';
import { readTable } from './read-table';

const notReadable = (why: string) => ({ refusal: { code: 'file-not-readable', data: { why } } });

test.each(['utf-16le', 'utf-16be'] as const)('%s is found without its mark', async (encoding) => {
  const { table, rows } = await taken(counties.unmarked(encoding));
  expect(table).toMatchObject({ encoding, delimiter: '\t' });
  expect(rows.map(({ facts }) => facts.name)).toEqual(['横溪 石场', '桃源砖厂（原二厂）']);
  expect(rows.map(areas)).toEqual([
    ['8333.33', null],
    ['2000.00', null],
  ]);
});

test('a program is no text of Chinese signs, though its bytes in pairs are some', () =>
  expect(
    readTable({
      name: 'setup.xlsx',
      bytes: Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(4_000, 0x90)]),
    }),
  ).rejects.toMatchObject(notReadable('not-a-spreadsheet')));

test('bytes with zeros between that make no text are no ledger', () =>
  expect(
    readTable({ name: 'x.txt', bytes: Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256)) }),
  ).rejects.toMatchObject(notReadable('not-a-spreadsheet')));

test('a sign of four bytes in GB18030', async () => {
  const { table, rows } = await taken(counties.rareSign());
  expect(table.encoding).toBe('gb18030');
  expect(rows[0]).toMatchObject({ facts: { name: '𠀀岭石场' }, patch: { areaSquareMetres: '8333.33' } });
});

test.each([
  ['|', counties.barred()],
  ['，', counties.fullWidthCommas()],
])('cells set apart by %s', async (delimiter, bytes) => {
  const { table, rows, meanings } = await taken(bytes);
  expect(table).toMatchObject({ delimiter, headerRow: 1 });
  expect(meanings).toEqual(['number', 'name', 'region', 'area mu']);
  expect(rows.map(areas)).toEqual([
    ['8333.33', null],
    ['2000.00', null],
  ]);
  expect(rows.flatMap(said)).toEqual([]);
});

test('a text of one column is told, and no mine is made of its lines', () =>
  expect(readTable({ name: 'x.txt', bytes: counties.alignedByBlanks() })).rejects.toMatchObject(
    notReadable('no-header'),
  ));

test('as above, sums with their counts, and all that closes a table', async () => {
  const { rows, table } = await taken(counties.closedBySignatures());
  expect(rows.map(({ facts }) => [facts.number, facts.town])).toEqual([
    ['S-01', '王母渡镇'],
    ['S-02', '王母渡镇'],
    ['S-03', '王母渡镇'],
  ]);
  expect(table.notes).toEqual([
    { code: 'ditto-marks-filled', data: { count: 2 } },
    { code: 'totals-rows', data: { count: 2, rows: [4, 6] } },
    { code: 'footer-rows', data: { count: 9, rows: [7, 8, 9, 10, 11, 12, 13, 14, 15] } },
  ]);
});

test('one area in two units below each other, and headings of towns between the mines', async () => {
  const { table, rows, notes, meanings } = await taken(groupsByTown());
  expect(table.headerRow).toBe(4);
  expect(notes).toEqual([
    'merged-cells-filled',
    'two-row-header',
    'title-rows',
    'section-rows',
    'totals-rows',
    'footer-rows',
  ]);
  expect(meanings).toEqual(['', 'number', 'name', 'town', 'area mu', '', 'stage']);
  expect(rows.map(({ facts, stage }) => [facts.number, facts.name, facts.town, stage])).toEqual([
    ['D-01', '一号 石场', '王母渡镇', 'restored'],
    ['D-02', '二号（原三号）石场', '王母渡镇', 'completion'],
    ['D-03', '四号 石场', '江口镇', 'survey'],
  ]);
  expect(rows.map(areas)).toEqual([
    ['10000.00', null],
    ['20000.00', null],
    ['20000.00', null],
  ]);
});

test('a header in three rows, the lowest of units', async () => {
  const { table, rows, meanings } = await taken(threeRowHeader());
  expect(table.headerRow).toBe(3);
  expect(meanings.slice(4)).toEqual([
    'area mu',
    'restoredArea mu',
    'untreatedArea ha',
    'fundsAllocatedFen wan',
  ]);
  expect(rows[0]).toMatchObject({
    facts: { number: 'TR-01', fundsAllocatedFen: '5000000' },
    patch: {
      areaSquareMetres: '20000.00',
      restoredSquareMetres: '10000.00',
      untreatedSquareMetres: '10000.00',
    },
  });
});

test('zeros kept by a formula, and what is planned is not what is restored', async () => {
  const { rows, meanings } = await taken(counties.keptZeros());
  expect(meanings).toEqual(['number', 'name', 'region', 'area m2', '', 'restoredArea m2']);
  expect(rows.map(({ facts }) => facts.number)).toEqual(['0012', '0013']);
  expect(rows.map(areas)).toEqual([
    ['12345.60', '3000.00'],
    ['20000.00', null],
  ]);
});

test('words for figures: read where they are plain, told where they are rough, left out where they are neither', async () => {
  const { rows } = await taken(counties.roughWords());
  expect(
    rows.map(({ facts, stage }) => [facts.regionCode, facts.closureYear, facts.finishedOn, stage]),
  ).toEqual([
    ['360704', 2005, '2020-03-05', 'completion'],
    ['360704', 2005, '2020-03-05', 'completion'],
    ['360704', 2005, undefined, 'restored'],
    ['360704', 1995, undefined, null],
  ]);
  expect(rows.map(({ facts }) => [facts.longitude, facts.latitude])).toEqual([
    ['115.02', '25.861111'],
    ['115.02', '25.861111'],
    [undefined, undefined],
    ['115.02', '25.861111'],
  ]);
  expect(rows.map(said)).toEqual([
    ['approximate-number: 30余亩'],
    ['approximate-number: 30左右'],
    ['projected-coordinates: X=2861851.3 Y=601364.4', 'day-incomplete: 2020年第三季度'],
    ['year-assumed: 95年', 'day-incomplete: 已完成', 'stage-unknown: 是', 'range-of-figures: 20-30'],
  ]);
});

test.each([
  ['a web page called .xls', counties.pageAsXls()],
  ['XML of 2003', counties.xmlOf2003()],
  [
    'ODS',
    makeZip([
      { name: 'mimetype', body: 'x' },
      { name: 'content.xml', body: '<office:document/>' },
    ]),
  ],
])('%s is turned away with how to save it', (_, bytes) =>
  expect(readTable({ name: '台账.xls', bytes })).rejects.toMatchObject(notReadable('other-format')),
);

test('a unit that stands in the format of a cell alone is read with it, and told where the header says another', async () => {
  const { rows, meanings } = await taken(unitsInFormats());
  expect(meanings.slice(3)).toEqual(['area mu', 'restoredArea m2', 'fundsAllocatedFen wan']);
  expect(rows.map(({ facts }) => [facts.number, facts.fundsAllocatedFen])).toEqual([
    ['0007', '320000000'],
    ['0008', '320000000'],
    ['0009', '320000000'],
  ]);
  expect(rows.map(areas)).toEqual([
    ['10000.00', '10000.00'],
    ['20000.00', '10000.00'],
    [undefined, undefined],
  ]);
  expect(rows.map(said)).toEqual([
    ['unit-differs: 1公顷'],
    ['unit-differs: 3200000元', 'unit-differs: 2公顷', 'unit-differs: 15亩'],
    ['unit-unclear: 3千亩'],
  ]);
});

test.each(['gb18030', 'utf-8'] as const)(
  'broken bytes in %s: what is left is Chinese, and their rows are named',
  async (encoding) => {
    const { table, rows } = await taken(counties.oneBrokenByte(encoding));
    expect(table.encoding).toBe(encoding);
    expect(table.notes).toEqual([{ code: 'damaged-signs', data: { count: 2, rows: [4, 8] } }]);
    expect(rows).toHaveLength(30);
    expect(rows[2]).toMatchObject({ problems: [{ code: 'text-damaged', field: 'name', severity: 'error' }] });
    expect(rows[6]).toMatchObject({
      facts: { name: '横溪第7石场' },
      problems: [{ code: 'text-damaged', field: 'remark' }],
    });
    expect(rows.filter(({ problems }) => problems.length > 0)).toHaveLength(2);
    expect(rows.map(areas)[2]).toEqual(['8333.33', null]);
  },
);

test('French with accents is no damaged Chinese, and is asked about', async () => {
  const words = Array.from(
    { length: 40 },
    (_, at) => `F-${at};Carrière abandonnée n° ${at} – Thérèse;Gan County;3`,
  );
  const { table, notes } = await taken(
    Buffer.from(
      ['Mine number;Mine name;County;Area (ha)', ...words].join('\r\n').replaceAll('–', '\u0096'),
      'latin1',
    ),
  );
  expect([table.encoding, notes]).toEqual(['windows-1252', ['encoding-guessed']]);
});

test('a place that stands in the first row of its group alone is filled downwards, and every such row says so', async () => {
  const { table, rows } = await taken(counties.groupsNotMerged());
  expect(rows.map(({ facts }) => [facts.number, facts.regionCode, facts.town])).toEqual([
    ['GN-01', '360704', '王母渡镇'],
    ['GN-02', '360704', '王母渡镇'],
    ['GN-03', '360704', '王母渡镇'],
    ['GN-04', '360704', '王母渡镇'],
    ['GN-05', '360000-00', null],
    ['GN-06', '360726', '欣山镇'],
    ['GN-07', '360726', '欣山镇'],
  ]);
  const filled = ['filled-from-above: 赣县区', 'filled-from-above: 王母渡镇'];
  expect(rows.map(said)).toEqual([
    [],
    filled,
    filled,
    filled,
    // Below a sum nobody knows whose row it is.
    ['region-missing: '],
    [],
    ['filled-from-above: 安远县', 'filled-from-above: 欣山镇'],
  ]);
  expect(table.notes[0]).toMatchObject({ code: 'groups-filled', data: { count: 8, columns: [0, 1] } });
});

test('gaps between towns stay gaps', async () => {
  const { rows, notes } = await taken(counties.townsWithGaps());
  expect(rows.map(({ facts }) => facts.town)).toEqual(['王母渡镇', '王母渡镇', null, null]);
  expect(notes).toEqual([]);
});

test('a unit that stands below the figures alone is theirs', async () => {
  const { table, rows, notes } = await taken(counties.unitBelow());
  expect([table.units, notes]).toEqual([['mu'], ['footer-rows']]);
  expect(rows.map(areas)).toEqual([
    ['1000000.00', null],
    ['2000000.00', null],
  ]);
});

test.each(Object.entries(counties.otherHouses))('%s is turned away with how to save it', (_, text) =>
  expect(readTable({ name: '台账.xls', bytes: Buffer.from(text) })).rejects.toMatchObject(
    notReadable('other-format'),
  ),
);

test.each(Object.entries(counties.noTables))('%s is no ledger, and no mine is made of it', (_, text) =>
  expect(readTable({ name: '台账.csv', bytes: Buffer.from(text) })).rejects.toMatchObject(
    notReadable('not-a-spreadsheet'),
  ),
);

const csvOf = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));

test.each([
  '甲,乙,丙,1',
  '栏次,1,2,3',
  '①,②,③,④',
  '(1),(2),(3),(4)',
  '第1列,第2列,第3列,第4列',
  'A,B,C,D',
  '1,2,3,4=2+3',
])('the places of columns are no mine: %s', async (places) => {
  const { rows, notes } = await taken(
    csvOf('序号,主体编号,矿山名称,损毁面积（亩）', places, '1,GX-01,下庄石场,12'),
  );
  expect(notes).toContain('numbering-row');
  expect(rows.map(({ facts }) => facts.number)).toEqual(['GX-01']);
});

test('a row of units may have words that are none', async () => {
  const { meanings, rows } = await taken(
    csvOf(
      '主体编号,矿山名称,损毁面积,治理资金,完成时间',
      '/,个,（亩）,（万元）,年月日',
      'GX-01,下庄石场,12,3,2024-05-01',
    ),
  );
  expect(meanings).toEqual(['number', 'name', 'area mu', 'fundsAllocatedFen wan', 'finishedOn']);
  expect(rows.map(areas)).toEqual([['8000.00', null]]);
});

test('a heading names the town of the mines below it, and every row is told', async () => {
  const { rows } = await taken(
    csvOf(
      '主体编号,矿山名称,乡镇,损毁面积（亩）',
      '一,王母渡镇,,24',
      'GX-01,下庄石场,,12',
      'GX-02,上庄石场,,12',
      '（二）五云镇,,,',
      'GX-03,桃源砖厂,,12',
      '合计,,,36',
    ),
  );
  expect(rows.map(({ facts }) => facts.town)).toEqual(['王母渡镇', '王母渡镇', '五云镇']);
  expect(rows.every(({ problems }) => problems.some(({ code }) => code === 'filled-from-above'))).toBe(true);
});

test('同上 repeats a place and no area; a figure kept as text is one; ten thousands of square metres are read', async () => {
  const { rows } = await taken(
    csvOf(
      '主体编号,矿山名称,乡镇,损毁面积（亩）',
      `GX-01,下庄石场,王母渡镇,'12.0`,
      'GX-02,上庄石场,同上,同上',
      'GX-03,桃源砖厂,〃,2万平方米',
    ),
  );
  expect(rows.map(({ facts }) => facts.town)).toEqual(['王母渡镇', '王母渡镇', '王母渡镇']);
  expect(rows.map(areas)).toEqual([
    ['8000.00', null],
    [undefined, undefined],
    ['20000.00', null],
  ]);
});

test('同上 repeats a year: it adds up to nothing', async () => {
  const { rows } = await taken(
    csvOf('主体编号,矿山名称,关闭年度,损毁面积（亩）', 'GX-01,下庄石场,2010,12', 'GX-02,上庄石场,同上,13'),
  );
  expect(rows.map(({ facts }) => facts.closureYear)).toEqual([2010, 2010]);
});

test('headings of many towns, sums between them, and one whose mines name their own', async () => {
  const { rows } = await taken(
    csvOf(
      '主体编号,矿山名称,乡镇,损毁面积（亩）',
      'GX-00,上庄石场,,12',
      '王母渡镇,,,',
      'GX-01,下庄石场,,12',
      '小计,,,12',
      'GX-02,桃源砖厂,,12',
      '五云镇,,,',
      '沙地镇,,,',
      'GX-03,横溪石场,田村镇,12',
      'GX-04,南塘石场,,12',
    ),
  );
  expect(rows.map(({ facts }) => facts.town ?? null)).toEqual([null, '王母渡镇', null, '田村镇', null]);
});
