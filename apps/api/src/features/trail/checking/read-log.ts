import type pg from 'pg';

/** The log without its entries. */
export interface KeptLog {
  readonly origin: string;
  /** The key of the last signature; null while nothing was signed. */
  readonly key: string | null;
  readonly size: number;
  readonly sealed: number;
  readonly notes: readonly string[];
}

const LOG = `
  SELECT origin, (SELECT coalesce(max(leaf_index) + 1, 0) FROM trail_leaf) AS size,
    (SELECT coalesce(max(size), 0) FROM trail_checkpoint) AS sealed,
    (SELECT signer_key FROM trail_checkpoint ORDER BY size DESC LIMIT 1) AS key,
    ARRAY(SELECT note FROM trail_checkpoint ORDER BY size) AS notes
  FROM trail_log`;

export const readLog = async (client: pg.ClientBase): Promise<KeptLog> => {
  const { rows } = await client.query<KeptLog>(LOG);
  const [log] = rows;
  if (!log) throw new Error('the log has no name');
  return log;
};
