import { expect, test } from '@jest/globals';
import type { StageFigure } from '@qingshan/contracts';
import { areaChange, countChange, openOf, shareChange, sumsOf } from './sums';

const FIGURES: StageFigure[] = [
  { stage: 'completion', mines: 2, damagedSquareMetres: '100.10', restoredSquareMetres: '20.05' },
  { stage: 'restored', mines: 3, damagedSquareMetres: '200.20', restoredSquareMetres: '190.20' },
];

test('found counts every stage; restored is the mines of the last stage and the area restored on these', () => {
  expect(sumsOf(FIGURES)).toMatchObject({
    found: { mines: 5, squareMetres: '300.30' },
    restored: { mines: 3, squareMetres: '190.20' },
    unaccepted: '20.05',
  });
});

test('the damaged areas of the stages add up to what was found', () => {
  const { stages } = sumsOf(FIGURES);
  expect(stages.completion).toEqual({ mines: 2, squareMetres: '100.10' });
  expect(stages.restored).toEqual({ mines: 3, squareMetres: '200.20' });
  expect(stages.survey).toEqual({ mines: 0, squareMetres: '0.00' });
});

test('what is still to be done is every stage before the last', () => {
  expect(openOf(sumsOf(FIGURES))).toEqual({ mines: 2, squareMetres: '100.10' });
});

test('changes keep their sign beside an exact size', () => {
  expect(countChange(7023, 7100)).toEqual({ sign: -1, size: 77 });
  expect(areaChange('237200000.00', '237199999.99')).toEqual({ sign: 1, size: '0.01' });
  expect(areaChange('99999999999.99', '99999999999.99')).toEqual({ sign: 0, size: '0.00' });
});

test('the change of a share is taken from the exact shares and rounded once, half away from zero', () => {
  expect(shareChange({ part: 7023, whole: 10253 }, { part: 4823, whole: 9900 })).toEqual({
    sign: 1,
    size: '19.8',
  });
  expect(shareChange({ part: '0.05', whole: '100.00' }, { part: '0.00', whole: '100.00' })).toEqual({
    sign: 1,
    size: '0.1',
  });
  expect(shareChange({ part: 1, whole: 10000 }, { part: 0, whole: 10000 })).toEqual({ sign: 0, size: '0.0' });
  expect(shareChange({ part: 1, whole: 4 }, { part: 0, whole: 0 })).toBeNull();
});
