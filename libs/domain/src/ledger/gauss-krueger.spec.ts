import { expect, test } from '@jest/globals';
import { degreesOfZoned } from './gauss-krueger';
import { parseCoordinatePair, parseLongitudeLatitude } from './parse-coordinates';

/** What PROJ makes of the same points: gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4526 and 4527. */
const POINTS: readonly (readonly [east: string, north: string, longitude: number, latitude: number])[] = [
  ['38601364.3688555', '2861851.3183962', 115.011234, 25.861234],
  ['38459457.868922', '2710728.26552314', 113.6, 24.5],
  ['38712508.775159', '3311062.63812054', 116.2, 29.9],
  ['38928956.1319679', '3217264.54576965', 118.4, 29],
  ['39300630.9751319', '2862970.78693643', 115.011234, 25.861234],
  ['39155260.0819495', '2714914.67541488', 113.6, 24.5],
  ['39500000', '3098441.7472966', 117, 28],
  ['39636421.7182547', '3210077.46159101', 118.4, 29],
];

test.each(POINTS)('%s, %s is where PROJ has it, to the sixth place', (east, north, longitude, latitude) => {
  const found = degreesOfZoned(east, north);
  expect(found).toEqual({ longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) });
  expect(degreesOfZoned(north, east)).toEqual(found);
});

test.each([
  ['without the zone', '601364.37', '2861851.32'],
  ['in a zone far away', '40601364.37', '2861851.32'],
  ['with two eastings', '38601364.37', '38601364.37'],
  ['with a northing that is none', '38601364.37', '861851.32'],
])('metres %s are not converted', (_, east, north) => expect(degreesOfZoned(east, north)).toBeNull());

const CONVERTED = {
  value: { longitude: '115.011234', latitude: '25.861234' },
  warning: { code: 'coordinates-converted' },
};

test('a ledger in metres with the zone comes as degrees, whichever column was called X, and a person is told', () => {
  expect(parseLongitudeLatitude('38601364.369', '2861851.318')).toMatchObject(CONVERTED);
  expect(parseLongitudeLatitude('2861851.318', '38601364.369')).toMatchObject(CONVERTED);
  expect(parseLongitudeLatitude('38,601,364.369', '2,861,851.318米')).toMatchObject(CONVERTED);
  expect(parseCoordinatePair('X=2861851.318，Y=38601364.369')).toMatchObject(CONVERTED);
  expect(parseCoordinatePair('38601364.369, 2861851.318')).toMatchObject(CONVERTED);
});

test('metres without the zone are left out, since they could be two places', () =>
  expect(parseLongitudeLatitude('601364.369', '2861851.318')).toMatchObject({
    problem: { code: 'projected-coordinates' },
  }));
