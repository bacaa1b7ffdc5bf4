import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A view keeps how it is drawn beside what it finds; one that keeps nothing is drawn as each person likes the ledger. */
export class KeepColumnsInViews20261126340000 implements MigrationInterface {
  name = 'KeepColumnsInViews20261126340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE saved_view ADD COLUMN layout jsonb;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE saved_view DROP COLUMN layout;');
  }
}
