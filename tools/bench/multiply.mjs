/** @typedef {import('pg').Client} Client */

const tables = ['mine', 'patch', 'mine_period', 'patch_period', 'mine_search', 'trail'];

/**
 * Copies the demo province until there are as many mines as wanted: own ids, numbers and names, the same places, patches
 * and pasts. Figures are built anew from the periods.
 *
 * @param {Client} db
 * @param {number} wanted
 * @param {string} today
 */
export async function multiplyMines(db, wanted, today) {
  const { rows } = await db.query(`SELECT count(*)::int AS mines, max(id)::int AS last,
    (SELECT max(id)::int FROM patch) AS "lastPatch" FROM mine`);
  const { mines, last, lastPatch } = rows[0];
  if (mines >= wanted) return mines;
  const copies = Math.ceil(wanted / mines) - 1;
  await db.query('BEGIN');
  // Neither triggers nor foreign keys: what they would make is copied or built below.
  await db.query(`SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off;
    SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL work_mem = '128MB'`);
  const indexes = await dropIndexes(db);
  await db.query(`CREATE TEMP TABLE copied ON COMMIT DROP AS
    SELECT m.id AS source, m.id + k * ${last} AS id, k, m.number || '-' || k AS number,
           left(o.name, 3) || substr(m.name, 4) AS name
    FROM mine m CROSS JOIN generate_series(1, ${copies}) k
    JOIN mine o ON o.id = 1 + (m.id * 7919 + k * 104729) % ${last}
    ORDER BY 2`);
  await db.query('CREATE INDEX ON copied (source); ANALYZE copied');
  for (const table of ['mine', 'patch', 'mine_period', 'patch_period', 'trail'])
    await copyTable(db, table, lastPatch);
  await db.query(`INSERT INTO mine_search (mine_id, region_code, line, grams)
    SELECT c.id, s.region_code, l.line, grams_of(l.line)
    FROM copied c JOIN mine_search s ON s.mine_id = c.source JOIN mine m ON m.id = c.id,
      LATERAL (SELECT lower(concat_ws(E'\\n', m.name, m.number, m.town)) AS line) l`);
  for (const table of ['mine', 'patch'])
    await db.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`);
  for (const index of indexes) await db.query(index);
  await rebuildFigures(db, today);
  await db.query('COMMIT');
  return mines * (copies + 1);
}

/**
 * Every row of a table once more for each copy of its mine.
 *
 * @param {Client} db
 * @param {string} table
 * @param {number} lastPatch
 */
async function copyTable(db, table, lastPatch) {
  const { rows } = await db.query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'id' AND is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map((row) => /** @type {string} */ (row.name));
  /** @type {Record<string, string>} */
  const own = { mine_id: 'c.id', subject: 'c.number' };
  if (table === 'mine' || table === 'mine_period') Object.assign(own, { number: 'c.number', name: 'c.name' });
  if (table.startsWith('patch')) own.number = `t.number || '-' || c.k`;
  if (table === 'patch_period') own.patch_id = `t.patch_id + c.k * ${lastPatch}`;
  const ids = { mine: 'c.id', patch: `t.id + c.k * ${lastPatch}` };
  const id = ids[/** @type {keyof typeof ids} */ (table)];
  const values = names.map((name) => own[name] ?? `t.${name}`);
  const key = table === 'mine' ? 'id' : 'mine_id';
  const columns = id ? ['id', ...names] : names;
  await db.query(`INSERT INTO ${table} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${(id ? [id, ...values] : values).join(', ')}
    FROM copied c JOIN ${table} t ON t.${key} = c.source ORDER BY c.id`);
}

/** An index built at once is minutes faster than one that grows by millions of rows. @param {Client} db @returns {Promise<string[]>} */
async function dropIndexes(db) {
  const { rows } = await db.query(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = ANY($1)
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`,
    [tables],
  );
  for (const { name } of rows) await db.query(`DROP INDEX ${name}`);
  return rows.map((row) => row.definition);
}

/** The same sums as the triggers would have booked, in one statement. @param {Client} db @param {string} today */
async function rebuildFigures(db, today) {
  await db.query('TRUNCATE figure_day, figure_month, figure_month_kept');
  await db.query(`INSERT INTO figure_day
    SELECT region_code, stage, day, sum(n), sum(n * damaged_square_metres), sum(n * restored_square_metres)
    FROM (SELECT *, valid_from AS day, 1 AS n FROM mine_period WHERE recorded_to = 'infinity'
          UNION ALL SELECT *, valid_to, -1 FROM mine_period WHERE recorded_to = 'infinity' AND valid_to < 'infinity') p
    GROUP BY 1, 2, 3
    HAVING sum(n) <> 0 OR sum(n * damaged_square_metres) <> 0 OR sum(n * restored_square_metres) <> 0`);
  await db.query('SELECT keep_figure_months($1)', [today]);
  await db.query(`INSERT INTO figure_month_kept VALUES ('infinity')`);
  await db.query(`INSERT INTO figure_month
    SELECT 'infinity', region_code, stage, sum(mines), sum(damaged_square_metres), sum(restored_square_metres)
    FROM figure_day GROUP BY 2, 3`);
}
