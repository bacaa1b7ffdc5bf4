import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import finds its next rows without looking at those it has written: each step costs the same, the last as the first. */
export class IndexRowsToWrite20261125040000 implements MigrationInterface {
  name = 'IndexRowsToWrite20261125040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX import_row_to_write ON import_row (import_id, row_number)
        WHERE applied_at IS NULL AND verdict IN ('new', 'changed');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX import_row_to_write;');
  }
}
