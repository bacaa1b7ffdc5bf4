import { SQUARE_METRES } from '../kernel/area';
import { FEN } from '../kernel/money';
import { isAreaUnit, isMoneyUnit, type AreaUnit, type MoneyUnit } from './fields';
import { isRange, readNumber, scaled, type ReadNumber } from './parse-number';
import { problem, valueWith, type Parsed, type ProblemCode } from './problems';
import { FEN_IN, isUnclearUnit, SQUARE_METRES_IN, unitOfWord } from './units';

interface Measured<U> {
  readonly read: ReadNumber;
  readonly unit: U;
  readonly differs: boolean;
  /** 1.2万 of an area is ten thousand times the unit of its column. */
  readonly tenThousands: boolean;
}

const noNumber = (cell: string): ProblemCode => (isRange(cell) ? 'range-of-figures' : 'not-a-number');

/** 2万平方米 in a cell says its unit and how many of it. */
const afterTenThousand = (trailing: string) =>
  trailing.startsWith('万') ? unitOfWord(trailing.slice(1)) : null;

const tenThousandOf = <U extends AreaUnit | MoneyUnit>(read: ReadNumber, unit: U): Measured<U> => {
  const { digits, scale } = read.decimal;
  const decimal = unit === 'wanMu' ? read.decimal : { digits: digits * 10_000n, scale };
  return { read: { ...read, decimal }, unit, differs: false, tenThousands: true };
};

/** The unit in the cell beats the unit of the column: 2377.2亩 means mu wherever it stands. */
const measured = <U extends AreaUnit | MoneyUnit>(
  cell: string,
  columnUnit: U | null,
  isUnit: (unit: string | null) => unit is U,
): Measured<U> | ProblemCode => {
  const read = readNumber(cell);
  if (!read) return noNumber(cell);
  const inCell = read.trailing === '' ? null : unitOfWord(read.trailing);
  if (read.trailing === '万' && !isUnit(inCell))
    return columnUnit === null ? 'unit-missing' : tenThousandOf(read, columnUnit);
  const ofTenThousand = afterTenThousand(read.trailing);
  if (!isUnit(inCell) && isUnit(ofTenThousand)) return tenThousandOf(read, ofTenThousand);
  if (read.trailing !== '' && !isUnit(inCell))
    return isUnclearUnit(read.trailing) ? 'unit-unclear' : noNumber(cell);
  const unit = isUnit(inCell) ? inCell : columnUnit;
  if (unit === null) return 'unit-missing';
  return { read, unit, differs: columnUnit !== null && unit !== columnUnit, tenThousands: false };
};

const warningOf = (
  { read, differs, tenThousands }: Measured<unknown>,
  exact: boolean,
): ProblemCode | undefined => {
  if (differs) return 'unit-differs';
  if (tenThousands) return 'ten-thousands-read';
  if (read.approximate) return 'approximate-number';
  return exact ? undefined : 'rounded';
};

const AREA_RANGE = '0–999999999999.99 m2';

/** Square metres with two places, rounded half up. Rounding an area is no warning: two places are what is kept. */
export const parseArea = (cell: string, columnUnit: AreaUnit | null): Parsed<string> => {
  const found = measured(cell, columnUnit, isAreaUnit);
  if (typeof found === 'string') return problem(found, /^unit/.test(found) ? 'm2, mu, ha, acre' : undefined);
  const { units } = scaled(found.read.decimal, SQUARE_METRES_IN[found.unit], 2);
  if (units < 0n) return problem('out-of-range', AREA_RANGE);
  const text = units.toString().padStart(3, '0');
  const squareMetres = `${text.slice(0, -2)}.${text.slice(-2)}`;
  if (!SQUARE_METRES.test(squareMetres)) return problem('out-of-range', AREA_RANGE);
  return valueWith(squareMetres, warningOf(found, true));
};

const FEN_RANGE = '0–99999999999999.99 yuan';

/** Fen as digits; an amount that is no whole number of fen is rounded half up and says so. */
export const parseMoney = (cell: string, columnUnit: MoneyUnit | null): Parsed<string> => {
  const found = measured(cell, columnUnit, isMoneyUnit);
  if (typeof found === 'string') return problem(found, /^unit/.test(found) ? 'yuan, wan, yi' : undefined);
  const { units, exact } = scaled(found.read.decimal, FEN_IN[found.unit], 0);
  const fen = units.toString();
  return FEN.test(fen) ? valueWith(fen, warningOf(found, exact)) : problem('out-of-range', FEN_RANGE);
};
