import { z } from 'zod';
import { route } from './http/route';
import { mineFilterShape, mineSort } from './mine-filter';
import { id, idText, instant, paging } from './values';

const EXPORT_STATES = ['ready', 'running', 'complete', 'broken'] as const;

/** An export is a record: who took what, as of when, how many rows, and the hash of exactly those bytes (S61). */
const exportView = z
  .object({
    id,
    personName: z.string(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    fileName: z.string(),
    filter: z.record(z.string(), z.unknown()),
    language: z.enum(['zh', 'en']),
    state: z.enum(EXPORT_STATES),
    rows: z.int().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    /** Only its maker may fetch it, once: a second fetch could hold other rows under the same record. */
    mayFetch: z.boolean(),
  })
  .meta({ id: 'Export' });

export type ExportView = z.output<typeof exportView>;

export const exportRoutes = {
  list: route('GET', '/exports', {
    summary:
      'Exports made by oneself; for auditors and the audit administrator everybody’s within their scope',
    may: 'export.read',
    query: z.strictObject(paging),
    response: z.object({ total: z.int(), exports: z.array(exportView) }),
  }),
  make: route('POST', '/exports', {
    summary: 'Record an export of exactly what a filter shows; its file is then fetched once',
    may: 'export.make',
    body: z.strictObject({
      filter: z.strictObject({ ...mineFilterShape, sort: mineSort }),
      language: z.enum(['zh', 'en']),
    }),
    response: exportView,
    status: 201,
  }),
  file: route('GET', '/exports/:id/file', {
    summary:
      'The file of an export as CSV, streamed; hash and rows are recorded when the last byte has gone out',
    may: 'export.make',
    params: z.object({ id: idText }),
    response: z.string(),
    carries: 'file',
  }),
};
