import type { LedgerField } from './fields';

/**
 * Everything that can be wrong with a row. Errors keep the row out: its identity or a figure would be wrong.
 * Warnings let the row in without the value, or with a value a person should look at; the raw cell stays with the import.
 */
export const PROBLEMS = {
  'number-missing': 'error',
  'name-missing': 'error',
  'number-damaged': 'error',
  'too-long': 'error',
  'not-a-number': 'error',
  'range-of-figures': 'error',
  'unit-unclear': 'error',
  'not-a-year': 'error',
  'not-a-day': 'error',
  'out-of-range': 'error',
  'unit-missing': 'error',
  'spreadsheet-error': 'error',
  'text-damaged': 'error',
  'restored-exceeds-area': 'error',
  'number-taken': 'error',
  'patch-number-taken': 'error',
  'duplicate-row': 'error',
  'region-out-of-reach': 'error',
  'changed-meanwhile': 'error',
  'changed-since-export': 'error',
  'day-before-change': 'error',
  'mine-removed': 'error',
  'mine-accepted': 'error',
  'unit-slip': 'error',
  'areas-disagree': 'warning',
  'area-missing': 'warning',
  'area-implausible': 'warning',
  'probable-duplicate': 'warning',
  'name-differs': 'warning',
  'region-missing': 'warning',
  'region-unknown': 'warning',
  'region-ambiguous': 'warning',
  'region-too-wide': 'warning',
  'region-outside-city': 'warning',
  'region-replaced': 'warning',
  'region-assumed': 'warning',
  'filled-from-above': 'warning',
  'coordinates-unreadable': 'warning',
  'coordinates-incomplete': 'warning',
  'coordinates-swapped': 'warning',
  'projected-coordinates': 'warning',
  'coordinates-converted': 'warning',
  'coordinates-shifted': 'warning',
  'outside-province': 'warning',
  'day-damaged': 'warning',
  'day-incomplete': 'warning',
  'day-not-yet': 'warning',
  'day-of-month-assumed': 'warning',
  'month-first-assumed': 'warning',
  'day-in-future': 'warning',
  'days-out-of-order': 'warning',
  'code-unknown': 'warning',
  'code-not-listed': 'warning',
  'code-assumed': 'warning',
  'several-values': 'warning',
  'stage-unknown': 'warning',
  'stage-not-moved': 'warning',
  'region-not-changed': 'warning',
  'area-not-changed': 'warning',
  'waits-elsewhere': 'warning',
  'rows-disagree': 'warning',
  'status-disagrees': 'warning',
  'approximate-number': 'warning',
  'unit-differs': 'warning',
  'ten-thousands-read': 'warning',
  'year-assumed': 'warning',
  rounded: 'warning',
  'name-from-location': 'warning',
  'patch-number-unusual': 'warning',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** What a parser says about one cell; the row adds where it stood. */
export interface CellProblem {
  readonly code: ProblemCode;
  /** What would have been understood: codes, a range, a pattern. Not a sentence. */
  readonly allowed?: string;
}

/** A value, perhaps with something to look at, or the reason there is none. */
export type Parsed<T> =
  { readonly value: T; readonly warning?: CellProblem } | { readonly problem: CellProblem };

export interface RowProblem {
  readonly column: number | null;
  readonly field: LedgerField | null;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly found: string;
  readonly allowed?: string;
}

export const problem = (code: ProblemCode, allowed?: string): { readonly problem: CellProblem } => ({
  problem: allowed === undefined ? { code } : { code, allowed },
});

export const valueWith = <T>(value: T, code?: ProblemCode, allowed?: string): Parsed<T> =>
  code === undefined ? { value } : { value, warning: allowed === undefined ? { code } : { code, allowed } };
