import { SQUARE_METRES } from '../kernel/area';
import { FEN } from '../kernel/money';
import { isAreaUnit, isMoneyUnit, type AreaUnit, type MoneyUnit } from './fields';
import { readNumber, scaled, type ReadNumber } from './parse-number';
import { problem, valueWith, type Parsed, type ProblemCode } from './problems';
import { FEN_IN, SQUARE_METRES_IN, unitOfWord } from './units';

interface Measured<U> {
  readonly read: ReadNumber;
  readonly unit: U;
  readonly differs: boolean;
}

/** The unit in the cell beats the unit of the column: 2377.2亩 means mu wherever it stands. */
const measured = <U extends AreaUnit | MoneyUnit>(
  cell: string,
  columnUnit: U | null,
  isUnit: (unit: string | null) => unit is U,
): Measured<U> | ProblemCode => {
  const read = readNumber(cell);
  if (!read) return 'not-a-number';
  const inCell = read.trailing === '' ? null : unitOfWord(read.trailing);
  if (read.trailing !== '' && !isUnit(inCell)) return 'not-a-number';
  const unit = isUnit(inCell) ? inCell : columnUnit;
  if (unit === null) return 'unit-missing';
  return { read, unit, differs: columnUnit !== null && unit !== columnUnit };
};

const warningOf = ({ read, differs }: Measured<unknown>, exact: boolean): ProblemCode | undefined => {
  if (differs) return 'unit-differs';
  if (read.approximate) return 'approximate-number';
  return exact ? undefined : 'rounded';
};

const AREA_RANGE = '0–999999999999.99 m2';

/** Square metres with two places, rounded half up. Rounding an area is no warning: two places are what is kept. */
export const parseArea = (cell: string, columnUnit: AreaUnit | null): Parsed<string> => {
  const found = measured(cell, columnUnit, isAreaUnit);
  if (typeof found === 'string')
    return problem(found, found === 'unit-missing' ? 'm2, mu, ha, acre' : undefined);
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
  if (typeof found === 'string')
    return problem(found, found === 'unit-missing' ? 'yuan, wan, yi' : undefined);
  const { units, exact } = scaled(found.read.decimal, FEN_IN[found.unit], 0);
  const fen = units.toString();
  return FEN.test(fen) ? valueWith(fen, warningOf(found, exact)) : problem('out-of-range', FEN_RANGE);
};
