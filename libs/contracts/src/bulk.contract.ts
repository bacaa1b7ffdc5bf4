import { BULK_FIELDS, REFUSALS, type RefusalCode } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { mineFilterShape } from './mine-filter';
import { mineChanges } from './mines.contract';
import { day, id, idText, instant, optionalText, paging, stage } from './values';

/** More at once is a ledger's work: an import. */
export const BULK_AT_MOST = 20_000;

const BULK_STATES = ['prepared', 'applying', 'done', 'undoing', 'undone', 'cancelled', 'failed'] as const;

/**
 * What is to become of a row, and what became of it. `change`, `unchanged` and `skipped` are said before anything is
 * written; `written` and `refused` after; `undone` and `kept` after it was taken back.
 */
export const BULK_VERDICTS = [
  'change',
  'unchanged',
  'skipped',
  'written',
  'refused',
  'undone',
  'kept',
] as const;

export type BulkVerdict = (typeof BULK_VERDICTS)[number];

const verdict = z.enum(BULK_VERDICTS);
const problem = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]).nullable();

const bulkChanges = z.strictObject(
  Object.fromEntries(BULK_FIELDS.map((field) => [field, mineChanges.shape[field]])) as Pick<
    typeof mineChanges.shape,
    (typeof BULK_FIELDS)[number]
  >,
);

const bulkEditView = z
  .object({
    id,
    personName: z.string(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    state: z.enum(BULK_STATES),
    changes: z.record(z.string(), z.unknown()),
    effectiveOn: day,
    remark: z.string().nullable(),
    rows: z.int(),
    counts: z.record(verdict, z.int()),
  })
  .meta({ id: 'BulkEdit' });

export type BulkEditView = z.output<typeof bulkEditView>;

const bulkRowView = z
  .object({
    mineId: id,
    number: z.string(),
    name: z.string(),
    stage,
    verdict,
    problem,
    before: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'BulkEditRow' });

export type BulkRowView = z.output<typeof bulkRowView>;

const params = z.object({ id: idText });
const { asOf: _day, knownAt: _moment, ...today } = mineFilterShape;

export const bulkRoutes = {
  prepare: route('POST', '/bulk-edits', {
    summary: 'Say which mines get which facts from which day on; every row is looked at, nothing is written',
    may: 'mine.edit',
    body: z.strictObject({
      which: z.union([
        z.strictObject({ ids: z.array(id).min(1).max(BULK_AT_MOST) }),
        z.strictObject({ filter: z.strictObject(today) }),
      ]),
      changes: bulkChanges.refine((changes) => Object.keys(changes).length > 0, 'names no field'),
      effectiveOn: day,
      remark: optionalText(2000),
    }),
    response: bulkEditView,
    status: 201,
  }),
  read: route('GET', '/bulk-edits/:id', {
    summary: 'One edit of many mines of one’s own, with how far it is',
    may: 'mine.edit',
    params,
    response: bulkEditView,
  }),
  rows: route('GET', '/bulk-edits/:id/rows', {
    summary: 'Its mines, each with what stood there before and what becomes or became of it',
    may: 'mine.edit',
    params,
    query: z.strictObject({ ...paging, verdict: verdict.optional().meta({ description: 'Only such rows' }) }),
    response: z.object({ total: z.int(), rows: z.array(bulkRowView) }),
  }),
  apply: route('POST', '/bulk-edits/:id/apply', {
    summary: 'Write it, as a job: each mine once, and none that was changed meanwhile',
    may: 'mine.edit',
    params,
    response: bulkEditView,
    status: 202,
  }),
  cancel: route('POST', '/bulk-edits/:id/cancel', {
    summary: 'Stop: mines not yet written stay as they are',
    may: 'mine.edit',
    params,
    response: bulkEditView,
  }),
  undo: route('POST', '/bulk-edits/:id/undo', {
    summary: 'Take the whole edit back, as a job; a mine that was changed since keeps its change',
    may: 'mine.edit',
    params,
    response: bulkEditView,
    status: 202,
  }),
};
