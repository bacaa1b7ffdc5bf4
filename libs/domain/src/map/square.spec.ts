import { expect, test } from '@jest/globals';
import {
  bitsBelow,
  degreesOf,
  mapPoint,
  placesOfSquare,
  pointIn,
  SQUARE,
  squareKey,
  squareOf,
} from './square';

test('a square and its name are the same, at every level', () => {
  for (const square of [
    { level: 1, x: 0, y: 1 },
    { level: 10, x: 841, y: 431 },
    { level: 26, x: 55_112_345, y: 28_201_007 },
  ])
    expect(squareOf(squareKey(square))).toEqual(square);
  expect(squareKey({ level: 3, x: 3, y: 5 })).toBe('213');
});

test('a square is a range of places, and its four quarters are that range without gap or overlap', () => {
  const whole = placesOfSquare('1321');
  const quarters = ['0', '1', '2', '3'].map((quarter) => placesOfSquare(`1321${quarter}`));
  expect(quarters[0]?.from).toBe(whole.from);
  expect(quarters.slice(1).map(({ from }) => from)).toEqual(quarters.slice(0, 3).map(({ before }) => before));
  expect(quarters[3]?.before).toBe(whole.before);
  expect(BigInt(whole.before) - BigInt(whole.from)).toBe(1n << BigInt(bitsBelow(4)));
});

test('a place counted from its square leads back to where the point is, to a metre', () => {
  const ganxian = mapPoint(115.01, 25.86);
  for (const level of [7, 10, 15]) {
    const size = 2 ** level;
    const square = { level, x: Math.floor(ganxian.x * size), y: Math.floor(ganxian.y * size) };
    const deepest = squareKey({
      level: 26,
      x: Math.floor(ganxian.x * 2 ** 26),
      y: Math.floor(ganxian.y * 2 ** 26),
    });
    expect(deepest.startsWith(squareKey(square))).toBe(true);
    const offset = Number(
      BigInt(placesOfSquare(deepest).from) - BigInt(placesOfSquare(squareKey(square)).from),
    );
    const found = degreesOf(pointIn(square, offset));
    expect(found.longitude).toBeCloseTo(115.01, 5);
    expect(found.latitude).toBeCloseTo(25.86, 5);
  }
});

test.each(['', '4', '12a', '1 2', '-1', '0'.repeat(27), '１'])('“%s” is no square', (text) =>
  expect(SQUARE.test(text)).toBe(false),
);
