import type pg from 'pg';

/** The log without its entries. */
export interface KeptLog {
  readonly origin: string;
  /** The key of the last signature; null while nothing was signed. */
  readonly key: string | null;
  readonly size: number;
  readonly notes: readonly string[];
  readonly handovers: readonly string[];
}

const LOG = `
  SELECT origin, (SELECT coalesce(max(leaf_index) + 1, 0) FROM trail_leaf) AS size,
    (SELECT signer_key FROM trail_checkpoint ORDER BY size DESC LIMIT 1) AS key,
    ARRAY(SELECT note FROM trail_checkpoint WHERE size <= $1 ORDER BY size) AS notes,
    ARRAY(SELECT note FROM trail_handover WHERE size <= $1 ORDER BY size, kept_at) AS handovers
  FROM trail_log`;

/** With the checkpoints and handovers up to a size; those of a package must not be newer than its entries. */
export const readLog = async (client: pg.ClientBase, upTo: number): Promise<KeptLog> => {
  const { rows } = await client.query<KeptLog>(LOG, [upTo]);
  const [log] = rows;
  if (!log) throw new Error('the log has no name');
  return log;
};
