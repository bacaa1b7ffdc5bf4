import { plain } from './cell-text';

/** A decimal as written: digits and how many of them stand behind the point. Floats hold no area and no money. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export interface ReadNumber {
  readonly decimal: Decimal;
  /** What follows the number in the cell, such as 亩. */
  readonly trailing: string;
  /** 约 and its kin stood before or behind it. */
  readonly approximate: boolean;
}

const LONGEST = 80;
const APPROXIMATELY = /^(?:大约|约为|约|近|≈|~|about|approx\.?|ca\.?) ?/i;
/** What says the same behind the number: 30余亩, 30亩左右, 12.5亩(估). */
const MORE_OR_LESS = /^(?:余|多)|(?:左右|上下|余|多|\((?:约|大约|估|估算|估计|暂估|预估|目测)\))$/g;
const CURRENCY = /^(?:人民币|rmb|cny|¥) ?/i;
const NUMBER = /^([+-]?)(\d[\d, ]{0,40})(?:\.(\d{0,30}))?(?:e([+-]?\d{1,2})(?![a-z0-9]))?/i;
/** Blanks and commas set thousands apart; 20 30 is two numbers, and nobody knows what they are. */
const GROUPED = /^\d{1,3}(?:(?:, ?| )\d{3})+$/;
const RANGE =
  /^[<>≤≥]|^\D{0,2}\d[\d.,]{0,20} ?[^\d\s~—–-]{0,4} ?(?:[-~—–至到]|—{2}) ?\d|\d.{0,6}(?:以上|以下|以内|之间)|^(?:不足|超过|大于|小于|不少于|不低于|不超过|至少|最多)/;

const wholePart = (text: string): string | null => {
  const closed = text.trim();
  if (/^\d*$/.test(closed)) return closed;
  return GROUPED.test(closed) ? closed.replace(/[, ]/g, '') : null;
};

/** 20-30, ≥30, 30亩以上: figures, but not one. */
export const isRange = (cell: string): boolean => cell.length <= LONGEST && RANGE.test(plain(cell));

const shifted = (decimal: Decimal, exponent: number): Decimal => {
  const scale = decimal.scale - exponent;
  return scale >= 0
    ? { digits: decimal.digits, scale }
    : { digits: decimal.digits * 10n ** BigInt(-scale), scale: 0 };
};

/** The number a cell begins with, or null when it holds none. `1,23` is none: nobody knows what its comma means. */
export const readNumber = (cell: string): ReadNumber | null => {
  if (cell.length > LONGEST) return null;
  const text = plain(cell);
  const bare = text.replace(APPROXIMATELY, '').replace(CURRENCY, '');
  const match = NUMBER.exec(bare);
  if (!match) return null;
  const [all, sign, wholeText = '', fraction = '', exponent = '0'] = match;
  const whole = wholePart(wholeText);
  if (whole === null) return null;
  const behind = bare.slice(all.length).trim();
  const trailing = behind.replace(MORE_OR_LESS, '').trim();
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return {
    decimal: shifted({ digits, scale: fraction.length }, Number(exponent)),
    trailing,
    approximate: APPROXIMATELY.test(text) || trailing !== behind,
  };
};

/** The decimal times a fraction, rounded half up to `places`; says whether anything was lost. */
export const scaled = (
  decimal: Decimal,
  factor: { readonly numerator: bigint; readonly denominator: bigint },
  places: number,
): { readonly units: bigint; readonly exact: boolean } => {
  const numerator = decimal.digits * factor.numerator * 10n ** BigInt(places);
  const denominator = factor.denominator * 10n ** BigInt(decimal.scale);
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const rounded = (size + denominator / 2n) / denominator;
  return { units: negative ? -rounded : rounded, exact: size % denominator === 0n };
};

/** A whole number, when the cell holds one and nothing else. */
export const readWhole = (cell: string): number | null => {
  const read = readNumber(cell);
  if (!read || read.trailing !== '') return null;
  const { units, exact } = scaled(read.decimal, { numerator: 1n, denominator: 1n }, 0);
  return exact && units > -1_000_000_000n && units < 1_000_000_000n ? Number(units) : null;
};

/** Decimal text with at most `places` digits behind the point and no zeros at its end. */
export const decimalText = (decimal: Decimal, places: number): string => {
  const { units } = scaled(decimal, { numerator: 1n, denominator: 1n }, places);
  const size = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = places === 0 ? size : `${size.slice(0, -places)}.${size.slice(-places)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
};
