import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * “As known at T” is what is believed now without what was learned since, and what was believed then and no more. Both
 * are found by when they were recorded; today's questions go on using indexes of their own.
 */
export class IndexWhatWasKnown20261125200000 implements MigrationInterface {
  name = 'IndexWhatWasKnown20261125200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX mine_period_learned ON mine_period (recorded_from) WHERE recorded_to = 'infinity';
      CREATE INDEX mine_period_corrected ON mine_period (recorded_to) INCLUDE (recorded_from, valid_from, valid_to)
        WHERE recorded_to < 'infinity';
      CREATE INDEX mine_period_once ON mine_period (mine_id) WHERE recorded_to < 'infinity';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX mine_period_learned; DROP INDEX mine_period_corrected; DROP INDEX mine_period_once;',
    );
  }
}
