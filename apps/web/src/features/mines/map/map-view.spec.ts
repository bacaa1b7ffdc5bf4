import { expect, test } from '@jest/globals';
import { mapPoint, squareKey } from '@qingshan/domain';
import { graticule, scaleBar } from './graticule';
import { boxOf, boxOfFilter, fitted, readView, worldPixels, writeView, ZOOMS } from './map-view';
import { placesFrom, squaresFor, squaresWithin, tilesFor } from './tiles';

const SIZE = { width: 1000, height: 700 };

test('the view of an address is the view that wrote it', () => {
  const view = { ...mapPoint(115.0123, 25.8612), zoom: 10.5 };
  const text = writeView(view);
  expect(text).toBe('115.0123,25.8612,10.5');
  expect(readView(text)?.x).toBeCloseTo(view.x, 6);
  expect(readView(text)?.zoom).toBe(10.5);
});

test.each([
  null,
  '',
  '115,25',
  '115,25,99',
  '115,25,1',
  '999,25,8',
  '115,88,8',
  'a,b,c',
  '115,25,8,9',
  '1e2,25,8',
])('an address with “%s” says nothing of the view', (text) => expect(readView(text)).toBeNull());

test('a view that fits a filter holds all its counties', () => {
  const box = boxOfFilter(['360704', '360722']);
  const shown = boxOf(fitted(box, SIZE), SIZE);
  expect([
    shown.left < box.left,
    shown.right > box.right,
    shown.top < box.top,
    shown.bottom > box.bottom,
  ]).toEqual([true, true, true, true]);
});

test('without counties the province is fitted, with squares the squares are', () => {
  const province = boxOf(fitted(boxOfFilter([]), SIZE), SIZE);
  const nanchang = mapPoint(115.9, 28.68);
  expect(nanchang.x > province.left && nanchang.x < province.right).toBe(true);
  const square = { level: 12, x: 3355, y: 1740 };
  const box = boxOfFilter(['360704'], [squareKey(square)]);
  expect(box.left).toBe(square.x / 2 ** 12);
});

test('a view is covered by its tiles, and there are never many', () => {
  for (const zoom of [7, 9.9, 12.3, ZOOMS.most]) {
    const box = boxOf({ ...mapPoint(115.9, 28.68), zoom }, { width: 1920, height: 1080 });
    const tiles = tilesFor(box, zoom);
    expect(tiles.length).toBeLessThanOrEqual(35);
    const [first, last] = [tiles[0], tiles.at(-1)];
    if (!first || !last) throw new Error('no tile');
    expect(first.x / 2 ** first.level).toBeLessThanOrEqual(box.left);
    expect((last.y + 1) / 2 ** last.level).toBeGreaterThanOrEqual(box.bottom);
    const squares = squaresFor(box, zoom);
    expect(squares.length).toBeGreaterThan(0);
    expect(squares.length).toBeLessThanOrEqual(100);
  }
});

test('the more mines, the nearer one has to be to see single places', () => {
  expect([300, 10_253, 300_000, 1_000_000].map(placesFrom)).toEqual([7, 9, 11, 12]);
});

test('squares within another are the smaller of the two, and none where they lie apart', () => {
  expect(squaresWithin(['132', '1330', '2'], '13')).toEqual(['132', '1330']);
  expect(squaresWithin(['13'], '1320')).toEqual(['1320']);
  expect(squaresWithin(['12'], '1320')).toEqual([]);
});

test('lines of round degrees cross every view, a handful of each', () => {
  for (const zoom of [5, 7.3, 10, 14, 18]) {
    const { meridians, parallels } = graticule(boxOf({ ...mapPoint(115.9, 28.68), zoom }, SIZE));
    for (const lines of [meridians, parallels]) {
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThanOrEqual(14);
    }
  }
});

test('the bar of the scale is a round length that fits', () => {
  for (const zoom of [5, 8.4, 13, 18]) {
    const { metres, width } = scaleBar(27, worldPixels(zoom));
    expect(String(metres)).toMatch(/^[125]0*$/);
    expect(width).toBeGreaterThan(30);
    expect(width).toBeLessThanOrEqual(110);
  }
});
