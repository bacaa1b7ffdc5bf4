import { detailOf } from './baseline-sql.mjs';

/** @typedef {import('pg').PoolClient} Client */

/**
 * One write: a new remark, or another stage.
 *
 * @typedef {{ kind: 'edit' | 'move', id: number, version: number, day: string, was: string, will: string }} Write
 */

const facts = `number, name, region_code, town, location, longitude, latitude, mineral_code, mining_method, closure_year,
  approach, plan_approval_no, plan_approved_on, funding_source, funds_allocated_fen, funds_allocated_on, started_on,
  finished_on, acceptance_no, accepted_on, remark, stage, stage_since, damaged_square_metres, restored_square_metres`;

/** The statements of one write; `:name` stands for a value, `bare.` for the tables without triggers. */
const statements = {
  lock: 'SELECT version FROM bare.mine WHERE id = :id FOR UPDATE',
  edit: `UPDATE bare.mine SET remark = :will, effective_on = :day, version = version + 1, updated_at = now() WHERE id = :id`,
  move: `UPDATE bare.mine SET stage = :will, stage_since = :day, effective_on = :day, version = version + 1, updated_at = now()
    WHERE id = :id`,
  // What was believed until now is kept; what is believed from now on is written beside it.
  past: `WITH old AS (UPDATE bare.mine_period SET recorded_to = now()
      WHERE mine_id = :id AND recorded_to = 'infinity' AND valid_to = 'infinity' RETURNING *)
    INSERT INTO bare.mine_period (mine_id, valid_from, valid_to, recorded_from, ${facts})
    SELECT mine_id, valid_from, :day::date, now(), ${facts} FROM old WHERE valid_from < :day::date
    UNION ALL SELECT id, effective_on, 'infinity', now(), ${facts} FROM bare.mine WHERE id = :id`,
  figures: `INSERT INTO bare.figure_day AS f
    SELECT region_code, s.stage, :day::date, s.n, s.n * damaged_square_metres, s.n * restored_square_metres
    FROM bare.mine, (VALUES (:was::text, -1), (:will::text, 1)) s(stage, n) WHERE id = :id ORDER BY 2
    ON CONFLICT (region_code, stage, day) DO UPDATE SET mines = f.mines + excluded.mines,
      damaged_square_metres = f.damaged_square_metres + excluded.damaged_square_metres,
      restored_square_metres = f.restored_square_metres + excluded.restored_square_metres`,
  trail: `INSERT INTO bare.trail (person_id, action, mine_id, subject, effective_on, before, after, address, detail)
    SELECT 1, 'mine.written', id, number, :day::date, jsonb_build_object('is', :was::text), jsonb_build_object('is', :will::text),
      '127.0.0.1', '{}'
    FROM bare.mine WHERE id = :id`,
};

/** The product's own trail keeps the bytes that are sealed. @param {string} trail */
const withBody = (trail) =>
  trail
    .replace('detail)', 'detail, body)')
    .replace(`'{}'`, `'{}', convert_to(jsonb_build_object('is', :will::text)::text, 'UTF8')`);

/** @param {string} name @param {string} schema @param {string} history @param {string} trail the entry it writes */
const functionOf = (name, schema, history, trail) => {
  /** @param {string} sql */
  const within = (sql) => `${sql.replaceAll('bare.', schema).replace(/(?<!:):(\w+)/g, 'the_$1')};`;
  return `
  CREATE FUNCTION bare.${name}(kind text, the_id bigint, the_version int, the_day date, the_was text, the_will text)
  RETURNS text LANGUAGE plpgsql AS $f$
  DECLARE seen int;
  BEGIN
    ${within(statements.lock.replace('version', 'version INTO seen'))}
    IF seen IS DISTINCT FROM the_version THEN RAISE EXCEPTION 'mine % has version %', the_id, seen; END IF;
    IF kind = 'edit' THEN ${within(statements.edit)} ELSE ${within(statements.move)} END IF;
    ${history && within(statements.past)}
    ${history && `IF kind = 'move' THEN ${within(statements.figures)} END IF;`}
    ${within(trail)}
    RETURN (${detailOf(schema).json.replaceAll('$1', 'the_id').replace(' AS json FROM', ' FROM')});
  END $f$;`;
};

/**
 * Copies of the tables without triggers and foreign keys, and two functions that do a whole write in one call:
 * `by_hand` on the copies, `kept` on the product's own tables, whose triggers keep history, figures and search; `plain`
 * is `kept` with an audit row that nobody seals.
 */
export const bareSchema = `
  DROP SCHEMA IF EXISTS bare CASCADE;
  CREATE SCHEMA bare;
  CREATE TABLE bare.mine (LIKE mine INCLUDING ALL EXCLUDING GENERATED) WITH (fillfactor = 80);
  CREATE TABLE bare.mine_period (LIKE mine_period INCLUDING ALL EXCLUDING GENERATED);
  CREATE TABLE bare.figure_day (LIKE figure_day INCLUDING ALL EXCLUDING GENERATED) WITH (fillfactor = 70);
  CREATE TABLE bare.trail (LIKE trail INCLUDING ALL EXCLUDING GENERATED);
  -- A plain audit row: nothing that is sealed.
  ALTER TABLE bare.trail DROP COLUMN leaf, DROP COLUMN body;
  INSERT INTO bare.mine OVERRIDING SYSTEM VALUE SELECT * FROM mine;
  INSERT INTO bare.mine_period OVERRIDING SYSTEM VALUE SELECT * FROM mine_period WHERE recorded_to = 'infinity';
  SELECT setval(pg_get_serial_sequence('bare.mine_period', 'id'), (SELECT max(id) FROM bare.mine_period));
  ANALYZE bare.mine, bare.mine_period;
  ${functionOf('by_hand', 'bare.', 'and history', statements.trail)}
  ${functionOf('kept', 'public.', '', withBody(statements.trail))}
  ${functionOf('plain', 'public.', '', statements.trail.replace('bare.trail', '"bare".trail'))}`;

const order = /** @type {const} */ (['id', 'version', 'day', 'was', 'will']);

/** A statement with the values it names, prepared once. @param {keyof typeof statements} name @param {Write} write */
const prepared = (name, write) => {
  const used = order.filter((key) => new RegExp(`(?<!:):${key}\\b`).test(statements[name]));
  return {
    name,
    text: statements[name].replace(/(?<!:):(\w+)/g, (_, key) => `$${used.indexOf(key) + 1}`),
    values: used.map((key) => write[key]),
  };
};

/** The write by hand: one transaction, its statements one after the other. @param {Client} client @param {Write} write */
export async function writeByHand(client, write) {
  const { id, version, kind } = write;
  await client.query('BEGIN');
  try {
    const { rows } = await client.query(prepared('lock', write));
    if (rows[0]?.version !== version) throw new Error(`mine ${id} has version ${rows[0]?.version}`);
    await client.query(prepared(kind, write));
    await client.query(prepared('past', write));
    if (kind === 'move') await client.query(prepared('figures', write));
    await client.query(prepared('trail', write));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The write in one call. @param {'by_hand' | 'kept' | 'plain'} name @param {Write} write */
export const writeByFunction = (name, { kind, id, version, day, was, will }) => ({
  name,
  text: `SELECT bare.${name}($1, $2, $3, $4, $5, $6) AS json`,
  values: [kind, id, version, day, was, will],
});
