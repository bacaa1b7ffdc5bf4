import type { Language } from '@qingshan/domain';

/** A number as text with the key of its unit in `format.*`; numbers and units are put together by the page. */
export interface Written<Unit extends string> {
  readonly value: string;
  readonly unit: Unit;
}

export type AreaUnit = 'mu' | 'tenThousandMu' | 'hectare' | 'squareMetre';
export type MoneyUnit = 'yuan' | 'tenThousandYuan' | 'hundredMillionYuan' | 'millionYuan' | 'billionYuan';

/** A stored amount as exact fraction: what is shown is rounded from it, once, half away from zero. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const write = ({ numerator, denominator }: Fraction, places: number): string => {
  const size = numerator < 0n ? -numerator : numerator;
  const scaled = size * 10n ** BigInt(places);
  const rounded = (scaled + denominator / 2n) / denominator;
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = grouped(places === 0 ? digits : digits.slice(0, -places));
  const sign = numerator < 0n && rounded > 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
};

/** Decimal text as fraction; areas arrive as m² with two places. */
const fraction = (decimal: string): Fraction => {
  const [whole = '0', places = ''] = decimal.replace('-', '').split('.');
  const numerator = BigInt(`${whole}${places}`);
  return {
    numerator: decimal.startsWith('-') ? -numerator : numerator,
    denominator: 10n ** BigInt(places.length),
  };
};

const over = ({ numerator, denominator }: Fraction, by: Fraction): Fraction => ({
  numerator: numerator * by.denominator,
  denominator: denominator * by.numerator,
});

// 1 mu = 2000/3 m².
const SQUARE_METRES_IN: Record<AreaUnit, Fraction> = {
  squareMetre: { numerator: 1n, denominator: 1n },
  mu: { numerator: 2000n, denominator: 3n },
  tenThousandMu: { numerator: 20_000_000n, denominator: 3n },
  hectare: { numerator: 10_000n, denominator: 1n },
};

const FEN_IN: Record<MoneyUnit, bigint> = {
  yuan: 100n,
  tenThousandYuan: 1_000_000n,
  millionYuan: 100_000_000n,
  hundredMillionYuan: 10_000_000_000n,
  billionYuan: 100_000_000_000n,
};

export const areaIn = (squareMetres: string, unit: AreaUnit, places = 2): string =>
  write(over(fraction(squareMetres), SQUARE_METRES_IN[unit]), places);

/** An area as headlines write it: from ten thousand mu on in 万亩 in Chinese, always whole mu in English. */
export const headlineArea = (squareMetres: string, language: Language): Written<AreaUnit> => {
  const { numerator, denominator } = over(fraction(squareMetres), SQUARE_METRES_IN.mu);
  const large = numerator >= 10_000n * denominator;
  if (language === 'zh' && large)
    return { value: areaIn(squareMetres, 'tenThousandMu', 2), unit: 'tenThousandMu' };
  return { value: areaIn(squareMetres, 'mu', large || numerator >= 1000n * denominator ? 0 : 1), unit: 'mu' };
};

export const moneyIn = (fen: string, unit: MoneyUnit, places = 2): string =>
  write({ numerator: BigInt(fen), denominator: FEN_IN[unit] }, places);

/** Money in the unit people would say it in. */
export const headlineMoney = (fen: string, language: Language): Written<MoneyUnit> => {
  const size = BigInt(fen.replace('-', ''));
  const ladder: readonly MoneyUnit[] =
    language === 'zh' ? ['hundredMillionYuan', 'tenThousandYuan'] : ['billionYuan', 'millionYuan'];
  const unit = ladder.find((candidate) => size >= FEN_IN[candidate]) ?? 'yuan';
  return { value: moneyIn(fen, unit), unit };
};

export const formatCount = (count: number): string => grouped(String(Math.trunc(count)));

/** A share in per cent with one place, or null when there is nothing to take a share of. */
export const formatRate = (part: string | number, whole: string | number, places = 1): string | null => {
  const [of, all] = [fraction(String(part)), fraction(String(whole))];
  if (all.numerator === 0n) return null;
  const share = over(of, all);
  return `${write({ numerator: share.numerator * 100n, denominator: share.denominator }, places)}%`;
};

/** A share as a plain number, for the length of a bar and nothing else. */
export const shareForDrawing = (part: string | number, whole: string | number): number =>
  Number(whole) === 0 ? 0 : Number(part) / Number(whole);

const shanghai = (instant: string, signs: number): string => {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, signs).replace('T', ' ');
};

/** An instant as Shanghai's clocks showed it: `2026-11-23 14:02`. */
export const formatInstant = (instant: string): string => shanghai(instant, 16);

/** The same to the second, where the order of acts matters: `2026-11-23 14:02:09`. */
export const formatMoment = (instant: string): string => shanghai(instant, 19);

/** Bytes in the unit people would say them in. */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
};
