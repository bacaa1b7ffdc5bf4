import { z } from 'zod';
import { route } from './http/route';
import { mineFilterShape } from './mine-filter';
import { day, listedStage, regionCode, squareMetres } from './values';

/** Count and area always together; a count is of mines, never of patches (C3, K36). */
export const stageFigure = z.object({
  stage: listedStage,
  mines: z.int(),
  damagedSquareMetres: squareMetres,
  restoredSquareMetres: squareMetres,
});

const regionFigures = z.object({ regionCode, stages: z.array(stageFigure) });

const figuresView = z
  .object({
    asOf: day,
    whole: regionFigures,
    parts: z.array(regionFigures).meta({ description: 'The divisions next below, empty for a county' }),
  })
  .meta({ id: 'Figures' });

export type StageFigure = z.output<typeof stageFigure>;
export type RegionFigures = z.output<typeof regionFigures>;
export type FiguresView = z.output<typeof figuresView>;

const trendView = z
  .object({ regionCode, points: z.array(z.object({ day, stages: z.array(stageFigure) })) })
  .meta({ id: 'Trend' });

export type TrendView = z.output<typeof trendView>;

const region = regionCode
  .optional()
  .meta({ description: 'A division within reach; without it one’s own, with all below it' });
const { knownAt } = mineFilterShape;
const ofDay = z.strictObject({
  asOf: day.meta({ description: 'At the end of this day' }),
  knownAt,
  region,
});

export const figureRoutes = {
  read: route('GET', '/figures', {
    summary: 'Mines and areas by stage as of a day, for a division and those next below it',
    may: 'figure.read',
    query: ofDay,
    response: figuresView,
  }),
  overdue: route('GET', '/figures/overdue', {
    summary: 'The same of the mines whose stage is past its due day, pauses taken off',
    may: 'figure.read',
    query: ofDay,
    response: figuresView,
  }),
  trend: route('GET', '/figures/trend', {
    summary: 'The same at each month’s end between two days, and on the last day',
    may: 'figure.read',
    query: z.strictObject({
      from: day.meta({ description: 'Its month is the first' }),
      to: day.meta({ description: 'The last day' }),
      knownAt,
      region,
    }),
    response: trendView,
  }),
};
