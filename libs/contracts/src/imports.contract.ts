import {
  CRITERION_NAMES,
  LEDGER_FIELDS,
  LEDGER_UNITS,
  PROBLEM_CODES,
  REFUSALS,
  type RefusalCode,
} from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, exactText, id, idText, instant, paging, requiredText, stage } from './values';

const IMPORT_STATES = [
  'mapping',
  'checked',
  'applying',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
const ROW_VERDICTS = ['new', 'changed', 'unchanged', 'error'] as const;

/** The largest file that is read. */
export const LARGEST_LEDGER_BYTES = 50_000_000;

/** What the reader of a file did that a person should know of. */
export const LEDGER_NOTES = [
  'encoding-guessed',
  'header-guessed',
  'two-row-header',
  'title-rows',
  'empty-rows',
  'totals-rows',
  'footer-rows',
  'numbering-row',
  'repeated-header',
  'hidden-rows',
  'formula-cells',
  'merged-cells-filled',
  'merged-numbers-kept-once',
  'long-numbers',
  'unnamed-columns',
  'far-empty-cells',
  'other-sheets',
  'mapping-remembered',
  'own-export',
] as const;

/** Why a file is turned away: `why` in the data of `file-not-readable` and `file-refused`. */
export const FILE_REASONS = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'long-cell',
  'too-slow',
  'not-a-spreadsheet',
  'old-xls',
  'encrypted',
  'no-header',
  'no-such-sheet',
  'unclosed-quote',
  'damaged',
  'zip-bomb',
  'too-many-entries',
  'lying-size',
  'bad-entry-name',
  'nested-archive',
  'macro',
  'external-link',
  'embedded-object',
  'doctype',
  'far-cell',
] as const;

export type FileReason = (typeof FILE_REASONS)[number];

/** Encodings a text can be read in when the one that was found is wrong. */
export const LEDGER_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'windows-1252'] as const;

const mappedColumn = z.object({
  column: z.int().min(0).max(511),
  field: z.enum(LEDGER_FIELDS).nullable(),
  unit: z.enum(LEDGER_UNITS).nullable(),
});

const importView = z
  .object({
    id,
    personName: z.string(),
    createdAt: instant,
    fileName: z.string(),
    sha256: z.string(),
    state: z.enum(IMPORT_STATES),
    encoding: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z
      .array(z.string())
      .meta({ description: 'All sheets of the file, the one that was read among them' }),
    headerRow: z.int(),
    rows: z.int(),
    notes: z.array(z.object({ code: z.enum(LEDGER_NOTES), data: z.record(z.string(), z.unknown()) })),
    columns: z.array(mappedColumn.extend({ header: z.string(), samples: z.array(z.string()) })),
    counts: z
      .object({
        rows: z.int(),
        new: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        error: z.int(),
        duplicates: z.int().meta({ description: 'New rows that are probably mines we have, or rows above' }),
        warnings: z.int(),
        unassigned: z.int().meta({ description: 'New rows whose place is in no division: they go to 待定' }),
        nulled: z.int().meta({ description: 'Cells such as N/A or 无 that were read as absent' }),
        lacking: z
          .int()
          .meta({ description: 'Rows to write whose mine does not meet the gate of its stage' }),
      })
      .nullable(),
    checking: z.boolean().meta({ description: 'A check is under way, for whoever comes back to look' }),
    effectiveOn: day.nullable(),
    allOrNothing: z.boolean().meta({ description: 'One row that cannot be written takes all others back' }),
    undo: z
      .object({ undone: z.int(), kept: z.int() })
      .nullable()
      .meta({ description: 'Once it is taken back: rows that are, and rows that stay as they are' }),
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Import' });

export type ImportView = z.output<typeof importView>;

const rowProblem = z.object({
  column: z.int().nullable(),
  field: z.enum(LEDGER_FIELDS).nullable(),
  severity: z.enum(['error', 'warning']),
  code: z.enum(PROBLEM_CODES),
  found: z.string(),
  allowed: z.string().nullable(),
});

const importRowView = z
  .object({
    rowNumber: z.int(),
    verdict: z.enum(ROW_VERDICTS),
    number: z.string().nullable(),
    name: z.string().nullable(),
    mineId: id
      .nullable()
      .meta({ description: 'The mine this row met or made, where it lies within reach of who asks' }),
    written: z.boolean(),
    undone: z.boolean(),
    undoProblem: z
      .enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]])
      .nullable()
      .meta({ description: 'Why the row could not be taken back' }),
    problems: z.array(rowProblem),
    gate: z
      .object({ stage, lacking: z.array(z.enum(CRITERION_NAMES)) })
      .nullable()
      .meta({
        description:
          'The stage of the mine as the row leaves it, and what its gate still lacks; null where no gate is asked',
      }),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    cells: z.array(z.string()),
  })
  .meta({ id: 'ImportRow' });

export type ImportRowView = z.output<typeof importRowView>;

export const ROWS_SHOWN = [
  'all',
  'problems',
  'error',
  'warning',
  'new',
  'changed',
  'unchanged',
  'unassigned',
  'duplicates',
  'lacking',
  'unwritten',
  'kept',
] as const;

const params = z.object({ id: idText });

export const importRoutes = {
  list: route('GET', '/imports', {
    summary: 'Imports made by oneself, newest first',
    may: 'import.make',
    query: z.strictObject(paging),
    response: z.object({ total: z.int(), imports: z.array(importView) }),
  }),
  upload: route('POST', '/imports', {
    summary:
      'Read a ledger (CSV, TSV or XLSX) and propose what its columns mean; nothing is written to mines',
    may: 'import.make',
    response: importView,
    status: 201,
    carries: 'upload',
  }),
  read: route('GET', '/imports/:id', {
    summary: 'One import',
    may: 'import.make',
    params,
    response: importView,
  }),
  rows: route('GET', '/imports/:id/rows', {
    summary: 'Rows of the dry run with every problem by row and column',
    may: 'import.make',
    params,
    query: z.strictObject({
      ...paging,
      show: z.enum(ROWS_SHOWN).default('all').meta({ description: 'Which rows' }),
      code: z.enum(PROBLEM_CODES).optional().meta({ description: 'Only rows with this problem' }),
    }),
    response: z.object({ total: z.int(), rows: z.array(importRowView) }),
  }),
  problems: route('GET', '/imports/:id/problems', {
    summary: 'Which problems the rows have, in which columns, and in how many rows each',
    may: 'import.make',
    params,
    response: z.object({
      problems: z.array(
        rowProblem.pick({ column: true, field: true, severity: true, code: true }).extend({ rows: z.int() }),
      ),
    }),
  }),
  check: route('PUT', '/imports/:id/mapping', {
    summary: 'Say what the columns mean and run the check over every row again; nothing is written to mines',
    may: 'import.make',
    params,
    body: z.strictObject({ columns: z.array(mappedColumn).max(512) }),
    response: importView,
  }),
  reading: route('PUT', '/imports/:id/reading', {
    summary:
      'Read the file again by another sheet, encoding or header row; confirms an encoding that was a guess',
    may: 'import.make',
    params,
    body: z.strictObject({
      sheet: exactText(255).optional(),
      encoding: z.enum(LEDGER_ENCODINGS).optional(),
      headerRow: z.int().min(1).max(400_000).optional(),
    }),
    response: importView,
  }),
  correct: route('PUT', '/imports/:id/cells', {
    summary: 'Put cells right without a new upload; every row is checked again',
    may: 'import.make',
    params,
    body: z.strictObject({
      cells: z
        .array(
          z.strictObject({
            row: z.int().min(1),
            column: z.int().min(0).max(511),
            value: exactText(2000),
          }),
        )
        .min(1)
        .max(200),
    }),
    response: importView,
  }),
  original: route('POST', '/imports/:id/original', {
    summary:
      'The file as it came, an XLSX as XLSX and a CSV in its encoding, with what is wrong beside each row; in the caller’s words',
    may: 'import.make',
    params,
    body: z.strictObject({
      errors: requiredText(60).meta({ description: 'Header of the column for what is wrong' }),
      warnings: requiredText(60).meta({ description: 'Header of the column for what is doubtful' }),
      colon: exactText(3).meta({ description: 'What stands between the place of a problem and the problem' }),
      problems: z
        .record(z.enum(PROBLEM_CODES), requiredText(400))
        .meta({ description: 'Each as a sentence' }),
      gate: requiredText(60).meta({
        description: 'Header of the column for what the gate of the stage lacks',
      }),
      met: requiredText(60).meta({ description: 'What is said of a mine that lacks nothing' }),
      criteria: z
        .record(z.enum(CRITERION_NAMES), requiredText(400))
        .meta({ description: 'What a gate asks for, each in words' }),
    }),
    response: z.string(),
    carries: 'file',
    media: 'application/octet-stream',
  }),
  undo: route('POST', '/imports/:id/undo', {
    summary:
      'Take the whole import back, as a job; a mine that was changed since stays as it is, and is listed',
    may: 'import.make',
    params,
    response: importView,
    status: 202,
  }),
  apply: route('POST', '/imports/:id/apply', {
    summary:
      'Write the rows that are right, each once, as a job: all of them or none, unless wrong rows are to be left out',
    may: 'import.make',
    params,
    body: z.strictObject({ effectiveOn: day, leaveOutErrors: z.boolean() }),
    response: importView,
    status: 202,
  }),
  cancel: route('POST', '/imports/:id/cancel', {
    summary: 'Stop: rows not yet written stay unwritten',
    may: 'import.make',
    params,
    response: importView,
  }),
};
