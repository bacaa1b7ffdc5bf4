import { BASEMAP_NAME, BASEMAP_URL, REVIEW_NUMBER, STAGES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { mineFilter } from './mine-filter';
import { day, id, instant, regionCode, text, wholeNumber } from './values';

/** The largest boundary file that is read: all counties of the country, twice over. */
export const LARGEST_BOUNDARY_BYTES = 20_000_000;

/** Tiles are asked for at these zooms: the whole province is one at the first, a quarry fills one at the last. */
export const TILE_ZOOMS = { first: 6, last: 16 } as const;
/** A tile holds eight times eight cells: three levels of squares below its own. */
export const CELL_LEVELS = 3;

const regionCounts = z
  .object({
    regions: z.array(
      z.object({
        regionCode,
        mines: z
          .array(z.int())
          .length(STAGES.length)
          .meta({ description: `Of each stage: ${STAGES.join(', ')}` }),
      }),
    ),
    unplaced: z.int().meta({ description: 'How many of them have no coordinates' }),
  })
  .meta({ id: 'MapRegions' });

export type MapRegions = z.output<typeof regionCounts>;

const tileView = z
  .object({
    cells: z.array(z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()])).meta({
      description:
        'By cell and stage: cell of the tile in Z-order, stage by its place among the stages, how many mines, the first and the last of their places counted from the tile’s first, the id of the first',
    }),
  })
  .meta({ id: 'MapTile' });

export type MapTileView = z.output<typeof tileView>;

const ringView = z.array(z.tuple([z.number(), z.number()]));
const boundariesView = z
  .object({ areas: z.array(z.object({ code: regionCode, polygons: z.array(z.array(ringView)) })) })
  .meta({ id: 'MapBoundaries' });

export type MapBoundaries = z.output<typeof boundariesView>;

const reviewNumber = text(40)
  .pipe(z.string().regex(REVIEW_NUMBER))
  .meta({ description: 'Map review number 审图号, such as GS(2024)0650号', pattern: REVIEW_NUMBER.source });
const review = { reviewNumber, reviewedOn: day.meta({ description: 'The day of the map review' }) };

const source = {
  id,
  version: z.int(),
  setAt: instant,
  personName: z.string(),
  reviewNumber: z.string(),
  reviewedOn: day,
};
const basemapFacts = { url: z.string(), layer: z.string(), matrixSet: z.string() };

const sourcesView = z
  .object({
    boundaries: z
      .object({
        ...source,
        fileName: z.string(),
        sha256: z.string(),
        areas: z.int(),
        points: z.int(),
        leftOut: z.int(),
      })
      .nullable(),
    basemap: z.object({ ...source, ...basemapFacts }).nullable(),
  })
  .meta({ id: 'MapSources' });

export type MapSources = z.output<typeof sourcesView>;

const version = z.int().positive();

export const mapRoutes = {
  regions: route('GET', '/map/regions', {
    summary: 'Mines by county and stage, for the whole map; the counts are the list’s',
    may: 'mine.read',
    query: mineFilter,
    response: regionCounts,
  }),
  tile: route('GET', '/map/tiles/:z/:x/:y', {
    summary: 'Mines of one tile in Web Mercator, gathered in cells by stage',
    may: 'mine.read',
    params: z
      .object({
        z: wholeNumber(TILE_ZOOMS.first, TILE_ZOOMS.last).meta({ description: 'Zoom' }),
        x: wholeNumber(0, 2 ** TILE_ZOOMS.last - 1).meta({ description: 'Columns from the left' }),
        y: wholeNumber(0, 2 ** TILE_ZOOMS.last - 1).meta({ description: 'Rows from the top' }),
      })
      .refine(({ z: zoom, x, y }) => x < 2 ** zoom && y < 2 ** zoom, {
        message: 'lies beside the map of this zoom',
        path: ['x'],
      }),
    query: mineFilter,
    response: tileView,
  }),
  sources: route('GET', '/map/sources', {
    summary: 'What lies under the points: boundaries and basemap in force, each with its map review',
    may: 'map.read',
    response: sourcesView,
  }),
  boundaries: route('GET', '/map/boundaries', {
    summary: 'The boundaries in force, by division',
    may: 'map.read',
    response: boundariesView,
  }),
  setBoundaries: route('POST', '/map/boundaries', {
    summary: 'Load the official boundaries as GeoJSON; those of before end',
    may: 'map.manage',
    query: z.strictObject(review),
    carries: 'upload',
    response: sourcesView,
    status: 201,
  }),
  endBoundaries: route('POST', '/map/boundaries/removal', {
    summary: 'Show no boundaries any more',
    may: 'map.manage',
    body: z.strictObject({ version }),
    response: sourcesView,
  }),
  setBasemap: route('POST', '/map/basemap', {
    summary: 'Name the one tile service that pages may load pictures from; the one of before ends',
    may: 'map.manage',
    body: z.strictObject({
      url: text(500).pipe(z.string().regex(BASEMAP_URL)),
      layer: z.string().regex(BASEMAP_NAME),
      matrixSet: z.string().regex(BASEMAP_NAME),
      ...review,
    }),
    response: sourcesView,
    status: 201,
  }),
  endBasemap: route('POST', '/map/basemap/removal', {
    summary: 'Load no pictures from another host any more',
    may: 'map.manage',
    body: z.strictObject({ version }),
    response: sourcesView,
  }),
};
