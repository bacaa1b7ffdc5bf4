import { toHundredths } from '../kernel/area';

/** mu for hectares, m² for mu and for hectares, and the offices' 667: whole multiples of what was meant, times three (K11). */
const SLIPS: readonly bigint[] = [45n, 2_000n, 2_001n, 30_000n];
const ONE_PERCENT = 100n;

const isNear = (value: bigint, wanted: bigint): boolean => {
  const difference = value > wanted ? value - wanted : wanted - value;
  return difference * ONE_PERCENT <= wanted;
};

/** K11: whether an area is another area of the same ground, told in the wrong unit. */
export const looksLikeUnitSlip = (before: string, after: string): boolean => {
  const [one, other] = [toHundredths(before), toHundredths(after)];
  if (one <= 0n || other <= 0n) return false;
  const [small, large] = one < other ? [one, other] : [other, one];
  return SLIPS.some((slip) => isNear(large * 3n, small * slip));
};

/** Smaller than a room or larger than any quarry of the province: the figure may be right, its unit hardly. */
const SMALLEST = 2_000n;
const LARGEST = 1_000_000_000n;

export const isImplausibleArea = (squareMetres: string): boolean => {
  const area = toHundredths(squareMetres);
  return (area > 0n && area < SMALLEST) || area > LARGEST;
};
