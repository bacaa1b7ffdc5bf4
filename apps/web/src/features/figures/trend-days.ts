import type { TrendView } from '@qingshan/contracts';
import { sumsOf, type Sums } from './sums';

export interface TrendDay {
  readonly day: string;
  readonly sums: Sums;
}

/** The days of a trend from the last one before anything was found: a line begins at the ground, not years before it. */
export const fromFirstFound = (points: TrendView['points']): TrendDay[] => {
  const days = points.map(({ day, stages }) => ({ day, sums: sumsOf(stages) }));
  const first = days.findIndex(({ sums }) => sums.found.mines > 0);
  return first < 0 ? [] : days.slice(Math.max(0, first - 1));
};
