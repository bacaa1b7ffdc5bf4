import { expect, test } from '@jest/globals';
import { fromFirstFound } from './trend-days';

const point = (day: string, mines: number) => ({
  day,
  stages: [{ stage: 'survey' as const, mines, damagedSquareMetres: '1.00', restoredSquareMetres: '0.00' }],
});

const days = (...mines: number[]) =>
  fromFirstFound(mines.map((count, index) => point(`2020-0${index + 1}-28`, count))).map(({ day }) => day);

test('months before the first find are left out but for the last of them', () => {
  expect(days(0, 0, 0, 5, 9)).toEqual(['2020-03-28', '2020-04-28', '2020-05-28']);
  expect(days(5, 9)).toEqual(['2020-01-28', '2020-02-28']);
});

test('where nothing was found there is no line', () => {
  expect(days(0, 0)).toEqual([]);
});
