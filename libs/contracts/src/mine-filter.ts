import { BLANKABLE_FIELDS, SQUARE } from '@qingshan/domain';
import { z } from 'zod';
import {
  approach,
  day,
  knownMoment,
  list,
  mineralCode,
  regionCode,
  squareMetres,
  stage,
  text,
  wholeNumber,
} from './values';

/** Columns a list may be ordered by. A closed list: a sort is never text from outside (S30). */
export const MINE_SORTS = [
  'number',
  'name',
  'regionCode',
  'stage',
  'stageSince',
  'mineralCode',
  'closureYear',
  'damagedSquareMetres',
  'restoredSquareMetres',
  'updatedAt',
] as const;

export type MineSort = (typeof MINE_SORTS)[number];

const sortText = z.enum(
  MINE_SORTS.flatMap((name) => [name, `-${name}`] as const) as [MineSort, `-${MineSort}`],
);

/**
 * Which mines: the one filter that list, figures’ drill-down, export and count share, so that the number on a button is
 * the number of rows behind it. The person's region is added on the server, never taken from here.
 */
export const mineFilterShape = {
  q: text(100).optional().meta({
    description: 'Words, each a part of the name, the number or the town; one Chinese sign is enough',
  }),
  region: list(regionCode).optional().meta({ description: 'Divisions, each with all below it' }),
  stage: list(stage).optional().meta({ description: 'Stages; without it all but the removed' }),
  mineral: list(mineralCode).optional().meta({ description: 'Mineral codes' }),
  approach: list(approach).optional().meta({ description: 'Restoration approaches' }),
  closedFrom: wholeNumber(1900, 2199).optional().meta({ description: 'Closed in this year or later' }),
  closedTo: wholeNumber(1900, 2199).optional().meta({ description: 'Closed in this year or earlier' }),
  areaFrom: squareMetres.optional().meta({ description: 'Damaged area of at least so many m²' }),
  areaTo: squareMetres.optional().meta({ description: 'Damaged area of at most so many m²' }),
  blank: list(z.enum(BLANKABLE_FIELDS))
    .optional()
    .meta({ description: 'Facts that are not known: all of these are blank' }),
  overdue: z
    .literal('yes')
    .optional()
    .meta({ description: 'Only mines whose stage is past its due day, pauses taken off' }),
  square: list(z.string().regex(SQUARE))
    .optional()
    .meta({ description: 'Squares of the map in Web Mercator, by their quadkeys' }),
  asOf: day.optional().meta({ description: 'As it was at the end of this day; without it as it is now' }),
  knownAt: knownMoment.optional().meta({
    description:
      'By what had been recorded until this moment, or the end of this day; without it by all that is known now',
  }),
};

export const mineFilter = z.strictObject(mineFilterShape);
export type MineFilter = z.output<typeof mineFilter>;

export const mineSort = sortText
  .default('number')
  .meta({ description: 'Column to order by; with a dash in front downwards' });
