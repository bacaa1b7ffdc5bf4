import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file as of a day asks what was once believed of a mine's steps: no index had those, and every step was read. */
export class IndexSteps20261126330000 implements MigrationInterface {
  name = 'IndexSteps20261126330000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX mine_step_mine ON mine_step (mine_id);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mine_step_mine;');
  }
}
