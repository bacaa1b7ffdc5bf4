import { isCalendarDay, LISTED_STAGES, REGION_CODE } from '@qingshan/domain';
import { z } from 'zod';
import { momentProblem } from '../../shell/known-moment';

export const MEASURES = ['count', 'area'] as const;
/** What draws the bars and orders the table. Both are always written. */
export type Measure = (typeof MEASURES)[number];

/** What the tiles show. */
export const TILE_FIGURES = ['rate', 'found', 'survey', 'planning', 'financing', 'completion'] as const;
export type TileFigure = (typeof TILE_FIGURES)[number];

const SORT_COLUMNS = ['region', 'rate', 'found', ...LISTED_STAGES, 'overdue'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
export type FiguresSort = SortColumn | `-${SortColumn}`;

const SORTS = SORT_COLUMNS.flatMap((name) => [name, `-${name}`] as const);

/** What the page shows; the address says it, and nothing else does. */
export interface FiguresAddress {
  readonly region: string;
  readonly asOf: string;
  /** Until when it had to be recorded; null is by all that is known now. */
  readonly knownAt: string | null;
  readonly compare: string | null;
  readonly by: Measure;
  readonly sort: FiguresSort;
  readonly tiles: TileFigure;
}

/** What an address without a word means. */
export interface Standing {
  readonly region: string;
  readonly today: string;
}

const DEFAULT_BY: Measure = 'count';
const DEFAULT_SORT: FiguresSort = '-rate';
const DEFAULT_TILES: TileFigure = 'rate';

/** Reads an address; what it does not understand is left out, never guessed. No figure is of a day to come. */
export const readAddress = (address: URLSearchParams, { region, today }: Standing): FiguresAddress => {
  const day = z.string().refine((text) => isCalendarDay(text) && text <= today);
  const schema = z.object({
    region: z.string().regex(REGION_CODE).catch(region),
    asOf: day.catch(today),
    knownAt: z
      .string()
      .refine((text) => momentProblem(text, today) === null)
      .nullable()
      .catch(null),
    compare: day.nullable().catch(null),
    by: z.enum(MEASURES).catch(DEFAULT_BY),
    sort: z.enum(SORTS).catch(DEFAULT_SORT),
    tiles: z.enum(TILE_FIGURES).catch(DEFAULT_TILES),
  });
  const read = schema.parse({ knownAt: null, ...Object.fromEntries(address) });
  return { ...read, compare: read.compare === read.asOf ? null : read.compare };
};

/** The shortest address that says the same. */
export const writeAddress = (shown: FiguresAddress, { region, today }: Standing): URLSearchParams => {
  const address = new URLSearchParams();
  if (shown.region !== region) address.set('region', shown.region);
  if (shown.asOf !== today) address.set('asOf', shown.asOf);
  if (shown.knownAt !== null) address.set('knownAt', shown.knownAt);
  if (shown.compare && shown.compare !== shown.asOf) address.set('compare', shown.compare);
  if (shown.by !== DEFAULT_BY) address.set('by', shown.by);
  if (shown.sort !== DEFAULT_SORT) address.set('sort', shown.sort);
  if (shown.tiles !== DEFAULT_TILES) address.set('tiles', shown.tiles);
  return address;
};

export const figuresAddress = (shown: FiguresAddress, standing: Standing): string => {
  const text = writeAddress(shown, standing).toString();
  return `/figures${text ? `?${text}` : ''}`;
};

/** Which of a division's mines a number counts: without a word all on the list. */
export interface Counted {
  readonly stages?: readonly string[];
  readonly overdue?: 'yes';
}

/** The rows behind a number: the ledger under the very filter that was counted by. */
export const minesAddress = (
  region: string,
  { asOf, knownAt }: Pick<FiguresAddress, 'asOf' | 'knownAt'>,
  today: string,
  { stages = [], overdue }: Counted = {},
): string => {
  const query = new URLSearchParams();
  if (stages.length > 0) query.set('stage', stages.join(','));
  if (overdue) query.set('overdue', overdue);
  query.set('region', region);
  // With a moment and no day the list would be of the moment's own day.
  if (asOf !== today || knownAt !== null) query.set('asOf', asOf);
  if (knownAt !== null) query.set('knownAt', knownAt);
  return `/mines?${query.toString().replaceAll('%2C', ',')}`;
};
