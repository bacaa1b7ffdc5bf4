import { expect, test } from '@jest/globals';
import { judgeRow, proposeMapping, RegionTree, type JudgedRow, type Region } from '@qingshan/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gbk } from '../../../testing/gbk';
import type { LedgerTable } from './ledger-table';
import { readTable } from './read-table';

const sample = (name: string) => readTable({ name, bytes: readFileSync(join(__dirname, 'samples', name)) });

const region = (code: string, nameZh: string, level: Region['level'], parentCode: string | null): Region => ({
  code,
  nameZh,
  nameEn: nameZh,
  level,
  parentCode,
  successorCode: null,
});

const regions = new RegionTree([
  region('360000', '江西省', 'province', null),
  region('360000-00', '待定', 'unassigned', '360000'),
  region('360700', '赣州市', 'city', '360000'),
  region('360704', '赣县区', 'county', '360700'),
  region('360726', '安远县', 'county', '360700'),
]);

const mappingOf = (table: LedgerTable) =>
  proposeMapping(
    table.columns,
    table.rows.slice(0, 50).map(({ cells }) => cells),
  );

const judged = (table: LedgerTable): JudgedRow[] => {
  const mapping = mappingOf(table);
  return table.rows.map((row) => judgeRow(row, mapping, { regions, today: '2026-11-23' }));
};

const meanings = (table: LedgerTable): Record<string, string> =>
  Object.fromEntries(
    mappingOf(table).flatMap(({ header, field, unit }) =>
      field ? [[header, unit ? `${field} ${unit}` : field]] : [],
    ),
  );

const problemCounts = (rows: readonly JudgedRow[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code } of rows.flatMap(({ problems }) => problems)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** Every cell that holds something is mapped, kept raw, or read as absent; none is lost between the columns. */
const expectNothingDropped = (table: LedgerTable): void => {
  const mapped = new Set(mappingOf(table).flatMap(({ field, column }) => (field ? [column] : [])));
  for (const [index, row] of judged(table).entries()) {
    const filled =
      table.rows[index]?.cells.filter((cell, column) => cell !== '' && !mapped.has(column)) ?? [];
    expect(row.kept.map(({ value }) => value)).toEqual(filled);
  }
};

test('all 890 mines of the iron-ore tracker come through, and what cannot be placed is told', async () => {
  const table = await sample('iron-ore-mines-2024-11.xlsx');
  expect(table).toMatchObject({
    sheet: 'Main Data',
    sheets: ['About', 'Main Data', 'Metadata'],
    headerRow: 1,
    encoding: null,
  });
  expect([table.rows.length, table.columns.length]).toEqual([890, 23]);
  expect(table.rows.at(-1)?.rowNumber).toBe(891);
  expect(meanings(table)).toEqual({
    'GEM Asset ID': 'number',
    'Asset name (English)': 'name',
    Coordinates: 'coordinates',
    Municipality: 'city',
    'Stop date': 'closureYear',
  });
  const rows = judged(table);
  expect(rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'))).toEqual([]);
  expect(new Set(rows.map(({ facts }) => facts.number)).size).toBe(890);
  expect(rows.every(({ facts }) => facts.name && facts.longitude && facts.latitude)).toBe(true);
  expect(rows.every(({ unassigned, facts }) => unassigned && facts.regionCode === '360000-00')).toBe(true);
  expect(problemCounts(rows)).toEqual({
    'outside-province': 874,
    'region-missing': 4,
    'region-unknown': 886,
  });
  expectNothingDropped(table);
});

test('a mine of the tracker in the north-west of China', async () => {
  const table = await sample('iron-ore-mines-2024-11.xlsx');
  const row = judged(table).find(({ facts }) => facts.number === 'P100000128411');
  expect(row?.facts).toMatchObject({
    name: 'Abagong Iron Mine',
    longitude: '88.466172',
    latitude: '47.724117',
  });
  expect(row?.kept).toContainEqual({ column: 2, value: '阿巴宫铁矿(Chinese)' });
  expect(row?.problems.map(({ column, code, found }) => [column, code, found])).toEqual([
    [3, 'outside-province', '47.724117, 88.466172'],
    [5, 'region-unknown', 'Altay Prefecture'],
  ]);
});

test('numbers of the tracker carry no float noise and its days are days', async () => {
  const table = await sample('iron-ore-mines-2024-11.xlsx');
  const cells = table.rows.flatMap((row) => row.cells);
  expect(cells.filter((cell) => /^\d+\.\d*(?:0000000|9999999)\d*$/.test(cell))).toEqual([]);
  const starts = table.rows.map((row) => row.cells[15] ?? '');
  expect(starts.filter((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell))).toHaveLength(154);
});

test('all 15 rows of the American inventory come through with acres as square metres', async () => {
  const table = await sample('eamlis-sample.tsv');
  expect(table).toMatchObject({ encoding: 'utf-8', delimiter: '\t', headerRow: 1, sheet: null });
  expect([table.rows.length, table.columns.length]).toEqual([15, 41]);
  expect(meanings(table)).toEqual({
    'AMLIS Key': 'number',
    County: 'region',
    Latitude: 'latitude',
    Longitude: 'longitude',
    'Problem Area Name': 'name',
    'Ore Types': 'mineralCode',
    'Unfunded GPRA Acres': 'untreatedArea acre',
    'Completed GPRA Acres': 'restoredArea acre',
  });
  const rows = judged(table);
  expect(problemCounts(rows)).toEqual({ 'outside-province': 15, 'region-unknown': 15 });
  expect(rows[0]).toMatchObject({
    facts: { number: 'CA000001', name: 'EAST HOUSTON MINE', longitude: '-117.117729', latitude: '36.251613' },
    patch: {
      number: null,
      areaSquareMetres: '809.37',
      restoredSquareMetres: '809.37',
      untreatedSquareMetres: '0.00',
    },
  });
  expectNothingDropped(table);
});

const MINE_CSV = [
  'Lon,Lat,No,省市,地市,区县,矿山位置,主体编号,图斑编号,修复图斑编号,中心经度,中心纬度,Area,图斑小类,修复状态,修复模式,完成时间,Area2,未治理面积,填报单位,填报人,填报日期,备注,矿种,开采方式,关闭年度,图斑属性',
  '115.39,25.13,1,江西省,赣州市,安远县,欣山镇下庄村采石场,CT3607262021000001,CT3607262021000001001,XF1,115.391234,25.134567,28399.11,政策性关闭矿山,完全修复,自然恢复,Dec-24,28399.11,0,安远县自然资源局,张三,2025-01-06,/,84412,A,2013,1',
  '115.02,25.86,2,江西省,赣州市,赣县,"梅林镇桃源村,老砖厂",CT3607042021000002,CT3607042021000002001,,25.861111,115.021111,"1,200.50",无主废弃矿山,部分修复,自然恢复,2024年12月,1000.5,200,赣县区自然资源局,李四,2025-01-06,,砖瓦用粘土,露天开采,2010年,4',
  '115.02,25.86,3,江西省,赣州市,赣县区,某地,CT3607042021000003,CT3607042021000003001,,38502345.12,2861234.5,100,无主废弃矿山,未修复,自然恢复,,150,0,赣县区自然资源局,李四,2025-01-06,,84412,A,20100,4',
  '合计,,,,,,,,,,,,29699.61,,,,,29549.61,200,,,,,,,,',
].join('\r\n');

test('the 27-column ledger in GBK that the counties pass around', async () => {
  const table = await readTable({ name: 'Mine.csv', bytes: gbk(MINE_CSV) });
  expect(table).toMatchObject({ encoding: 'gb18030', delimiter: ',', headerRow: 1 });
  expect([table.rows.length, table.columns.length]).toEqual([3, 27]);
  expect(table.notes).toEqual([{ code: 'totals-rows', data: { count: 1, rows: [5] } }]);
  const [first, second, third] = judged(table);
  expect(first).toMatchObject({
    rowNumber: 2,
    facts: {
      number: 'CT3607262021000001',
      name: '欣山镇下庄村采石场',
      regionCode: '360726',
      longitude: '115.391234',
      latitude: '25.134567',
      mineralCode: '84412',
      miningMethod: 'A',
      closureYear: 2013,
      approach: 'A',
      remark: null,
    },
    patch: {
      number: 'CT3607262021000001001',
      subclass: '12',
      attribute: '1',
      areaSquareMetres: '28399.11',
      restoredSquareMetres: '28399.11',
      untreatedSquareMetres: '0.00',
    },
    stage: 'restored',
    nulled: 1,
  });
  expect(first?.facts).not.toHaveProperty('finishedOn');
  expect(first?.problems.map(({ code }) => code)).toEqual([
    'name-from-location',
    'day-damaged',
    'code-assumed',
  ]);
  expect(second).toMatchObject({
    facts: {
      name: '梅林镇桃源村,老砖厂',
      regionCode: '360704',
      longitude: '115.021111',
      latitude: '25.861111',
      finishedOn: '2024-12-01',
    },
    patch: { areaSquareMetres: '1200.50', restoredSquareMetres: '1000.50' },
    stage: 'completion',
  });
  expect(second?.problems.map(({ code }) => code)).toEqual([
    'name-from-location',
    'coordinates-swapped',
    'day-of-month-assumed',
  ]);
  expect(
    third?.problems.filter(({ severity }) => severity === 'error').map(({ code, field }) => [code, field]),
  ).toEqual([
    ['not-a-year', 'closureYear'],
    ['restored-exceeds-area', 'restoredArea'],
  ]);
  expect(third?.problems.map(({ code }) => code)).toContain('coordinates-converted');
  expect(third?.facts).toMatchObject({ longitude: '114.023396', latitude: '25.859187' });
  expectNothingDropped(table);
});
