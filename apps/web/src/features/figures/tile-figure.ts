import { formatCount, formatRate, shareForDrawing } from '../../shell/format';
import type { Measure, TileFigure } from './figures-address';
import { sizeOf, type Sums, type Tally } from './sums';
import { wholeMu } from './writing';

/** What a tile says: how deep its colour is, and its figure in the fewest signs. */
interface Tinted {
  readonly share: number | null;
  readonly text: string | null;
}

const tallyOf = (sums: Sums, figure: Exclude<TileFigure, 'rate'>): Tally =>
  figure === 'found' ? sums.found : sums.stages[figure];

/**
 * The figure of each county. A rate is of its own whole; an amount is drawn against the largest of all, and written as a
 * count or in whole mu.
 */
export const tileFigures = (counties: readonly Sums[], figure: TileFigure, by: Measure): Tinted[] => {
  if (figure === 'rate')
    return counties.map(({ found, restored }) => {
      const [part, whole] =
        by === 'count' ? [restored.mines, found.mines] : [restored.squareMetres, found.squareMetres];
      return {
        share: found.mines === 0 ? null : shareForDrawing(part, whole),
        text: formatRate(part, whole),
      };
    });
  const tallies = counties.map((sums) => tallyOf(sums, figure));
  const most = Math.max(...tallies.map((tally) => sizeOf(tally, by)));
  return tallies.map((tally) => ({
    share: sizeOf(tally, by) === 0 ? null : shareForDrawing(sizeOf(tally, by), most),
    text: by === 'count' ? formatCount(tally.mines) : wholeMu(tally.squareMetres),
  }));
};
