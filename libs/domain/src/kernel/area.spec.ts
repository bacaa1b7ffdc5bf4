import { expect, test } from '@jest/globals';
import { compareAreas, fromMu, SQUARE_METRES, sumOfAreas, toMu } from './area';

test('areas are summed exactly, where floats would not be', () => {
  expect(sumOfAreas(['0.1', '0.20', '0.3'])).toBe('0.60');
  expect(sumOfAreas(Array.from({ length: 1_000_000 }, () => '999999.99'))).toBe('999999990000.00');
  expect(sumOfAreas([])).toBe('0.00');
});

test('areas are compared as numbers, not as texts', () => {
  expect(compareAreas('9', '10')).toBe(-1);
  expect(compareAreas('1.5', '1.50')).toBe(0);
  expect(compareAreas('1000.01', '1000')).toBe(1);
});

test.each([
  ['2000', 2, '3.00'],
  ['1', 2, '0.00'],
  ['3.34', 2, '0.01'],
  ['3.33', 2, '0.00'],
  ['349533333.33', 0, '524300'],
  ['237200000', 0, '355800'],
])('%s m² with %d places are %s mu, rounded half up at the very end', (area, places, mu) =>
  expect(toMu(area, places)).toBe(mu),
);

test.each([
  ['3', '2000.00'],
  ['1', '666.67'],
  ['0.5', '333.33'],
  ['524300', '349533333.33'],
  ['1e3', null],
  ['-1', null],
  ['1,000', null],
  ['NaN', null],
])('%s mu are %s m²', (mu, area) => expect(fromMu(mu)).toBe(area));

test.each(['NaN', 'Infinity', '1e400', '-1', '0.001', '1,000', '1e2', '１２３', '01', '', ' 1', '1.', '.5'])(
  '“%s” is no area (S16)',
  (text) => expect(SQUARE_METRES.test(text)).toBe(false),
);
