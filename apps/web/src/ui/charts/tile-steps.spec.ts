import { expect, test } from '@jest/globals';
import { tileTowards } from './tile-steps';

const tile = (id: string, column: number, row: number) => ({ id, column, row });
const tiles = [tile('a', 0, 0), tile('b', 1, 0), tile('c', 3, 0), tile('d', 1, 1), tile('e', 0, 3)];
const go = (from: string, right: number, down: number) =>
  tileTowards(tiles, tiles.find(({ id }) => id === from) ?? tile('', 0, 0), [right, down])?.id ?? null;

test('an arrow goes to the neighbour, over a gap where there is none', () => {
  expect([go('a', 1, 0), go('b', 1, 0), go('b', 0, 1), go('c', -1, 0)]).toEqual(['b', 'c', 'd', 'b']);
});

test('at the edge an arrow goes nowhere', () => {
  expect([go('c', 1, 0), go('a', -1, 0), go('e', 0, 1)]).toEqual([null, null, null]);
});

test('straight ahead wins over aslant', () => {
  expect(go('a', 0, 1)).toBe('e');
});
