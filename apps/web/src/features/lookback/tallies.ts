import type { StageFigure } from '@qingshan/contracts';
import { sumOfAreas, toHundredths } from '@qingshan/domain';
import { areaIn, formatCount } from '../../shell/format';

/** Count and damaged area, always together. */
export interface Tally {
  readonly mines: number;
  readonly squareMetres: string;
}

export const tallyOf = (stages: readonly StageFigure[], which: 'found' | 'restored'): Tally => {
  const own = stages.filter(({ stage }) => which === 'found' || stage === 'restored');
  return {
    mines: own.reduce((sum, { mines }) => sum + mines, 0),
    squareMetres: sumOfAreas(own.map(({ damagedSquareMetres }) => damagedSquareMetres)),
  };
};

const signed = (sign: number, text: string): string => (sign > 0 ? `+${text}` : sign < 0 ? `−${text}` : text);

/** What came to it or went, each with its sign: `+1` and `−24.00` mu. */
export const differenceOf = (now: Tally, then: Tally): { readonly mines: string; readonly area: string } => {
  const mines = now.mines - then.mines;
  const area = toHundredths(now.squareMetres) - toHundredths(then.squareMetres);
  const digits = String(area < 0n ? -area : area).padStart(3, '0');
  return {
    mines: signed(mines, formatCount(Math.abs(mines))),
    area: signed(Number(area), areaIn(`${digits.slice(0, -2)}.${digits.slice(-2)}`, 'mu')),
  };
};
