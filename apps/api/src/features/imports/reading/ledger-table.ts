import type { FileReason, LEDGER_NOTES } from '@qingshan/contracts';
import type { LedgerRow, LedgerUnit } from '@qingshan/domain';
import { refused, type Refused } from '../../../platform/http/refused';

/** A cell that reaches over several rows of one column; rows 1-based, column 0-based. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

export interface LedgerFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface LedgerNote {
  readonly code: (typeof LEDGER_NOTES)[number];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface LedgerTable {
  /** WHATWG name of the encoding, null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** 1-based row of the file; of a header in two rows the lower one. */
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** Units that a title gives for the whole table. */
  readonly units: readonly LedgerUnit[];
  /** Every row has as many cells as there are columns. */
  readonly rows: readonly LedgerRow[];
  readonly notes: readonly LedgerNote[];
}

/** Rows as they stand in the file, before anyone knows which of them is the header. */
export interface RawTable {
  readonly rows: readonly LedgerRow[];
  readonly notes: readonly LedgerNote[];
  /** Cells merged downwards over a word, such as one mine's number beside its patches. */
  readonly merges: readonly Merge[];
}

const NOT_READABLE: ReadonlySet<FileReason> = new Set([
  'empty',
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
]);

/** `file-not-readable`: it is no table we know. `file-refused`: it would do harm, or is more than we take. */
export const turnAway = (why: FileReason, data: Readonly<Record<string, unknown>> = {}): Refused =>
  refused(NOT_READABLE.has(why) ? 'file-not-readable' : 'file-refused', { why, ...data });
