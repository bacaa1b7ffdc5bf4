import { z } from 'zod';
import {
  approach,
  day,
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
  q: text(100).optional(),
  region: list(regionCode).optional(),
  stage: list(stage).optional(),
  mineral: list(mineralCode).optional(),
  approach: list(approach).optional(),
  closedFrom: wholeNumber(1900, 2199).optional(),
  closedTo: wholeNumber(1900, 2199).optional(),
  areaFrom: squareMetres.optional(),
  areaTo: squareMetres.optional(),
  asOf: day.optional(),
};

export const mineFilter = z.strictObject(mineFilterShape);
export type MineFilter = z.output<typeof mineFilter>;

/** Text starting with `-` sorts downwards. */
export const mineSort = sortText.default('number');
