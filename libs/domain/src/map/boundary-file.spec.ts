import { expect, test } from '@jest/globals';
import { RegionTree, type Region } from '../regions/region';
import { readBoundaries } from './boundary-file';

const region = (
  code: string,
  nameZh: string,
  parentCode: string | null,
  successorCode: string | null = null,
) => ({ code, nameZh, nameEn: code, level: 'county', parentCode, successorCode }) satisfies Region;

const tree = new RegionTree([
  region('360000', '江西省', null),
  region('360704', '赣县区', '360000'),
  region('360722', '信丰县', '360000'),
  region('360721', '赣县', '360000', '360704'),
]);

const SQUARE = [
  [115, 25],
  [115.2, 25],
  [115.2, 25.3],
  [115, 25],
];

const area = (properties: unknown, coordinates: unknown = [SQUARE], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const codesIn = (value: unknown) => {
  const read = readBoundaries(value, tree);
  return typeof read === 'string' ? read : read.areas.map(({ code }) => code);
};

test('a division is known by the national code, by its own, by the one it had before, and by its name', () => {
  expect(codesIn(file(area({ gb: '156360704' })))).toEqual(['360704']);
  expect(codesIn(file(area({ adcode: 360722 })))).toEqual(['360722']);
  expect(codesIn(file(area({ CODE: '360721' })))).toEqual(['360704']);
  expect(codesIn(file(area({ name: '信丰县' })))).toEqual(['360722']);
});

test('what lies in other provinces is left out and counted, whatever shape it has', () => {
  const read = readBoundaries(
    file(area({ gb: '156440103' }, 'nonsense'), area({ gb: '156360704' }), area({ name: '越秀区' })),
    tree,
  );
  expect(read).toMatchObject({ leftOut: 2, points: 4 });
});

test('islands and holes are kept, and parts of one division are one area', () => {
  const read = readBoundaries(
    file(
      area({ adcode: '360704' }, [[SQUARE, SQUARE], [SQUARE]], 'MultiPolygon'),
      area({ adcode: '360704' }),
    ),
    tree,
  );
  if (typeof read === 'string') throw new Error(read);
  expect(read.areas.map(({ polygons }) => polygons.map((rings) => rings.length))).toEqual([[2, 1, 1]]);
});

const far = (longitude: number, latitude: number) => [
  [[longitude, latitude], ...SQUARE, [longitude, latitude]],
];

test.each<[string, unknown, string]>([
  ['no object', [], 'not-boundaries'],
  ['a text', 'FeatureCollection', 'not-boundaries'],
  ['no list of areas', { type: 'FeatureCollection', features: {} }, 'not-boundaries'],
  ['a single area', area({ adcode: '360704' }), 'not-boundaries'],
  ['nothing in it', file(), 'no-division'],
  ['only other provinces', file(area({ adcode: '440103' })), 'no-division'],
  ['points for areas', file(area({ adcode: '360704' }, [115, 25], 'Point')), 'not-boundaries'],
  ['no coordinates', file(area({ adcode: '360704' }, [])), 'not-boundaries'],
  ['texts for numbers', file(area({ adcode: '360704' }, [[['115', '25']]])), 'not-boundaries'],
  ['an area without shape', file({ type: 'Feature', properties: { adcode: '360704' } }), 'not-boundaries'],
  ['metres for degrees', file(area({ adcode: '360704' }, far(38_600_000, 2_860_000))), 'wrong-coordinates'],
  ['latitude first', file(area({ adcode: '360704' }, far(25, 115))), 'wrong-coordinates'],
  [
    'another coordinate system',
    { ...file(area({ adcode: '360704' })), crs: { name: 'EPSG:2383' } },
    'wrong-coordinates',
  ],
  ['a corner in the sea', file(area({ adcode: '360704' }, far(0, 0))), 'outside-province'],
  ['a line that does not close', file(area({ adcode: '360704' }, [SQUARE.slice(0, 3)])), 'open-ring'],
  [
    'more points than a map can draw',
    file(area({ adcode: '360704' }, [Array(400_001).fill([115, 25])])),
    'too-many-points',
  ],
  ['more areas than there are', file(...Array<unknown>(10_001).fill(area({}))), 'too-many-areas'],
])('a file with %s is turned away', (_, value, reason) => expect(readBoundaries(value, tree)).toBe(reason));
