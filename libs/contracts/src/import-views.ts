import {
  CRITERION_NAMES,
  LEDGER_FIELDS,
  LEDGER_UNITS,
  PROBLEM_CODES,
  REFUSALS,
  type RefusalCode,
} from '@qingshan/domain';
import { z } from 'zod';
import { day, id, instant, stage } from './values';

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
  'damaged-signs',
  'header-guessed',
  'two-row-header',
  'title-rows',
  'empty-rows',
  'totals-rows',
  'footer-rows',
  'section-rows',
  'numbering-row',
  'repeated-header',
  'hidden-rows',
  'hidden-columns',
  'formula-cells',
  'formulas-without-result',
  'merged-cells-filled',
  'ditto-marks-filled',
  'groups-filled',
  'merged-numbers-kept-once',
  'long-numbers',
  'unnamed-columns',
  'far-empty-cells',
  'second-table',
  'repeated-columns',
  'longer-rows',
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
  'other-format',
  'encrypted',
  'no-header',
  'transposed',
  'tables-side-by-side',
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

export const mappedColumn = z.object({
  column: z.int().min(0).max(511),
  field: z.enum(LEDGER_FIELDS).nullable(),
  unit: z.enum(LEDGER_UNITS).nullable(),
});

export const importView = z
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

export const rowProblem = z.object({
  column: z.int().nullable(),
  field: z.enum(LEDGER_FIELDS).nullable(),
  severity: z.enum(['error', 'warning']),
  code: z.enum(PROBLEM_CODES),
  found: z.string(),
  allowed: z.string().nullable(),
});

export const importRowView = z
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
