import type { WriteTx } from '../../platform/database/database';
import type { PackedLedger } from './reading/pack-ledger';

/** Every row and cell as it stood. */
export const keepRows = async (tx: WriteTx, id: number, { batches }: PackedLedger): Promise<void> => {
  for (const batch of batches)
    await tx.rows(
      `INSERT INTO import_row (import_id, row_number, cells)
       SELECT $1, (r ->> 'rowNumber')::int, ARRAY(SELECT jsonb_array_elements_text(r -> 'cells'))
       FROM jsonb_array_elements($2::jsonb) r`,
      [id, Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString('utf8')],
    );
};

/** The bytes stay while the import is open, to be read again in another way. */
export const keepFile = (tx: WriteTx, id: number, bytes: Buffer): Promise<unknown> =>
  tx.rows('INSERT INTO import_file (import_id, bytes) VALUES ($1, $2)', [id, bytes]);

export const forgetFile = (tx: WriteTx, id: number): Promise<unknown> =>
  tx.rows('DELETE FROM import_file WHERE import_id = $1', [id]);
