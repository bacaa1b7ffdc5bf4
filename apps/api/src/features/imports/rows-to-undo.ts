import type { ImportRowView } from '@qingshan/contracts';
import type { WriteTx } from '../../platform/database/database';

interface WrittenRow {
  readonly rowNumber: number;
  readonly verdict: 'new' | 'changed';
  readonly mineId: number;
  readonly mineVersion: number;
  readonly changes: ImportRowView['changes'];
  readonly patchNumber: string | null;
}

/** What an import wrote of one mine, from however many rows. */
export interface MineToUndo {
  readonly mineId: number;
  readonly mineVersion: number;
  readonly isNew: boolean;
  readonly rows: readonly WrittenRow[];
}

const ROWS_PER_STEP = 200;

const WRITTEN = `import_id = $1 AND applied_at IS NOT NULL AND undone_at IS NULL AND undo_problem IS NULL
  AND verdict IN ('new', 'changed')`;

/** The next written rows of the file, and with them all rows of their mines. */
export const nextWritten = async (tx: WriteTx, importId: number): Promise<MineToUndo[]> => {
  const rows = await tx.rows<WrittenRow>(
    `SELECT r.* FROM (
       SELECT DISTINCT number FROM (
         SELECT number FROM import_row WHERE ${WRITTEN} ORDER BY row_number LIMIT ${ROWS_PER_STEP}) f) n,
     LATERAL (
       SELECT row_number AS "rowNumber", verdict, mine_id AS "mineId", mine_version AS "mineVersion", changes,
         patch ->> 'number' AS "patchNumber"
       FROM import_row WHERE ${WRITTEN} AND number = n.number OFFSET 0) r
     ORDER BY r."rowNumber"`,
    [importId],
  );
  const groups = new Map<number, WrittenRow[]>();
  for (const row of rows) {
    const group = groups.get(row.mineId);
    if (group) group.push(row);
    else groups.set(row.mineId, [row]);
  }
  return [...groups].map(([mineId, group]) => ({
    mineId,
    mineVersion: group[0]?.mineVersion ?? 0,
    isNew: group.some(({ verdict }) => verdict === 'new'),
    rows: group,
  }));
};
