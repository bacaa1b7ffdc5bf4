import { proposeMapping } from '@qingshan/domain';
import type { ImportColumn } from '../imports.row';
import type { LedgerTable } from './ledger-table';

const SAMPLES = 3;
const LOOKED_AT = 200;
const ROWS_AT_ONCE = 2_000;

/**
 * A ledger as it leaves the thread that read it. Its rows are texts that the database takes as they are: as objects they
 * would be copied to the thread that answers everybody, and written out as text there.
 */
export interface PackedLedger extends Omit<LedgerTable, 'columns' | 'rows'> {
  readonly headers: readonly string[];
  /** What each column seems to mean, with some of what stands in it. */
  readonly columns: readonly ImportColumn[];
  readonly rows: number;
  /** JSON lists of rows in UTF-8, in their order. */
  readonly batches: readonly Uint8Array[];
}

export const packLedger = ({ columns: headers, units, rows, ...origin }: LedgerTable): PackedLedger => {
  const utf8 = new TextEncoder();
  const batches: Uint8Array[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    batches.push(utf8.encode(JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))));
  const samples = rows.slice(0, LOOKED_AT).map(({ cells }) => cells);
  const columns = proposeMapping(headers, samples, units).map(({ column, header, field, unit }) => ({
    ...{ column, header, field, unit },
    samples: samplesOf(rows, column),
  }));
  return { ...origin, units, headers, columns, rows: rows.length, batches };
};

/** The first texts of a column that differ. */
const samplesOf = (rows: LedgerTable['rows'], column: number): string[] => {
  const found = new Set<string>();
  for (const { cells } of rows) {
    if (cells[column]) found.add(cells[column]);
    if (found.size === SAMPLES) break;
  }
  return [...found];
};
