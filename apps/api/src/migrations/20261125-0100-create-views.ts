import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of the ledger that people keep under a name. */
export class CreateViews20261125010000 implements MigrationInterface {
  name = 'CreateViews20261125010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
        filter jsonb NOT NULL,
        shared boolean NOT NULL,
        removed_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      -- A name that was taken back may be given again.
      CREATE UNIQUE INDEX saved_view_name ON saved_view (person_id, name) WHERE removed_at IS NULL;
      CREATE INDEX saved_view_shared ON saved_view (id) WHERE shared AND removed_at IS NULL;
      CREATE TRIGGER saved_view_version BEFORE UPDATE ON saved_view
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view;');
  }
}
