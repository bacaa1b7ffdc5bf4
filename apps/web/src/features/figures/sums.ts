import type { StageFigure } from '@qingshan/contracts';
import { LISTED_STAGES, sumOfAreas, toHundredths } from '@qingshan/domain';
import type { Measure } from './figures-address';

export type ListedStage = (typeof LISTED_STAGES)[number];

export const OPEN_STAGES = LISTED_STAGES.filter((stage) => stage !== 'restored');

/** How many mines and how much land: of the same mines, never one without the other. */
export interface Tally {
  readonly mines: number;
  readonly squareMetres: string;
}

/** For drawing and order only: what is written comes from the exact sums. */
export const sizeOf = ({ mines, squareMetres }: Tally, by: Measure): number =>
  by === 'count' ? mines : Number(squareMetres);

export interface Sums {
  /** Every listed mine and its damaged area. */
  readonly found: Tally;
  /** Mines in the last stage and the area restored on them. */
  readonly restored: Tally;
  /** Area restored on mines that have not reached the last stage: real, and not yet accepted. */
  readonly unaccepted: string;
  /** Mines in a stage and their damaged area: these add up to `found`. */
  readonly stages: Readonly<Record<ListedStage, Tally>>;
}

/** Sum first, round last: all of it from the stored m². */
export const sumsOf = (figures: readonly StageFigure[]): Sums => {
  const of = (stage: ListedStage) => figures.find((one) => one.stage === stage);
  const tally = (stage: ListedStage): Tally => ({
    mines: of(stage)?.mines ?? 0,
    squareMetres: of(stage)?.damagedSquareMetres ?? '0.00',
  });
  return {
    found: {
      mines: figures.reduce((sum, { mines }) => sum + mines, 0),
      squareMetres: sumOfAreas(figures.map(({ damagedSquareMetres }) => damagedSquareMetres)),
    },
    restored: {
      mines: of('restored')?.mines ?? 0,
      squareMetres: of('restored')?.restoredSquareMetres ?? '0.00',
    },
    unaccepted: sumOfAreas(
      figures.flatMap((one) => (one.stage === 'restored' ? [] : one.restoredSquareMetres)),
    ),
    stages: {
      survey: tally('survey'),
      planning: tally('planning'),
      financing: tally('financing'),
      completion: tally('completion'),
      restored: tally('restored'),
    },
  };
};

/** What is still to be done: mines in the four stages and their damaged area. */
export const openOf = ({ stages }: Sums): Tally => ({
  mines: OPEN_STAGES.reduce((sum, stage) => sum + stages[stage].mines, 0),
  squareMetres: sumOfAreas(OPEN_STAGES.map((stage) => stages[stage].squareMetres)),
});

/** -1, 0 or 1, and how much without its sign. */
export interface Change<Size> {
  readonly sign: -1 | 0 | 1;
  readonly size: Size;
}

const signOf = (value: bigint | number): -1 | 0 | 1 => (value > 0 ? 1 : value < 0 ? -1 : 0);

export const countChange = (now: number, then: number): Change<number> => ({
  sign: signOf(now - then),
  size: Math.abs(now - then),
});

/** A change of area, in m² to two places. */
export const areaChange = (now: string, then: string): Change<string> => {
  const difference = toHundredths(now) - toHundredths(then);
  const digits = String(difference < 0n ? -difference : difference).padStart(3, '0');
  return { sign: signOf(difference), size: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
};

/** A part of a whole, both counts or both areas. */
export interface Share {
  readonly part: number | string;
  readonly whole: number | string;
}

const exact = (value: number | string): bigint =>
  typeof value === 'number' ? BigInt(value) * 100n : toHundredths(value);

/** A change of a share in percentage points with one place, from the exact shares; null where there is no share. */
export const shareChange = (now: Share, then: Share): Change<string> | null => {
  const [part, whole, oldPart, oldWhole] = [now.part, now.whole, then.part, then.whole].map(exact) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  if (whole === 0n || oldWhole === 0n) return null;
  const numerator = (part * oldWhole - oldPart * whole) * 1000n;
  const denominator = whole * oldWhole;
  const size = numerator < 0n ? -numerator : numerator;
  const tenths = (size * 2n + denominator) / (2n * denominator);
  const digits = tenths.toString().padStart(2, '0');
  return {
    sign: tenths === 0n ? 0 : signOf(numerator),
    size: `${digits.slice(0, -1)}.${digits.slice(-1)}`,
  };
};
