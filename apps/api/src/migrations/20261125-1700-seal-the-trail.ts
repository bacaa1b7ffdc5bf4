import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each entry keeps the exact bytes that stand for it, and their hash; a Merkle tree over the hashes and its signed
 * checkpoints show that none was changed, taken out or put in (docs/adr/0012-a-sealed-trail.md).
 */
export class SealTheTrail20261125170000 implements MigrationInterface {
  name = 'SealTheTrail20261125170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE trail ADD COLUMN body bytea;
      ALTER TABLE trail DISABLE TRIGGER trail_append_only;
      -- Nobody hashed these when they were written: they are sealed as they are found.
      UPDATE trail SET body = convert_to(
        '{"at":"' || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","entry":'
        || jsonb_build_object('personId', person_id, 'action', action, 'outcome', outcome, 'mineId', mine_id,
             'subject', subject, 'effectiveOn', effective_on, 'before', before, 'after', after, 'remark', remark,
             'address', host(address), 'detail', detail)::text || '}', 'UTF8');
      ALTER TABLE trail ENABLE TRIGGER trail_append_only;
      ALTER TABLE trail ALTER COLUMN body SET NOT NULL,
        ADD COLUMN leaf bytea NOT NULL GENERATED ALWAYS AS (sha256('\\x00'::bytea || body)) STORED;

      -- One row: which log the checkpoints are of.
      CREATE TABLE trail_log (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        origin text NOT NULL
      );
      INSERT INTO trail_log (origin) VALUES ('qingshan/' || gen_random_uuid());

      -- The order of the entries. No foreign key: it would lock, and so rewrite, each entry as it is sealed.
      CREATE TABLE trail_leaf (
        leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
        trail_id bigint NOT NULL UNIQUE,
        leaf bytea NOT NULL CHECK (length(leaf) = 32)
      );
      -- The complete subtrees over the leaves: the index-th of those that hold 2^level.
      CREATE TABLE trail_node (
        level int NOT NULL CHECK (level BETWEEN 1 AND 52),
        index bigint NOT NULL CHECK (index >= 0),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (level, index)
      );
      CREATE TABLE trail_checkpoint (
        size bigint PRIMARY KEY CHECK (size > 0),
        root bytea NOT NULL CHECK (length(root) = 32),
        note text NOT NULL,
        -- The key as it is handed over, so that what a former signer signed stays readable.
        signer_key text NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TRIGGER trail_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_log
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER trail_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_leaf
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER trail_node_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_node
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER trail_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE trail_checkpoint, trail_node, trail_leaf, trail_log;
      ALTER TABLE trail DROP COLUMN leaf, DROP COLUMN body;`);
  }
}
