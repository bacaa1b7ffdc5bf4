import type { LedgerRow } from '@qingshan/domain';
import type { LedgerTable } from '../reading/ledger-table';

/** Words of the three columns: what is wrong, what is only doubtful, and what the stage of the mine still asks for. */
export type Remarks = readonly [errors: string, warnings: string, gate: string];

/** What is written beside the rows of a ledger. */
export interface Annotation {
  readonly headers: Remarks;
  readonly rows: readonly (LedgerRow & { readonly remarks: Remarks })[];
}

export interface AnnotatedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Where what is new in a ledger stands: rows 1-based, columns 0-based, as the reader counts them. */
export interface Additions {
  /** First of the columns: those of an earlier download, else the first behind the table. */
  readonly column: number;
  readonly remarks: ReadonlyMap<number, Remarks>;
  /** Cells that were put right on the page, by row. */
  readonly corrected: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

const correctedIn = (read: LedgerRow, now: LedgerRow | undefined): [number, string][] =>
  (now?.cells ?? []).flatMap((cell, column) => (cell === read.cells[column] ? [] : [[column, cell]]));

/** What a file just read again gets, by the rows that were kept of it. */
export const additionsTo = (
  { columns, headerRow, rows }: Pick<LedgerTable, 'columns' | 'headerRow' | 'rows'>,
  { headers, rows: kept }: Annotation,
): Additions => {
  const before = columns.findIndex((_, index) =>
    headers.every((header, at) => columns[index + at] === header),
  );
  const keptBy = new Map(kept.map((row) => [row.rowNumber, row]));
  return {
    column: before === -1 ? columns.length : before,
    remarks: new Map([[headerRow, headers], ...kept.map((row) => [row.rowNumber, row.remarks] as const)]),
    corrected: new Map(
      rows.flatMap((row) => {
        const cells = correctedIn(row, keptBy.get(row.rowNumber));
        return cells.length > 0 ? [[row.rowNumber, new Map(cells)]] : [];
      }),
    ),
  };
};
