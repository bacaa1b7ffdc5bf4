import { expect, test } from '@jest/globals';
import type { RegionView } from '@qingshan/contracts';
import { mapPoint, squareKey, squareOf } from '@qingshan/domain';
import { countyRings, gathered, radiusOf, readTile, spotAt, type Ring } from './spots';

const TILE = { level: 10, x: 839, y: 435 };

const division = (code: string, level: RegionView['level'], parentCode: string): RegionView => ({
  code,
  level,
  parentCode,
  nameZh: code,
  nameEn: code,
});

const ring = (key: string, total: number, x: number, y = 0): Ring => ({
  kind: 'ring',
  key,
  codes: [key],
  counts: [total, 0, 0, 0, 0, 0],
  total,
  x,
  y,
});

test('rows of one cell are one ring: its count is their sum, its square the filter that gives the same mines', () => {
  const spots = readTile(TILE, {
    cells: [
      [37, 0, 5, 2_500_000_000, 2_500_004_000, 1],
      [37, 4, 7, 2_500_001_000, 2_500_009_000, 2],
      [3, 2, 2, 210_000_000, 210_000_000, 3],
    ],
  });
  expect(spots).toHaveLength(2);
  const [many] = spots;
  if (many?.kind !== 'ring') throw new Error('no ring');
  expect([many.total, many.counts]).toEqual([12, [5, 0, 0, 0, 7, 0]]);
  // Cell 37 is 211 in fours.
  expect(many.square).toBe(`${squareKey(TILE)}211`);
});

test('a ring stands inside its own square, away from its edges', () => {
  for (let cell = 0; cell < 64; cell += 1) {
    const corner = cell * 2 ** 26;
    const [spot] = readTile(TILE, { cells: [[cell, 0, 9, corner, corner, 1]] });
    const square = squareOf(`${squareKey(TILE)}${cell.toString(4).padStart(3, '0')}`);
    const size = 2 ** square.level;
    for (const [at, from] of [
      [Number(spot?.x), square.x],
      [Number(spot?.y), square.y],
    ] as const) {
      expect(at * size - from).toBeGreaterThan(0.35);
      expect(at * size - from).toBeLessThan(0.65);
    }
  }
});

test('one mine alone in its cell is itself, exactly where it lies, in its own stage', () => {
  const [spot] = readTile(TILE, { cells: [[0, 3, 1, 0, 0, 42]] });
  expect(spot).toMatchObject({ kind: 'mine', id: 42, stage: 'completion' });
  expect(spot?.x).toBeCloseTo(TILE.x / 2 ** TILE.level, 7);
});

test('an empty tile shows nothing', () => expect(readTile(TILE, { cells: [] })).toEqual([]));

test('a functional area counts in the county around it, and what has no place on the map has no ring', () => {
  const rings = countyRings(
    [
      { regionCode: '360112', mines: [1, 0, 0, 0, 2, 0] },
      { regionCode: '360112-01', mines: [4, 0, 0, 0, 0, 0] },
      { regionCode: '360000-00', mines: [9, 0, 0, 0, 0, 0] },
    ],
    [
      division('360112', 'county', '360100'),
      division('360112-01', 'functional', '360112'),
      division('360000-00', 'unassigned', '360000'),
    ],
  );
  expect(rings.map(({ codes, counts, total }) => ({ codes, counts, total }))).toEqual([
    { codes: ['360112'], counts: [5, 0, 0, 0, 2, 0], total: 7 },
  ]);
  expect(rings[0]).toMatchObject(mapPoint(115.82, 28.69));
});

test('rings that would overlap are one, and no mine is lost or counted twice', () => {
  const rings = [ring('a', 5, 0), ring('b', 50, 0.001), ring('c', 1, 0.0015), ring('d', 3, 0.5)];
  const few = gathered(rings, 0.01);
  expect(few.map(({ key, codes, total }) => [key, codes, total])).toEqual([
    ['b', ['b', 'a', 'c'], 56],
    ['d', ['d'], 3],
  ]);
  expect(gathered(rings, 0.0001)).toHaveLength(4);
});

test('a ring grows with its number, and never beyond half a cell', () => {
  const sizes = [2, 20, 200, 2_000, 1_000_000].map((total) => radiusOf({ total }));
  expect([...sizes].sort((one, other) => one - other)).toEqual(sizes);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(24);
});

test('a click finds what is nearest, within its size, and nothing on bare ground', () => {
  const spots = [ring('a', 500, 0.5), ring('b', 5, 0.502)];
  const pixels = 10_000;
  expect(spotAt(spots, { x: 0.5004, y: 0 }, pixels, 12)?.key).toBe('a');
  expect(spotAt(spots, { x: 0.5016, y: 0 }, pixels, 12)?.key).toBe('b');
  expect(spotAt(spots, { x: 0.51, y: 0 }, pixels, 12)).toBeNull();
});
