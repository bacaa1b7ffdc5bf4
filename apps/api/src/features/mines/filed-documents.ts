/** The kinds of document in a mine's file: what its gate looks at. @param mineId the mine, as SQL */
export const filedDocumentsOf = (mineId: string): string =>
  `SELECT DISTINCT type, stage FROM document WHERE mine_id = ${mineId} AND removed_at IS NULL ORDER BY type, stage`;

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The documents in a mine's file and those taken out of it, newest first: all of them, or as they were at a moment.
 * @param mineId the mine, as SQL @param until the moment, as SQL
 */
export const documentsOf = (mineId: string, until: string | null): string => {
  const removed = until === null ? 'd.removed_at IS NOT NULL' : `coalesce(d.removed_at <= ${until}, false)`;
  return `SELECT d.id, d.stage, d.type, d.file_name AS "fileName", d.media_type AS "mediaType", d.byte_count::int AS "byteCount",
      d.sha256, p.name AS "personName", ${utc('d.added_at')} AS "addedAt",
      CASE WHEN ${removed} THEN json_build_object('personName', r.name, 'removedAt', ${utc('d.removed_at')},
        'reason', d.removal_reason) END AS removal
    FROM document d JOIN person p ON p.id = d.person_id LEFT JOIN person r ON r.id = d.removed_by
    WHERE d.mine_id = ${mineId} ${until === null ? '' : `AND d.added_at <= ${until}`} ORDER BY ${removed}, d.id DESC`;
};
