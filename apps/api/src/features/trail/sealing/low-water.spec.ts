import { expect, test } from '@jest/globals';
import { LowWater } from './low-water';

const MINUTES = 60_000;
const running = (xmin: number, xmax: number) => ({ xmin: BigInt(xmin), xmax: BigInt(xmax) });

test('an id is left behind only when everything that ran long after it has ended', () => {
  const water = new LowWater();
  water.sealed(7);
  water.looked(running(100, 101), 0);
  water.sealed(9);
  water.looked(running(100, 110), 1 * MINUTES);
  expect(water.settled).toBe(0);
  // From here on: what runs now, up to 120, has to end.
  water.looked(running(100, 120), 3 * MINUTES);
  water.looked(running(119, 130), 30 * MINUTES);
  expect(water.settled).toBe(0);
  water.looked(running(120, 131), 31 * MINUTES);
  expect(water.settled).toBe(7);
});

test('it goes on to what was sealed since', () => {
  const water = new LowWater();
  for (const [minute, id] of [
    [0, 5],
    [3, 6],
    [4, 8],
    [8, 9],
    [9, 9],
  ] as const) {
    water.sealed(id);
    water.looked(running(minute + 10, minute + 10), minute * MINUTES);
  }
  expect(water.settled).toBe(8);
  expect(water.highest).toBe(9);
});
