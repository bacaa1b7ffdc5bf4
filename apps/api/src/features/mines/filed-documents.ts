/** The kinds of document in a mine's file: what its gate looks at. @param mineId the mine, as SQL */
export const filedDocumentsOf = (mineId: string): string =>
  `SELECT DISTINCT type, stage FROM document WHERE mine_id = ${mineId} AND removed_at IS NULL ORDER BY type, stage`;
