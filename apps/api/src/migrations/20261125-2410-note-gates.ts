import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a check says of the mine of each row it would write: what its stage still asks for. */
export class NoteGates20261125241000 implements MigrationInterface {
  name = 'NoteGates20261125241000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The stage the mine stands in once the row is written, and the criteria of its gate that are not met; null where no gate is asked.
      ALTER TABLE import_row ADD COLUMN gate jsonb;
      UPDATE import SET counts = counts || '{"lacking": 0}', version = version + 1 WHERE counts IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE import SET counts = counts - 'lacking', version = version + 1 WHERE counts IS NOT NULL;
      ALTER TABLE import_row DROP COLUMN gate;`);
  }
}
