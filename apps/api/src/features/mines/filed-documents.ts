import type { FiledDocument } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';

const FILED =
  'SELECT DISTINCT type, stage FROM document WHERE mine_id = $1 AND removed_at IS NULL ORDER BY type, stage';

/** The kinds of document in a mine's file: what its gate looks at. */
export const filedDocuments = (rows: Rows, mineId: number): Promise<FiledDocument[]> =>
  rows.rows<FiledDocument>(FILED, [mineId]);
