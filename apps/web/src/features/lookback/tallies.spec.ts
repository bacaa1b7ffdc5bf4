import { expect, test } from '@jest/globals';
import { LISTED_STAGES } from '@qingshan/domain';
import { differenceOf, tallyOf } from './tallies';

const stages = LISTED_STAGES.map((stage, index) => ({
  stage,
  mines: index,
  damagedSquareMetres: `${index}000.25`,
  restoredSquareMetres: '0.00',
}));

test('found is every stage, restored the last one', () => {
  expect(tallyOf(stages, 'found')).toEqual({ mines: 10, squareMetres: '10001.25' });
  expect(tallyOf(stages, 'restored')).toEqual({ mines: 4, squareMetres: '4000.25' });
  expect(tallyOf([], 'found')).toEqual({ mines: 0, squareMetres: '0.00' });
});

test('a difference has its sign, and none where nothing differs', () => {
  const tally = (mines: number, squareMetres: string) => ({ mines, squareMetres });
  expect(differenceOf(tally(1200, '2000.00'), tally(100, '0.00'))).toEqual({
    mines: '+1,100',
    area: '+3.00',
  });
  expect(differenceOf(tally(1, '0.00'), tally(2, '2000.00'))).toEqual({ mines: '−1', area: '−3.00' });
  expect(differenceOf(tally(2, '5.00'), tally(2, '5.00'))).toEqual({ mines: '0', area: '0.00' });
});
