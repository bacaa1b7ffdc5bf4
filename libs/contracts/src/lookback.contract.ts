import { z } from 'zod';
import { stageFigure } from './figures.contract';
import { route } from './http/route';
import {
  day,
  id,
  instant,
  knownMoment,
  paging,
  regionCode,
  squareMetres,
  stage,
  wholeNumber,
} from './values';

const state = z.object({
  regionCode,
  stage,
  damagedSquareMetres: squareMetres,
  restoredSquareMetres: squareMetres,
});

const record = z.object({
  id,
  action: z.string(),
  recordedAt: instant,
  personName: z.string(),
  effectiveOn: day.nullable(),
  remark: z.string().nullable(),
});

/** What was learned since a moment that moves a figure of a day: by county, and mine by mine with the entries that did it. */
const learnedView = z
  .object({
    counties: z.array(z.object({ regionCode, then: z.array(stageFigure), now: z.array(stageFigure) })),
    total: z.int(),
    rows: z.array(
      z.object({
        mineId: id,
        number: z.string(),
        name: z.string(),
        then: state.nullable().meta({ description: 'Null where it was not known, or not within reach' }),
        now: state.nullable().meta({ description: 'Null where it is not within reach any more' }),
        records: z.array(record),
      }),
    ),
  })
  .meta({ id: 'Learned' });

export type LearnedView = z.output<typeof learnedView>;

const lateCounts = z
  .object({
    counties: z.array(z.object({ regionCode, entries: z.int(), late: z.int() })),
    entries: z.int(),
    late: z.int(),
  })
  .meta({ id: 'LateCounts' });

export type LateCounts = z.output<typeof lateCounts>;

const lateEntry = z
  .object({
    ...record.shape,
    effectiveOn: day,
    daysLate: z.int(),
    mineId: id,
    number: z.string(),
    name: z.string(),
    regionCode,
  })
  .meta({ id: 'LateEntry' });

export type LateEntry = z.output<typeof lateEntry>;

const region = regionCode.optional().meta({ description: 'A division within reach, with all below it' });

const lateQuery = {
  from: day.meta({ description: 'Recorded on this day or later' }),
  to: day.meta({ description: 'Recorded on this day or earlier' }),
  days: wholeNumber(0, 36_500)
    .default(30)
    .meta({ description: 'More than so many days after they took effect' }),
  region,
};

export const lookbackRoutes = {
  learned: route('GET', '/lookback/learned', {
    summary: 'Figures of a day as known at a moment and as known now: what differs, and by which entries',
    may: 'figure.read',
    query: z.strictObject({
      asOf: day.meta({ description: 'Figures at the end of this day' }),
      knownAt: knownMoment.meta({ description: 'The moment whose knowledge is held against today’s' }),
      region,
      ...paging,
    }),
    response: learnedView,
  }),
  late: route('GET', '/lookback/late', {
    summary: 'How many entries of a time were recorded long after they took effect, by county',
    may: 'figure.read',
    query: z.strictObject(lateQuery),
    response: lateCounts,
  }),
  lateEntries: route('GET', '/lookback/late-entries', {
    summary: 'The entries behind such a count, the latest first',
    may: 'figure.read',
    query: z.strictObject({ ...lateQuery, ...paging }),
    response: z.object({ total: z.int(), rows: z.array(lateEntry) }),
  }),
};
