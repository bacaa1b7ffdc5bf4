import type { ImportView } from '@qingshan/contracts';
import { saysUnitOf, type LedgerUnit } from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';
import type { ImportColumn } from './imports.row';

interface Remembered {
  readonly columns: readonly ImportColumn[];
  readonly note: ImportView['notes'][number];
}

interface Earlier {
  readonly fileName: string;
  readonly createdAt: Date;
  readonly columns: readonly ImportColumn[];
}

/**
 * What the person last confirmed of a ledger with the same columns in the same order: it says more than our guess, but not
 * more than the units that the titles of this file state.
 */
export const rememberedMapping = async (
  tx: WriteTx,
  personId: number,
  proposed: readonly ImportColumn[],
  titleUnits: readonly LedgerUnit[],
): Promise<Remembered | null> => {
  const [earlier] = await tx.rows<Earlier>(
    `SELECT file_name AS "fileName", created_at AS "createdAt", columns FROM import
     WHERE person_id = $1 AND state IN ('checked', 'applying', 'done')
       AND ARRAY(SELECT c ->> 'header' FROM jsonb_array_elements(columns) WITH ORDINALITY AS e (c, place) ORDER BY place) = $2::text[]
     ORDER BY id DESC LIMIT 1`,
    [personId, proposed.map(({ header }) => header)],
  );
  if (!earlier) return null;
  const columns = proposed.map((column, index) => {
    const { field, unit } = earlier.columns[index] ?? column;
    const isStated = field !== null && field === column.field && saysUnitOf(field, titleUnits);
    return { ...column, field, unit: isStated ? column.unit : unit };
  });
  const differs = columns.some(
    ({ field, unit }, index) => field !== proposed[index]?.field || unit !== proposed[index]?.unit,
  );
  const data = { file: earlier.fileName, when: earlier.createdAt.toISOString() };
  return differs ? { columns, note: { code: 'mapping-remembered', data } } : null;
};
