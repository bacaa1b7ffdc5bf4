import { expect, test } from '@jest/globals';
import { FEN, toFen } from './money';

test.each([
  ['1', 1, '100'],
  ['0.01', 1, '1'],
  ['1.230000', 1, '123'],
  ['4.075', 100_000_000, '40750000000'],
  ['0.000001', 100_000_000, '10000'],
  ['12.3456', 10_000, '12345600'],
  ['99999999999999', 1, '9999999999999900'],
] as const)('%s of a unit of %d yuan is %s fen, exactly', (amount, unit, fen) =>
  expect(toFen(amount, unit)).toBe(fen),
);

test.each([
  ['0.001', 1],
  ['0.0000001', 10_000],
  ['-1', 1],
  ['1e3', 1],
  ['1,000', 1],
  ['NaN', 1],
  ['', 1],
  ['１２', 1],
] as const)('“%s” of a unit of %d yuan is no whole number of fen (S16)', (amount, unit) =>
  expect(toFen(amount, unit)).toBeNull(),
);

test.each(['-1', '1.0', '1e2', '01', '99999999999999999', 'Infinity'])('“%s” is no money (S16)', (text) =>
  expect(FEN.test(text)).toBe(false),
);
