import type pg from 'pg';

/**
 * What tells of no mine and of nobody: when a session was last used, work under way and its rows (the step that ends it is
 * the entry), files on their way out, mail that waits, and the seal over the entries.
 */
const NO_RECORD = [
  'session',
  'job',
  'bulk_edit_row',
  'import_row',
  'import_file',
  'export',
  'export_row',
  'export_piece',
  'mail',
  'trail_leaf',
  'trail_node',
  'trail_checkpoint',
];

/** Notes in every database of a test which transaction of the product's login touched which table, and which mine in it. */
export const watchWrites = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string; mine: string }>(
    `SELECT c.relname AS name, CASE WHEN c.relname = 'mine' THEN 'id' ELSE coalesce(a.attname, 'NULL') END AS mine
     FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'mine_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL($1)`,
    [NO_RECORD],
  );
  await client.query(`CREATE SCHEMA watch;
    CREATE TABLE watch.touched (xid xid8, name text, mine_id bigint);
    CREATE INDEX ON watch.touched (xid);
    CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF session_user NOT LIKE '%\\_app' THEN RETURN NULL; END IF;
      EXECUTE format('INSERT INTO watch.touched SELECT DISTINCT pg_current_xact_id(), %L, %s::bigint FROM changed', TG_TABLE_NAME, TG_ARGV[0]);
      RETURN NULL;
    END $$;`);
  for (const { name, mine } of rows)
    for (const [act, side] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ])
      await client.query(
        `CREATE TRIGGER watch_${act} AFTER ${act} ON ${name} REFERENCING ${side} TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION watch.note('${mine}')`,
      );
};

/** Tables that the product wrote to in a transaction without an entry, or without one of the mine it changed. */
export const unrecorded = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT name FROM watch.touched t WHERE name <> 'trail' AND NOT EXISTS (
       SELECT FROM watch.touched e WHERE e.xid = t.xid AND e.name = 'trail' AND (t.mine_id IS NULL OR e.mine_id = t.mine_id))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};
