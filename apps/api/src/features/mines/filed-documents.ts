import type { FiledDocument } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';

/** The kinds of document in a mine's file: what its gate looks at. @param mineId the mine, as SQL */
export const filedDocumentsOf = (mineId: string): string =>
  `SELECT DISTINCT type, stage FROM document WHERE mine_id = ${mineId} AND removed_at IS NULL ORDER BY type, stage`;

const FILED = filedDocumentsOf('$1');

export const filedDocuments = (rows: Rows, mineId: number): Promise<FiledDocument[]> =>
  rows.rows<FiledDocument>(FILED, [mineId]);
