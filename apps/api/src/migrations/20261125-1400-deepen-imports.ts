import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import keeps its file while it is open, can be taken back as a whole, and looks for mines that are entered already. */
export class DeepenImports20261125140000 implements MigrationInterface {
  name = 'DeepenImports20261125140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import
        ADD COLUMN sheets text[] NOT NULL DEFAULT '{}',
        ADD COLUMN all_or_nothing boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT import_state_check,
        ADD CONSTRAINT import_state_check
          CHECK (state IN ('mapping', 'checked', 'applying', 'done', 'undoing', 'undone', 'cancelled', 'failed'));
      UPDATE import SET counts = counts || '{"duplicates": 0}', version = version + 1 WHERE counts IS NOT NULL;

      -- The bytes as they came, to be read again by another sheet or encoding; gone once the import is written or given up.
      CREATE TABLE import_file (
        import_id bigint PRIMARY KEY REFERENCES import,
        bytes bytea NOT NULL
      );

      ALTER TABLE import_row
        ADD COLUMN undone_at timestamptz,
        -- Why the row could not be taken back.
        ADD COLUMN undo_problem text,
        ADD CONSTRAINT import_row_undo_check CHECK (undone_at IS NULL OR undo_problem IS NULL);
      CREATE INDEX import_row_undone ON import_row (mine_id, mine_version)
        WHERE undone_at IS NOT NULL;
      CREATE INDEX import_row_to_undo ON import_row (import_id, row_number)
        WHERE applied_at IS NOT NULL AND undone_at IS NULL AND undo_problem IS NULL AND verdict IN ('new', 'changed');

      -- Where a mine is looked for that has another number: by its number without signs, by its name, on its spot.
      CREATE INDEX mine_number_folded ON mine ((translate(upper(number), '-_./ ', '')));
      CREATE INDEX mine_name_exact ON mine (name);
      CREATE INDEX mine_spot ON mine ((floor(longitude * 220)::bigint * 100000 + floor(latitude * 220)::bigint))
        WHERE longitude IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX import_row_to_undo, mine_spot, mine_name_exact, mine_number_folded, import_row_undone;
      ALTER TABLE import_row DROP COLUMN undone_at, DROP COLUMN undo_problem;
      DROP TABLE import_file;
      UPDATE import SET state = 'done', version = version + 1 WHERE state IN ('undoing', 'undone');
      ALTER TABLE import DROP COLUMN sheets, DROP COLUMN all_or_nothing,
        DROP CONSTRAINT import_state_check,
        ADD CONSTRAINT import_state_check
          CHECK (state IN ('mapping', 'checked', 'applying', 'done', 'cancelled', 'failed'));`);
  }
}
