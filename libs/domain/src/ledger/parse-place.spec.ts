import { describe, expect, test } from '@jest/globals';
import { aSmallProvince } from './a-small-province';
import { parseCoordinatePair, parseLongitudeLatitude } from './parse-coordinates';
import { cityOf, parseRegion } from './parse-region';

const HERE = { longitude: '115.512667', latitude: '28.25' };

describe('longitude and latitude', () => {
  test.each([
    ['115.5126667', '28.25'],
    ['115°30′45.6″', '28°15′0″'],
    ['115°30\'45.6"', '28°15\'00"'],
    ['115度30分45.6秒', '28度15分'],
    ['115-30-45.6', '28-15-00'],
    ['115:30:45.6', '28:15:00'],
    ['东经115°30′45.6″', '北纬28°15′'],
    ['E115.5126667', 'N28.25°'],
    ['１１５．５１２６６６７', '２８．２５'],
  ])('%s, %s', (longitude, latitude) =>
    expect(parseLongitudeLatitude(longitude, latitude)).toEqual({ value: HERE }),
  );

  test('exchanged axes are put right, and a person is told', () =>
    expect(parseLongitudeLatitude('28.25', '115.5126667')).toMatchObject({
      value: HERE,
      warning: { code: 'coordinates-swapped' },
    }));

  test('a point elsewhere is kept, and a person is told', () =>
    expect(parseLongitudeLatitude('61.56', '34.01')).toMatchObject({
      value: { longitude: '61.56', latitude: '34.01' },
      warning: { code: 'outside-province' },
    }));

  test.each([
    ['512345', '3123456'],
    ['3123456', '512345.6'],
    ['20512345', '3123456'],
  ])('%s, %s are metres whose zone nobody can tell, and are not converted', (x, y) =>
    expect(parseLongitudeLatitude(x, y)).toMatchObject({ problem: { code: 'projected-coordinates' } }),
  );

  test.each([
    ['见图', '28.2'],
    ['215.3', '28.2'],
    ['115°75′', '28°'],
    ['115.5米', '28.2'],
  ])('%s, %s cannot be read', (x, y) =>
    expect(parseLongitudeLatitude(x, y)).toMatchObject({ problem: { code: 'coordinates-unreadable' } }),
  );
});

describe('one cell with both', () => {
  test.each([
    '28.25, 115.5126667',
    '115.5126667, 28.25',
    '115.5126667，28.25',
    '115.5126667 28.25',
    '(115.5126667,28.25)',
    '东经115°30′45.6″,北纬28°15′',
    '北纬28°15′；东经115°30′45.6″',
    'E115.5126667 N28.25',
    '28.25/115.5126667',
    '东经115°30′45.6″北纬28°15′',
    'E115.5126667°N28.25°',
    'E 115°30′45.6″ N 28°15′',
    '经度115.5126667纬度28.25',
    "115º30'45.6''E 28º15'0''N",
    '115 30 45.6, 28 15 0',
  ])('%s', (cell) => expect(parseCoordinatePair(cell)).toEqual({ value: HERE }));

  test.each([
    ['34.012090, 61.564895', '61.564895', '34.01209'],
    ['-32.995719,137.157008', '137.157008', '-32.995719'],
    ['137.157008,-32.995719', '137.157008', '-32.995719'],
  ])('%s lies elsewhere in the world', (cell, longitude, latitude) =>
    expect(parseCoordinatePair(cell)).toMatchObject({
      value: { longitude, latitude },
      warning: { code: 'outside-province' },
    }),
  );

  test.each(['X=2861851.3 Y=601364.4', 'X:2861851.3Y:601364.4'])('%s lacks its zone', (cell) =>
    expect(parseCoordinatePair(cell)).toMatchObject({ problem: { code: 'projected-coordinates' } }),
  );

  test.each(['unknown place', '115.5', '1,2,3', ','])('%s cannot be read', (cell) =>
    expect(parseCoordinatePair(cell)).toMatchObject({ problem: { code: 'coordinates-unreadable' } }),
  );

  test('no cell of any length makes the parser slow', () => {
    const started = performance.now();
    for (const part of ['1 ', '115°30′', ',', '东经', '((', '1-']) parseCoordinatePair(part.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('regions', () => {
  const tree = aSmallProvince();
  const codeOf = (cell: string, city: string | null = null) => {
    const found = parseRegion(tree, cell, city === null ? null : cityOf(tree, city));
    return 'value' in found ? [found.value.code, found.warning?.code] : [found.problem.code];
  };

  test.each([
    ['360726', '360726'],
    ['360726001002', '360726'],
    ['安远县', '360726'],
    ['安远', '360726'],
    ['Anyuan County', '360726'],
    ['赣州市安远县', '360726'],
    ['江西省赣州市安远县', '360726'],
    [' 安 远 县 ', '360726'],
    ['安源区', '360302'],
    ['吉安县', '360821'],
    ['360112-01', '360112-01'],
    ['湾里管理局', '360112-01'],
    ['赣县', '360704'],
  ])('%s is %s', (cell, code) => expect(codeOf(cell)).toEqual([code, undefined]));

  test('the city tells homonyms apart', () => {
    expect(codeOf('anyuan')).toEqual(['region-ambiguous']);
    expect(codeOf('anyuan', '萍乡市')).toEqual(['360302', undefined]);
    expect(codeOf('Anyuan', 'Ganzhou')).toEqual(['360726', undefined]);
    expect(codeOf('吉安', '吉安市')).toEqual(['360821', undefined]);
  });

  test.each([
    ['360727', '360783'],
    ['龙南县', '360783'],
    ['360721', '360704'],
    ['新建县', '360112'],
    ['湾里区', '360112-01'],
    ['360105', '360112-01'],
  ])('the former %s is %s today, and a person is told', (cell, code) =>
    expect(codeOf(cell)).toEqual([code, 'region-replaced']),
  );

  test.each([
    ['赣县区(360704)', '360704'],
    ['360704赣县区', '360704'],
    ['360726-安远县', '360726'],
    ['赣县区（原赣县）', '360704'],
    ['赣州赣县', '360704'],
    ['江西赣州赣县区', '360704'],
    ['吉安吉安县', '360821'],
    ['萍乡安源区', '360302'],
  ])('%s is %s', (cell, code) => expect(codeOf(cell)).toEqual([code]));

  test('a code beside another name is told', () =>
    expect(codeOf('安远县(360704)')).toEqual(['region-ambiguous']));

  test.each([
    ['吉安市', 'region-too-wide'],
    ['360800', 'region-too-wide'],
    ['Xinyu', 'region-too-wide'],
    ['江西省', 'region-too-wide'],
    ['霍邱县', 'region-unknown'],
    ['510000', 'region-unknown'],
    ['待定', 'region-missing'],
    ['360000-00', 'region-missing'],
    ['__proto__', 'region-unknown'],
  ])('%s names no county: %s', (cell, code) => expect(codeOf(cell)).toEqual([code]));

  test('a county outside the city beside it is taken, and a person is told', () =>
    expect(codeOf('安远县', '萍乡市')).toEqual(['360726', 'region-outside-city']));
});
