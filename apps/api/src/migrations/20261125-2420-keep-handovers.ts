import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How one key of the signer followed another (docs/adr/0022-one-key-after-another.md). */
export class KeepHandovers20261125242000 implements MigrationInterface {
  name = 'KeepHandovers20261125242000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trail_handover (
        -- A key takes over once.
        to_key text PRIMARY KEY,
        -- Where this log stood.
        size bigint NOT NULL CHECK (size > 0),
        note text NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TRIGGER trail_handover_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_handover
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trail_handover');
  }
}
