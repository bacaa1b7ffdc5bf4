import { z } from 'zod';
import { route } from './http/route';
import { mineFilterShape, mineSort } from './mine-filter';
import { id, idText, instant, paging } from './values';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'kml', 'shp'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const SHAPEFILE_ENCODINGS = ['UTF-8', 'GBK'] as const;
export const SHAPEFILE_CRS = ['EPSG:4490', 'EPSG:4548'] as const;

/** The kind of file. Only a shapefile leaves a choice: old systems read GBK, surveyors like metres. */
const exportFile = z.discriminatedUnion('format', [
  z.strictObject({ format: z.enum(['csv', 'xlsx', 'geojson', 'kml']) }),
  z.strictObject({
    format: z.literal('shp'),
    encoding: z.enum(SHAPEFILE_ENCODINGS).default('UTF-8'),
    crs: z.enum(SHAPEFILE_CRS).default('EPSG:4490'),
  }),
]);

export type ExportFile = z.output<typeof exportFile>;

/** `ready` and `running` are of the CSV that goes out as it is read, `making` of a file that is kept. */
const EXPORT_STATES = ['ready', 'running', 'making', 'complete', 'broken', 'cancelled'] as const;

/** An export is a record: who took what, as of when, how many rows, and the hash of exactly those bytes (S61). */
const exportView = z
  .object({
    id,
    personName: z.string(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    fileName: z.string(),
    file: exportFile,
    filter: z.record(z.string(), z.unknown()),
    language: z.enum(['zh', 'en']),
    state: z.enum(EXPORT_STATES),
    /** Rows written and rows in all, while a file is being made; null until the rows are gathered. */
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    rows: z.int().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    /** A file that was made is kept until then, for its maker. */
    keptUntil: instant.nullable(),
    /** A CSV is fetched once: a second fetch could hold other rows under the same record. */
    mayFetch: z.boolean(),
    mayCancel: z.boolean(),
  })
  .meta({ id: 'Export' });

export type ExportView = z.output<typeof exportView>;

const byId = { params: z.object({ id: idText }) };

export const exportRoutes = {
  list: route('GET', '/exports', {
    summary:
      'Exports made by oneself; for auditors and the audit administrator everybody’s within their scope',
    may: 'export.read',
    query: z.strictObject(paging),
    response: z.object({ total: z.int(), exports: z.array(exportView) }),
  }),
  make: route('POST', '/exports', {
    summary:
      'Record an export of exactly what a filter shows. A CSV is then fetched once; any other file is made by a job and kept some days',
    may: 'export.make',
    body: z.strictObject({
      filter: z.strictObject({ ...mineFilterShape, sort: mineSort }),
      language: z.enum(['zh', 'en']),
      file: exportFile.default({ format: 'csv' }),
    }),
    response: exportView,
    status: 201,
  }),
  read: route('GET', '/exports/:id', {
    summary: 'An export of one’s own, and how far it is',
    may: 'export.make',
    ...byId,
    response: exportView,
  }),
  cancel: route('POST', '/exports/:id/cancel', {
    summary: 'Stop a file that is being made; what was made of it is thrown away',
    may: 'export.make',
    ...byId,
    response: exportView,
  }),
  file: route('GET', '/exports/:id/file', {
    summary:
      'The file of an export. A CSV is streamed once, and hash and rows are recorded when the last byte has gone out',
    may: 'export.make',
    ...byId,
    response: z.string(),
    carries: 'file',
  }),
};
