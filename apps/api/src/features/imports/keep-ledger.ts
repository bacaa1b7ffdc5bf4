import { proposeMapping } from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';
import type { ImportColumn } from './imports.row';
import type { LedgerTable } from './reading/ledger-table';

const SAMPLES = 3;
const ROWS_PER_STATEMENT = 2_000;

export const columnsOf = (table: LedgerTable): ImportColumn[] => {
  const proposals = proposeMapping(
    table.columns,
    table.rows.slice(0, 200).map((row) => row.cells),
    table.units,
  );
  return proposals.map(({ column, header, field, unit }) => ({
    column,
    header,
    field,
    unit,
    samples: [...new Set(table.rows.map((row) => row.cells[column] ?? '').filter(Boolean))].slice(0, SAMPLES),
  }));
};

/** Every row and cell as it stood. */
export const keepRows = async (tx: WriteTx, id: number, table: LedgerTable): Promise<void> => {
  for (let start = 0; start < table.rows.length; start += ROWS_PER_STATEMENT) {
    const rows = table.rows.slice(start, start + ROWS_PER_STATEMENT);
    await tx.rows(
      `INSERT INTO import_row (import_id, row_number, cells)
       SELECT $1, (r ->> 'rowNumber')::int, ARRAY(SELECT jsonb_array_elements_text(r -> 'cells'))
       FROM jsonb_array_elements($2::jsonb) r`,
      [id, JSON.stringify(rows)],
    );
  }
};

/** The bytes stay while the import is open, to be read again in another way. */
export const keepFile = (tx: WriteTx, id: number, bytes: Buffer): Promise<unknown> =>
  tx.rows('INSERT INTO import_file (import_id, bytes) VALUES ($1, $2)', [id, bytes]);

export const forgetFile = (tx: WriteTx, id: number): Promise<unknown> =>
  tx.rows('DELETE FROM import_file WHERE import_id = $1', [id]);
