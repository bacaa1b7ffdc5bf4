import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callUrl, mapRoutes, trailRoutes, type MapSources } from '@qingshan/contracts';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { formWith } from '../../testing/upload';

let house: TestApp;
let sysadmin: Visitor;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [sysadmin, official] = [await house.as('sysadmin'), await house.as('official')];
}, 60_000);
afterAll(() => house.close());

const REVIEW = { reviewNumber: 'GS(2024)0650号', reviewedOn: '2024-03-01' };
const OUTLINE = [
  [115, 25.8],
  [115.2, 25.8],
  [115.2, 26],
  [115, 25.8],
];
const areaOf = (gb: string) => ({
  type: 'Feature',
  properties: { gb, name: 'x' },
  geometry: { type: 'MultiPolygon', coordinates: [[OUTLINE]] },
});
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

const load = (content: string | Buffer, query: Record<string, string> = REVIEW, name = '县级.geojson') =>
  sysadmin.inject({
    method: 'POST',
    url: callUrl(mapRoutes.setBoundaries, { query }),
    ...formWith(name, content),
  });
const loaded = async (content: string) => {
  const reply = await load(content);
  expect(reply.statusCode).toBe(201);
  return reply.json<MapSources>();
};

describe('boundaries', () => {
  test('there are none, and the map serves without them', async () => {
    expect(await official.get(mapRoutes.sources, {})).toEqual({ boundaries: null, basemap: null });
    expect(await official.get(mapRoutes.boundaries, {})).toEqual({ areas: [] });
  });

  test('what an administrator loads is shown to everybody who sees the map, with its review', async () => {
    const { boundaries } = await loaded(file(areaOf('156360704'), areaOf('156440103')));
    expect(boundaries).toMatchObject({
      ...REVIEW,
      fileName: '县级.geojson',
      areas: 1,
      points: 4,
      leftOut: 1,
      version: 1,
    });
    expect((await official.get(mapRoutes.sources, {})).boundaries).toEqual(boundaries);
    expect(await official.get(mapRoutes.boundaries, {})).toEqual({
      areas: [{ code: '360704', polygons: [[OUTLINE]] }],
    });
  });

  test('are sent once: who holds them is told so, until others are loaded', async () => {
    const { headers } = await official.call(mapRoutes.boundaries, {});
    const again = () =>
      official.call(mapRoutes.boundaries, { headers: { 'if-none-match': String(headers.etag) } });
    expect((await again()).status).toBe(304);
    await loaded(file(areaOf('156360722')));
    const fresh = await again();
    expect([fresh.status, fresh.body.areas.map(({ code }) => code)]).toEqual([200, ['360722']]);
  });

  test('those of before have ended and are still there, and both acts are in the trail', async () => {
    const kept = await house.sql<{ ended: boolean; version: number }>(
      `SELECT ended_at IS NOT NULL AS ended, version FROM map_source WHERE kind = 'boundaries' ORDER BY id`,
    );
    expect(kept).toEqual([
      { ended: true, version: 2 },
      { ended: false, version: 1 },
    ]);
    const { entries } = await (
      await house.as('auditadmin')
    ).get(trailRoutes.list, { query: { action: 'boundaries' } });
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['boundaries.set', '县级.geojson'],
      ['boundaries.set', '县级.geojson'],
    ]);
  });

  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['half a file', file(areaOf('156360704')).slice(0, -9), 'damaged'],
    ['a program', 'alert(1)', 'damaged'],
    ['GBK', Buffer.from([0x7b, 0xbd, 0xad, 0xce, 0xf7, 0x7d]), 'damaged'],
    ['brackets without end', '['.repeat(5_000_000), 'damaged'],
    ['brackets in brackets', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'not-boundaries'],
    ['a list', '[]', 'not-boundaries'],
    ['another province', file(areaOf('156440103')), 'no-division'],
    ['metres', file(areaOf('156360704')).replace(/115,/g, '38515000,'), 'wrong-coordinates'],
    ['a place far away', file(areaOf('156360704')).replace(/115\.2,/g, '102,'), 'outside-province'],
    [
      'names that reach for more',
      '{"__proto__":{"type":"FeatureCollection","features":[]}}',
      'not-boundaries',
    ],
  ])('a file with %s is refused with the reason, and what is in force stays', async (_, content, why) => {
    const before = await official.get(mapRoutes.sources, {});
    const reply = await load(content);
    const { code, data } = reply.json<{ code: string; data: { why: string } }>();
    expect([reply.statusCode, code, data?.why]).toEqual([422, 'file-refused', why]);
    expect(await official.get(mapRoutes.sources, {})).toEqual(before);
  });

  test('a file of more than twenty megabytes is not even read', async () => {
    const reply = await load(`${' '.repeat(20_000_000)}{}`);
    expect(reply.json<{ data: object }>().data).toMatchObject({ why: 'too-large', limit: 20_000_000 });
  });

  test.each([
    { reviewNumber: '', reviewedOn: '2024-03-01' },
    { reviewNumber: '无', reviewedOn: '2024-03-01' },
    { reviewNumber: 'GS(2024)0650号', reviewedOn: '' },
    { reviewedOn: '2024-03-01' },
    { reviewNumber: 'GS(2024)0650号' },
  ] as Record<string, string>[])(
    'without number and day of the map review (%j) nothing is loaded',
    async (query) => {
      expect((await load(file(areaOf('156360704')), query)).statusCode).toBe(400);
    },
  );

  test('a review of a day to come is refused', async () => {
    const reply = await load(file(areaOf('156360704')), { ...REVIEW, reviewedOn: '2026-11-25' });
    expect(reply.json<{ code: string }>().code).toBe('date-in-future');
  });

  test('a name of a file is shown, and is no path', async () => {
    const reply = await load(file(areaOf('156360704')), REVIEW, '../../etc/县.json');
    expect(reply.json<MapSources>().boundaries?.fileName).toBe('县.json');
  });

  test('taken away by the version that was seen, once', async () => {
    const { boundaries } = await official.get(mapRoutes.sources, {});
    const version = boundaries?.version ?? 0;
    const take = (of: number) => sysadmin.call(mapRoutes.endBoundaries, { body: { version: of } });
    expect((await take(version + 1)).problem.code).toBe('version-conflict');
    expect((await take(version)).body.boundaries).toBeNull();
    expect((await take(version)).problem.code).toBe('not-found');
    expect(await official.get(mapRoutes.boundaries, {})).toEqual({ areas: [] });
  });
});

describe('a basemap', () => {
  const BASEMAP = { url: 'https://t0.tianditu.gov.cn/vec_w/wmts?tk=abc', layer: 'vec', matrixSet: 'w' };

  test('is one service at one host, with its map review', async () => {
    const { basemap } = await sysadmin.get(mapRoutes.setBasemap, { body: { ...BASEMAP, ...REVIEW } });
    expect(basemap).toMatchObject({ ...BASEMAP, ...REVIEW, version: 1 });
    expect((await official.get(mapRoutes.sources, {})).basemap).toEqual(basemap);
  });

  test.each([
    { url: 'http://t0.tianditu.gov.cn/wmts' },
    { url: 'https://t0.tianditu.gov.cn; script-src *' },
    { url: 'javascript:alert(1)' },
    { layer: 'vec&x=1' },
    { matrixSet: '' },
    { reviewNumber: 'x' },
    { reviewedOn: '2024-02-30' },
  ])('with %j is refused', async (wrong) => {
    const { status, problem } = await sysadmin.call(mapRoutes.setBasemap, {
      body: { ...BASEMAP, ...REVIEW, ...wrong },
    });
    expect([status, problem.code]).toEqual([400, 'invalid-input']);
  });

  test('is taken away again', async () => {
    const { basemap } = await official.get(mapRoutes.sources, {});
    const after = await sysadmin.get(mapRoutes.endBasemap, { body: { version: basemap?.version ?? 0 } });
    expect(after.basemap).toBeNull();
  });
});
