import { looksSwapped, insideProvinceBox, PROVINCE_BOX } from '../mines/coordinates';
import { plain } from './cell-text';
import { degreesOfZoned } from './gauss-krueger';
import { decimalText, readNumber, type Decimal } from './parse-number';
import { problem, valueWith, type Parsed } from './problems';

export interface Point {
  readonly longitude: string;
  readonly latitude: string;
}

type Axis = 'longitude' | 'latitude';

interface Angle {
  readonly degrees: string;
  /** Set when the cell itself says east or north. */
  readonly axis: Axis | null;
}

const BOX = `${PROVINCE_BOX.west}–${PROVINCE_BOX.east}°E, ${PROVINCE_BOX.south}–${PROVINCE_BOX.north}°N`;
const LONGEST = 120;

/**
 * 115°30′45.6″, 115度30分45.6秒, 115-30-45.6, 115:30:45. Every place is bounded, so that the pattern stays linear.
 * Compatibility folding writes ″ as ′′.
 */
const SEXAGESIMAL =
  /^(\d{1,3}) ?[°度:\- ] ?(\d{1,2}(?:\.\d{1,10})?) ?(?:[′'’‘分:\- ] ?(?:(\d{1,2}(?:\.\d{1,10})?) ?(?:["”“秒]|[′'’]{2})?)?)?$/;

const axisOf = (text: string): Axis | null => {
  if (/东经|经度|[e]$|^e|lon/i.test(text)) return 'longitude';
  return /北纬|纬度|[n]$|^n|lat/i.test(text) ? 'latitude' : null;
};

const withoutWords = (text: string): string =>
  text
    .replace(/东经|北纬|经度|纬度|longitude|latitude|lon|lat/gi, '')
    .replace(/^[enxy:= ]+|[en]$/gi, '')
    .trim();

const sexagesimal = (text: string): Decimal | null => {
  const parts = SEXAGESIMAL.exec(text);
  if (!parts) return null;
  const [degrees, minutes, seconds] = [parts[1], parts[2], parts[3] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  if (minutes >= 60 || seconds >= 60) return null;
  // Seconds have at most ten places, degrees three digits: a double holds the sum to far more than the six places kept.
  const micro = Math.round((degrees + minutes / 60 + seconds / 3600) * 1e6);
  return { digits: BigInt(micro), scale: 6 };
};

/** Eastings and northings in metres: 38 500 000 with the zone, 500 000 without it, northings near 3 000 000 (practice.md §5). */
const isMetres = (degrees: string): boolean => Math.abs(Number(degrees)) >= 100_000;

/** Degrees, minutes and seconds with nothing but blanks between, which are no thousands. */
const APART = /^\d{2,3} \d{1,2} \d{1,2}(?:\.\d{1,10})?$/;

const inParts = (text: string, axis: Axis | null): Angle | null => {
  const decimal = sexagesimal(text);
  return decimal ? { degrees: decimalText(decimal, 6), axis } : null;
};

const angle = (part: string): Angle | null => {
  const text = plain(part.slice(0, LONGEST).replaceAll('º', '°'));
  const axis = axisOf(text);
  const bare = withoutWords(text);
  if (APART.test(bare)) return inParts(bare, axis);
  const read = readNumber(bare);
  const degrees = read && decimalText(read.decimal, 6);
  if (degrees && (/^[°度]?$/.test(read.trailing) || (/^(?:米|m)$/i.test(read.trailing) && isMetres(degrees))))
    return { degrees, axis };
  return inParts(bare, axis);
};

const fits = (longitude: string, latitude: string): boolean =>
  Math.abs(Number(longitude)) <= 180 && Math.abs(Number(latitude)) <= 90;

const converted = (first: string, second: string): Parsed<Point> => {
  const point = degreesOfZoned(first, second);
  if (!point) return problem('projected-coordinates', 'CGCS2000 °, EPSG:4526, EPSG:4527');
  return insideProvinceBox(point.longitude, point.latitude)
    ? valueWith(point, 'coordinates-converted', `${point.longitude}, ${point.latitude}`)
    : valueWith(point, 'outside-province', BOX);
};

/** K09: exchanged axes are put right when that brings the point into the province; a point elsewhere is kept and told. */
const placed = (longitude: string, latitude: string): Parsed<Point> => {
  if (isMetres(longitude) || isMetres(latitude)) return converted(longitude, latitude);
  if (looksSwapped(longitude, latitude))
    return valueWith({ longitude: latitude, latitude: longitude }, 'coordinates-swapped', BOX);
  if (!fits(longitude, latitude)) return problem('coordinates-unreadable', BOX);
  const point = { longitude, latitude };
  return insideProvinceBox(longitude, latitude)
    ? { value: point }
    : valueWith(point, 'outside-province', BOX);
};

/** A longitude cell and a latitude cell. */
export const parseLongitudeLatitude = (longitude: string, latitude: string): Parsed<Point> => {
  const [x, y] = [angle(longitude), angle(latitude)];
  if (!x || !y) return problem('coordinates-unreadable', BOX);
  return placed(x.degrees, y.degrees);
};

/** A sign between them, a blank, or the word that begins the second: 东经115.02°北纬25.86°, E115.02°N25.86°. */
const SEPARATORS = [
  /[;；、，\n|/]|,\s?/,
  / (?=[\d东北en])/i,
  /(?!^)(?=东经|北纬|经度|纬度|[enxy][:= ]{0,2}\d)/i,
] as const;

const split = (cell: string): [string, string] | null => {
  const text = plain(cell.replace(/[，、；\n]/g, ',').replaceAll('º', '°'))
    .slice(0, LONGEST)
    .replace(/^[([{]|[)\]}]$/g, '');
  for (const separator of SEPARATORS) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  }
  return null;
};

/**
 * One cell "lat, lon" or "lon, lat". Words for east and north decide; then the province's box, in which only one order fits;
 * then a value beyond 90, which can only be a longitude; else latitude first, as most of the world writes a pair.
 */
export const parseCoordinatePair = (cell: string): Parsed<Point> => {
  const parts = split(cell);
  const [first, second] = parts ? [angle(parts[0]), angle(parts[1])] : [null, null];
  if (!first || !second) return problem('coordinates-unreadable', BOX);
  const longitudeFirst =
    first.axis === 'longitude' ||
    second.axis === 'latitude' ||
    (first.axis === null && second.axis === null && readsLongitudeFirst(first.degrees, second.degrees));
  return longitudeFirst ? placed(first.degrees, second.degrees) : placed(second.degrees, first.degrees);
};

const readsLongitudeFirst = (first: string, second: string): boolean =>
  insideProvinceBox(first, second) || (!insideProvinceBox(second, first) && Math.abs(Number(first)) > 90);
