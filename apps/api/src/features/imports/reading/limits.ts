import { LARGEST_LEDGER_BYTES } from '@qingshan/contracts';

const MB = 1024 * 1024;

/** What is taken. Real ledgers seen: 84,300 rows, 41 columns, 25 MB unzipped (assurance.md finding 11, S31, S32). */
export const LIMITS = {
  fileBytes: LARGEST_LEDGER_BYTES,
  unzippedBytes: 100 * MB,
  entryBytes: 60 * MB,
  entries: 500,
  ratio: 60,
  ratioJudgedAbove: MB,
  columns: 512,
  rows: 400_000,
  cells: 8_000_000,
  /** Marks in the strings or styles, which hucre reads as a tree: some 600,000 strings. */
  treeMarks: 2_400_000,
  /** Excel's own limit of a cell. A longer one in a CSV is a quote that nobody closed. */
  cellLength: 32_767,
} as const;
