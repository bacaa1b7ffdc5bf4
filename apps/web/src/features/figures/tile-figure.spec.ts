import { expect, test } from '@jest/globals';
import { sumsOf } from './sums';
import { tileFigures } from './tile-figure';

const county = (survey: number, restored: number) =>
  sumsOf([
    {
      stage: 'survey',
      mines: survey,
      damagedSquareMetres: `${survey * 2000}.00`,
      restoredSquareMetres: '0.00',
    },
    {
      stage: 'restored',
      mines: restored,
      damagedSquareMetres: `${restored * 1000}.00`,
      restoredSquareMetres: `${restored * 1000}.00`,
    },
  ]);
const COUNTIES = [county(1, 3), county(4, 0), county(0, 0)];

test('a rate is of the county’s own mines, or of its own area', () => {
  expect(tileFigures(COUNTIES, 'rate', 'count')).toEqual([
    { share: 0.75, text: '75.0%' },
    { share: 0, text: '0.0%' },
    { share: null, text: null },
  ]);
  expect(tileFigures(COUNTIES, 'rate', 'area')[0]).toEqual({ share: 0.6, text: '60.0%' });
});

test('an amount is drawn against the largest, by mines or by land, and nothing has no colour', () => {
  expect(tileFigures(COUNTIES, 'survey', 'count')).toEqual([
    { share: 0.25, text: '1' },
    { share: 1, text: '4' },
    { share: null, text: '0' },
  ]);
  expect(tileFigures(COUNTIES, 'found', 'area').map(({ text }) => text)).toEqual(['8', '12', '0']);
  expect(tileFigures(COUNTIES, 'financing', 'count').every(({ share }) => share === null)).toBe(true);
});
