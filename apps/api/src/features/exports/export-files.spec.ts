import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { exported, unzipped } from '../../testing/exporting';
import { readByGdal, startGdal } from '../../testing/gdal';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;

const NAMES = ['一号石场', '二号"石<场>&', '三号\n石场'];
const filter = { q: '石' };

beforeAll(async () => {
  [house] = await Promise.all([openTestApp(), startGdal()]);
  official = await house.as('official');
  await enterMine(official, {
    facts: {
      name: NAMES[0],
      longitude: '115.500001',
      latitude: '25.8',
      closureYear: 2009,
      fundsAllocatedFen: '123456789',
      fundsAllocatedOn: '2026-02-28',
      remark: '朱镕基题字，喆'.repeat(40),
    },
    patches: [{ areaSquareMetres: '666.67' }],
  });
  await enterMine(official, { facts: { name: NAMES[1], longitude: '114.25', latitude: '26.123456' } });
  await enterMine(official, { facts: { name: NAMES[2], longitude: null, latitude: null, remark: '㎡𠮷' } });
}, 60_000);
afterAll(() => house.close());

describe.each(['xlsx', 'geojson', 'kml', 'shp'] as const)('%s', (format) => {
  test('has as many rows as the list shows, and its record the rows, bytes and SHA-256 of what is fetched', async () => {
    const { total } = await official.get(mineRoutes.list, { query: filter });
    const { record, bytes, headers } = await exported(official, { filter, file: { format } });
    expect(total).toBe(3);
    expect(record).toMatchObject({
      state: 'complete',
      rows: total,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file: { format },
    });
    expect(headers['content-length']).toBe(String(bytes.length));
    const suffix = format === 'shp' ? 'zip' : format;
    expect(record.fileName).toMatch(new RegExp(`\\.${suffix}$`));
  });
});

const shapefile = async (more: { encoding?: 'UTF-8' | 'GBK'; crs?: 'EPSG:4490' | 'EPSG:4548' }) => {
  const { bytes } = await exported(official, { filter, file: { format: 'shp', ...more } });
  const members = await unzipped(bytes);
  const shape = Object.fromEntries(Object.entries(members).filter(([name]) => name.startsWith('mines.')));
  return { members, ...(await readByGdal(shape)) };
};

describe('GDAL reads', () => {
  test.each([
    [{}, 'China Geodetic Coordinate System 2000'],
    [{ encoding: 'GBK', crs: 'EPSG:4548' }, 'CM_117E|CM 117E'],
  ] as const)('a shapefile %j: names, places, values, and the mine without a place', async (more, crs) => {
    const { layers, features } = await shapefile(more);
    expect(layers[0]?.featureCount).toBe(3);
    expect(layers[0]?.geometryFields[0]?.coordinateSystem?.wkt).toMatch(new RegExp(crs));
    expect(layers[0]?.fields.every(({ name }) => name.length <= 10)).toBe(true);
    expect(features.map(({ properties }) => properties.NAME)).toEqual(NAMES);
    const [first, second, third] = features;
    expect(first?.geometry?.coordinates[0]).toBeCloseTo(115.500001, 6);
    expect(first?.geometry?.coordinates[1]).toBeCloseTo(25.8, 6);
    expect(second?.geometry?.coordinates[0]).toBeCloseTo(114.25, 6);
    expect(third?.geometry).toBeNull();
    expect(first?.properties).toMatchObject({
      CLOSED: 2009,
      DAMAGED_M2: 666.67,
      DAMAGED_MU: 1,
      FUNDS_YUAN: 1234567.89,
      FUNDS_ON: '2026-02-28',
      STAGE: '普查',
    });
    const [west = 0, , east = 0] = layers[0]?.geometryFields[0]?.extent ?? [];
    expect(west).toBeLessThan(east);
  });

  test('a GeoJSON file, with Chinese columns and its notes', async () => {
    const { bytes } = await exported(official, { filter, file: { format: 'geojson' } });
    const { layers, features } = await readByGdal({ 'mines.geojson': bytes });
    expect(layers[0]?.featureCount).toBe(3);
    expect(features.map(({ properties }) => properties['矿山名称'])).toEqual(NAMES);
    expect(features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual([
      [115.500001, 25.8],
      [114.25, 26.123456],
      null,
    ]);
    const { notes } = JSON.parse(bytes.toString()) as { notes: Record<string, string> };
    expect(notes).toMatchObject({ 行数: '3', 其中无可用坐标: '1', 筛选条件: '包含文字：石' });
  });

  test('a KML file; this build of GDAL passes over placemarks without a point, which are there', async () => {
    const { bytes } = await exported(official, { filter, file: { format: 'kml' } });
    const { features } = await readByGdal({ 'mines.kml': bytes });
    expect(features.map(({ properties }) => properties.Name)).toEqual(NAMES.slice(0, 2));
    expect(features.map(({ geometry }) => geometry?.coordinates.slice(0, 2))).toEqual([
      [115.500001, 25.8],
      [114.25, 26.123456],
    ]);
    const text = bytes.toString();
    expect(text.match(/<Placemark>/g)).toHaveLength(3);
    expect(text).toContain(`<name>${NAMES[2]}</name>`);
    expect(text).toContain('<Folder><name>普查</name>');
    expect(text).toContain('其中无可用坐标: 1');
  });

  test('a workbook: its sheets, numbers as numbers, days as days, text as text', async () => {
    const { bytes } = await exported(official, { filter, language: 'en', file: { format: 'xlsx' } });
    const { layers, features } = await readByGdal({ 'mines.xlsx': bytes });
    expect(features.map(({ properties }) => properties['Mine name'])).toEqual(NAMES);
    expect(features[0]?.properties).toMatchObject({ 'Damaged area (m²)': 666.67, 'Closure year': 2009 });
    expect(layers.map(({ name }) => name)).toEqual(['Mines', 'Notes']);
    const types = Object.fromEntries((layers[0]?.fields ?? []).map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      'Mine number': 'String',
      'Division code': 'String',
      Longitude: 'Real',
      'Closure year': 'Integer',
      'In stage since': 'Date',
      'Damaged area (m²)': 'Real',
      'Funds allocated on': 'Date',
    });
  });
});

describe('what a format cannot hold is told', () => {
  const textOf = (members: Record<string, Buffer>, name: string) => members[name]?.toString('utf8') ?? '';

  test('a text longer than dBASE holds is cut between two signs, and counted in the notes', async () => {
    for (const encoding of ['UTF-8', 'GBK'] as const) {
      const { members, features } = await shapefile({ encoding });
      const whole = '朱镕基题字，喆'.repeat(40);
      const remark = String(features[0]?.properties.REMARK);
      expect(whole.startsWith(remark)).toBe(true);
      expect(remark).toHaveLength(encoding === 'GBK' ? 127 : 84);
      expect(textOf(members, '说明.txt')).toContain('截断: 1 格');
    }
  });

  test('a sign that GBK lacks becomes a question mark and is counted; UTF-8 has it', async () => {
    const gbk = await shapefile({ encoding: 'GBK' });
    expect(gbk.features[2]?.properties.REMARK).toBe('㎡?');
    expect(textOf(gbk.members, '说明.txt')).toContain('缺字: 1 格');
    const utf8 = await shapefile({ encoding: 'UTF-8' });
    expect(utf8.features[2]?.properties.REMARK).toBe('㎡𠮷');
    expect(textOf(utf8.members, '说明.txt')).not.toContain('缺字');
  });

  test('mines without a place stand in a list of their own, the field names in a legend', async () => {
    const { members } = await shapefile({ crs: 'EPSG:4548' });
    expect(textOf(members, '无坐标矿山.csv')).toContain(`"三号\n石场"`);
    expect(textOf(members, '字段说明.csv')).toContain('"DAMAGED_M2","损毁面积(平方米)"');
    expect(textOf(members, '说明.txt')).toMatch(/其中无可用坐标: 1\r\n[^]*EPSG:4548/);
  });

  test('an export that finds nothing is a file all the same', async () => {
    for (const format of ['xlsx', 'geojson', 'kml', 'shp'] as const) {
      const { record, bytes } = await exported(official, { filter: { q: '没有这样的' }, file: { format } });
      expect(record.rows).toBe(0);
      if (format === 'geojson') expect(JSON.parse(bytes.toString())).toMatchObject({ features: [] });
      if (format === 'shp') expect(Object.keys(await unzipped(bytes))).not.toContain('无坐标矿山.csv');
    }
  });
});

test('a past day has the rows of that day, and the notes name the day and the filter', async () => {
  const { bytes, record } = await exported(official, {
    filter: {
      asOf: '2026-05-31',
      stage: ['survey', 'restored'],
      areaFrom: '100',
      blank: ['planApprovedOn', 'approach'],
    },
    language: 'en',
    file: { format: 'geojson' },
  });
  expect(record.fileName).toMatch(/-2026-05-31\.geojson$/);
  expect(JSON.parse(bytes.toString())).toMatchObject({
    notes: {
      'As of': '2026-05-31',
      Filter:
        'Stage: Survey, Restored; Blank: Plan approved on, Restoration approach; Damaged area of at least: 100 m² (0.15 mu)',
      Rows: '3',
      'Taken by': '李经办',
    },
  });
});

test('a place that lies on no globe is none, and is counted with those that have none', async () => {
  const mine = await enterMine(official, { facts: { longitude: '25.19', latitude: '116.76' } });
  const one = { q: mine.number };
  const { bytes } = await exported(official, { filter: one, file: { format: 'geojson' } });
  expect(JSON.parse(bytes.toString())).toMatchObject({
    notes: { 其中无可用坐标: '1' },
    features: [{ geometry: null, properties: { 中心经度: 25.19, 中心纬度: 116.76 } }],
  });
  const zip = await exported(official, { filter: one, file: { format: 'shp', crs: 'EPSG:4548' } });
  expect((await unzipped(zip.bytes))['无坐标矿山.csv']?.toString()).toContain(mine.number);
});
