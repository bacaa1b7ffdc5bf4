import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CELL_LEVELS, mapRoutes, mineRoutes, type MapTileView } from '@qingshan/contracts';
import { mapPoint, pointIn, squareKey, STAGES } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { connected } from '../../testing/test-database';
import { move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let neighbour: Visitor;
let manager: Visitor;

const at = (longitude: number, latitude: number) => ({
  longitude: longitude.toFixed(6),
  latitude: latitude.toFixed(6),
});

beforeAll(async () => {
  house = await openTestApp();
  [official, neighbour, manager] = [
    await house.as('official'),
    await house.as('neighbour'),
    await house.as('manager'),
  ];
  // Three in one valley, one on the other side of the county, one whose place nobody measured; one next door.
  for (const [index, facts] of [
    at(115.0101, 25.8601),
    at(115.0102, 25.8602),
    at(115.0103, 25.8603),
    at(115.35, 25.75),
    { longitude: null, latitude: null },
  ].entries())
    await enterMine(official, {
      effectiveOn: index === 0 ? '2024-05-05' : '2026-03-02',
      facts: { ...facts, mineralCode: index === 3 ? '83610' : '84711' },
    });
  await enterMine(neighbour, { facts: { regionCode: '360722', ...at(115.0101, 25.8609) } });
}, 60_000);
afterAll(() => house.close());

const tileAt = (longitude: number, latitude: number, z: number) => {
  const { x, y } = mapPoint(longitude, latitude);
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
};
const VALLEY = tileAt(115.0101, 25.8601, 10);
const minesIn = ({ cells }: MapTileView) => cells.reduce((sum, [, , mines]) => sum + mines, 0);
const tile = (by: Visitor, query = {}, params = VALLEY) => by.get(mapRoutes.tile, { params, query });
const regions = async (by: Visitor, query = {}) => {
  const { regions: counted, unplaced } = await by.get(mapRoutes.regions, { query });
  return { counted, unplaced, total: counted.flatMap(({ mines }) => mines).reduce((sum, n) => sum + n, 0) };
};

describe('from afar', () => {
  test('each county says how many of each stage it holds, and how many have no coordinates', async () => {
    const { counted, unplaced } = await regions(manager);
    expect(counted).toEqual([
      { regionCode: '360704', mines: [5, 0, 0, 0, 0, 0] },
      { regionCode: '360722', mines: [1, 0, 0, 0, 0, 0] },
    ]);
    expect(unplaced).toBe(1);
  });

  test.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a stage', { stage: 'survey' }],
    ['a stage that nobody is in', { stage: 'restored' }],
    ['the removed', { stage: 'removed,survey' }],
    ['a division', { region: '360704' }],
    ['a division by the code it had', { region: '360721' }],
    ['a day before most were found', { asOf: '2025-01-01' }],
    ['a day before any', { asOf: '2001-01-01' }],
    ['a mineral', { mineral: '84711' }],
    ['a word', { q: 'ZT36' }],
    ['an area', { areaFrom: '0' }],
    ['a square of the map', { square: squareKey({ level: VALLEY.z, x: VALLEY.x, y: VALLEY.y }) }],
    ['all at once', { region: '360704', stage: 'survey', mineral: '84711', asOf: '2026-11-01' }],
  ])('the counts of a filter by %s are those of the list, whoever asks', async (_, query) => {
    for (const by of [official, neighbour, manager]) {
      const { total } = await by.get(mineRoutes.list, { query });
      expect((await regions(by, query)).total).toBe(total);
      // A condition that keeps nobody away, but makes it count row by row instead of reading the figures.
      expect((await regions(by, { ...query, areaFrom: '0' })).total).toBe(total);
    }
  });

  test('a removed mine is on no map, unless it is asked for', async () => {
    const mine = await enterMine(official, { facts: at(115.0104, 25.8604) });
    const before = minesIn(await tile(official));
    await move(manager, mine, '2026-11-01', 'remove', '重复登记');
    expect(minesIn(await tile(official))).toBe(before - 1);
    expect((await regions(official, { stage: 'removed' })).counted).toEqual([
      { regionCode: '360704', mines: [0, 0, 0, 0, 0, 1] },
    ]);
    expect(minesIn(await tile(official, { stage: 'removed' }))).toBe(1);
    expect(minesIn(await tile(official, { stage: 'removed', asOf: '2026-03-02' }))).toBe(0);
  });
});

describe('from near', () => {
  test('a tile gathers mines in its cells, by stage, and says where the first and the last of them lie', async () => {
    const { cells } = await tile(official);
    expect(cells).toHaveLength(1);
    const [cell, stage, mines, first, last] = cells[0] ?? [];
    expect([STAGES[Number(stage)], mines]).toEqual(['survey', 3]);
    const square = { level: VALLEY.z, x: VALLEY.x, y: VALLEY.y };
    const [here, there] = [pointIn(square, Number(first)), pointIn(square, Number(last))];
    expect(here.x).toBeCloseTo(mapPoint(115.0102, 25.8602).x, 5);
    expect(there.y).toBeCloseTo(mapPoint(115.0102, 25.8602).y, 5);
    // The square of that cell is a filter of the list, and gives the same mines.
    const key = squareKey(square) + Number(cell).toString(4).padStart(CELL_LEVELS, '0');
    expect((await official.get(mineRoutes.list, { query: { square: key } })).total).toBe(3);
  });

  test('a mine alone in its cell brings the id by which it is opened', async () => {
    const { cells } = await tile(official, {}, tileAt(115.35, 25.75, 12));
    expect(cells).toHaveLength(1);
    const mine = await official.get(mineRoutes.read, { params: { id: Number(cells[0]?.[5]) } });
    expect(mine.longitude).toBe('115.350000');
  });

  test('as of a day it is the ledger of that day, with the ids of mines and not of their past', async () => {
    const then = await tile(official, { asOf: '2025-01-01' });
    expect(minesIn(then)).toBe(1);
    const mine = await official.get(mineRoutes.read, { params: { id: Number(then.cells[0]?.[5]) } });
    expect(mine.latitude).toBe('25.860100');
    expect(minesIn(await tile(official, { asOf: '2001-01-01' }))).toBe(0);
  });

  test('the tiles of a filter hold all its mines that have a place, once each, at every zoom', async () => {
    for (const z of [6, 8, 11]) {
      const low = tileAt(113.5, 30.1, z);
      const high = tileAt(118.5, 24.4, z);
      let found = 0;
      if ((high.x - low.x) * (high.y - low.y) > 400) continue;
      for (let x = low.x; x <= high.x; x += 1)
        for (let y = low.y; y <= high.y; y += 1)
          found += minesIn(await tile(manager, { mineral: '84711' }, { z, x, y }));
      const { total } = await manager.get(mineRoutes.list, { query: { mineral: '84711' } });
      const { unplaced } = await regions(manager, { mineral: '84711' });
      expect([z, found]).toEqual([z, total - unplaced]);
    }
  });

  test('another county’s mines are not in it, however the filter asks (S08)', async () => {
    expect(minesIn(await tile(manager))).toBe(4);
    for (const query of [
      {},
      { region: '360704' },
      { region: '360700' },
      { region: '360000', stage: 'survey' },
    ])
      for (const asOf of [undefined, '2026-11-20']) {
        const seen = await tile(neighbour, { ...query, asOf });
        expect(minesIn(seen)).toBeLessThanOrEqual(1);
        for (const [, , , , , id] of seen.cells) {
          const mine = await neighbour.get(mineRoutes.read, { params: { id } });
          expect(mine.regionCode).toBe('360722');
        }
      }
  });

  test.each([
    '5/1/1',
    '17/1/1',
    '10/1024/1',
    '10/1/1024',
    '10/-1/1',
    '10/1.5/1',
    '1e1/1/1',
    '10/0x1/1',
    'a/b/c',
  ])('the tile %s is none', async (place) => {
    const reply = await official.inject({ method: 'GET', url: `/api/map/tiles/${place}` });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'invalid-input']);
  });

  test.each([
    'square=4',
    'square=abc',
    `square=${'0'.repeat(27)}`,
    'page=1',
    'asOf=2026-02-30',
    'stage=flying',
  ])('a filter of %s is refused', async (query) => {
    for (const path of ['regions', 'tiles/10/839/433']) {
      const reply = await official.inject({ method: 'GET', url: `/api/map/${path}?${query}` });
      expect([path, reply.statusCode]).toEqual([path, 400]);
    }
  });
});

describe('a tile that is held already', () => {
  const held = (by: Visitor, tag: unknown, query = {}) =>
    by.call(mapRoutes.tile, { params: VALLEY, query, headers: { 'if-none-match': String(tag) } });

  /** A transaction anywhere in the cluster that ends between two asks costs one answer more: so the asks go on until none did. */
  const heldAtLast = async (by: Visitor) => {
    for (;;) {
      const first = await by.call(mapRoutes.tile, { params: VALLEY });
      const again = await held(by, first.headers.etag);
      if (again.status === 304) return { first, again };
      expect(minesIn(again.body)).toBe(minesIn(first.body));
    }
  };

  test('is not sent again, until a mine changes', async () => {
    const { first, again } = await heldAtLast(official);
    expect(again.bytes.length).toBe(0);
    await enterMine(official, { facts: at(115.0106, 25.8606) });
    const changed = await held(official, first.headers.etag);
    expect(changed.status).toBe(200);
    expect(minesIn(changed.body)).toBe(minesIn(first.body) + 1);
    const mine = await enterMine(official, { facts: at(115.0107, 25.8607) });
    const { headers } = await official.call(mapRoutes.tile, { params: VALLEY });
    await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: '2026-11-01', changes: at(115.35, 25.76) },
    });
    expect((await held(official, headers.etag)).status).toBe(200);
  });

  test('is another for another filter, another tile, and another person’s reach', async () => {
    const tags = [
      await official.call(mapRoutes.tile, { params: VALLEY }),
      await official.call(mapRoutes.tile, { params: VALLEY, query: { stage: 'survey' } }),
      await official.call(mapRoutes.tile, { params: { ...VALLEY, x: VALLEY.x + 1 } }),
      await neighbour.call(mapRoutes.tile, { params: VALLEY }),
      await manager.call(mapRoutes.tile, { params: VALLEY }),
    ].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(tags.length);
  });

  test('is not kept by the browser or a proxy: the page holds it itself', async () => {
    const { headers } = await official.call(mapRoutes.tile, { params: VALLEY });
    expect(headers['cache-control']).toBe('no-store');
  });

  test('is asked for anew when a change is done that began before later ones, and ended after them', async () => {
    const slow = await enterMine(official, { facts: at(115.0108, 25.8608) });
    const tag = await connected(house.url, async (client) => {
      await client.query('BEGIN');
      await client.query(
        `UPDATE mine SET longitude = 115.36, version = version + 1, effective_on = '2026-11-01' WHERE id = $1`,
        [slow.id],
      );
      await enterMine(official, { facts: at(115.0109, 25.8609) });
      const { first } = await heldAtLast(official);
      await client.query('COMMIT');
      return first.headers.etag;
    });
    expect((await held(official, tag)).status).toBe(200);
  });
});

test('the fullest tile that can be stays under 15 kB on the wire', async () => {
  const cells: number[][] = [];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  // Every cell with every stage, tens of thousands of mines, places and ids without any order.
  for (let cell = 0; cell < 64; cell += 1)
    for (let stage = 0; stage < STAGES.length; stage += 1)
      cells.push([cell, stage, next(40_000), next(2 ** 30) * 4, next(2 ** 30) * 4, next(1_000_000)]);
  expect(gzipSync(JSON.stringify({ cells }), { level: 1 }).length).toBeLessThan(15_000);
});
