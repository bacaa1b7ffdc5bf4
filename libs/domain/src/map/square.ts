/**
 * Squares of a map in Web Mercator, named the way quadkeys are: one digit a level, each of the four quarters of the
 * square before it. The place of a point is its square at the deepest level, so that all points of any square are one
 * range of numbers, and one index serves every zoom (performance.md §9).
 */
const DEEPEST_SQUARE = 26;

/** A quadkey that is not deeper than a place. */
export const SQUARE = /^[0-3]{1,26}$/;

export interface Square {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Where a point lies on the map, both from 0 to 1: to the right and down. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export const squareKey = ({ level, x, y }: Square): string => {
  let key = '';
  for (let depth = level - 1; depth >= 0; depth -= 1) {
    const bit = 2 ** depth;
    key += String((Math.floor(x / bit) % 2) + 2 * (Math.floor(y / bit) % 2));
  }
  return key;
};

export const squareOf = (key: string): Square => {
  let [x, y] = [0, 0];
  for (const digit of key) {
    x = x * 2 + (Number(digit) % 2);
    y = y * 2 + Math.floor(Number(digit) / 2);
  }
  return { level: key.length, x, y };
};

/** The places that lie in a square: from the first to before the last, as digits for the database. */
export const placesOfSquare = (key: string): { readonly from: string; readonly before: string } => {
  const first = [...key].reduce((code, digit) => code * 4n + BigInt(digit), 0n);
  const shift = BigInt(2 * (DEEPEST_SQUARE - key.length));
  return { from: String(first << shift), before: String((first + 1n) << shift) };
};

/** How many bits of a place lie below a square of this level. */
export const bitsBelow = (level: number): number => 2 * (DEEPEST_SQUARE - level);

/** The middle of a place that is counted from the first place of a square. */
export const pointIn = (square: Square, offset: number): MapPoint => {
  const depth = DEEPEST_SQUARE - square.level;
  let [x, y, rest, bit] = [0, 0, offset, 1];
  for (let step = 0; step < depth; step += 1) {
    x += (rest % 2) * bit;
    y += (Math.floor(rest / 2) % 2) * bit;
    rest = Math.floor(rest / 4);
    bit *= 2;
  }
  return {
    x: (square.x + (x + 0.5) / bit) / 2 ** square.level,
    y: (square.y + (y + 0.5) / bit) / 2 ** square.level,
  };
};

/** Degrees as a point of the map. */
export const mapPoint = (longitude: number, latitude: number): MapPoint => {
  const radians = (latitude * Math.PI) / 180;
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2,
  };
};

/** A point of the map as degrees. */
export const degreesOf = ({ x, y }: MapPoint): { readonly longitude: number; readonly latitude: number } => ({
  longitude: x * 360 - 180,
  latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
});
