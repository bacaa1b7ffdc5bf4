import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same facts for many mines at once: what was meant, for which mines at which version, and what became of each. */
export class CreateBulkEdits20261125030000 implements MigrationInterface {
  name = 'CreateBulkEdits20261125030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_edit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        state text NOT NULL DEFAULT 'prepared'
          CHECK (state IN ('prepared', 'applying', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
        changes jsonb NOT NULL CHECK (changes <> '{}'),
        effective_on date NOT NULL,
        remark text,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX bulk_edit_person ON bulk_edit (person_id, id DESC);
      CREATE TRIGGER bulk_edit_version BEFORE UPDATE ON bulk_edit
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE bulk_edit_row (
        bulk_edit_id bigint NOT NULL REFERENCES bulk_edit,
        mine_id bigint NOT NULL REFERENCES mine,
        -- Of the mine as it was looked at, and once written as it was left: only that version is written on or taken back.
        mine_version int NOT NULL,
        verdict text NOT NULL
          CHECK (verdict IN ('change', 'unchanged', 'skipped', 'written', 'refused', 'undone', 'kept')),
        problem text,
        before jsonb NOT NULL,
        PRIMARY KEY (bulk_edit_id, mine_id),
        CHECK ((verdict IN ('skipped', 'refused', 'kept')) = (problem IS NOT NULL))
      );
      CREATE INDEX bulk_edit_row_verdict ON bulk_edit_row (bulk_edit_id, verdict, mine_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_edit_row; DROP TABLE bulk_edit;');
  }
}
