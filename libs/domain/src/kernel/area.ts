/**
 * Areas travel and rest as decimal text in square metres with two places (`numeric(14,2)`): floats hold no area.
 * 1 mu = 2000/3 m², so mu is computed and never stored (rule 1 of the design; K11 for unit slips).
 */
export const SQUARE_METRES = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

/** Hundredths of a square metre, the integer that area arithmetic is done in. */
export const toHundredths = (squareMetres: string): bigint => {
  const [whole = '0', fraction = ''] = squareMetres.split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
};

const fromHundredths = (hundredths: bigint): string => {
  const text = hundredths.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};

/** Sum of areas in m². Sum first, round last. */
export const sumOfAreas = (areas: readonly string[]): string =>
  fromHundredths(areas.reduce((sum, area) => sum + toHundredths(area), 0n));

/** -1, 0 or 1 as the first area is smaller than, equal to or larger than the second. */
export const compareAreas = (one: string, other: string): number => {
  const difference = toHundredths(one) - toHundredths(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Mu of an area in m², rounded half up to `places` decimals, for display. */
export const toMu = (squareMetres: string, places = 2): string => {
  const scale = 10n ** BigInt(places);
  // m² in hundredths × 3 / 2000 = mu in hundredths; ×10^places / 100 to keep `places` decimals.
  const numerator = toHundredths(squareMetres) * 3n * scale;
  const denominator = 200_000n;
  const rounded = (numerator + denominator / 2n) / denominator;
  const text = rounded.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
};

const MU = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;

/** Square metres of an area given in mu, rounded half up to the two places that are stored; null when it is no number. */
export const fromMu = (mu: string): string | null => {
  if (!MU.test(mu)) return null;
  const [whole = '0', fraction = ''] = mu.split('.');
  const millionths = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  const numerator = millionths * 2000n * 100n;
  const denominator = 3n * 1_000_000n;
  return fromHundredths((numerator + denominator / 2n) / denominator);
};
