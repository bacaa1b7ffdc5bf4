import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepFigureMonths } from './20261123-0400-create-figures';

/**
 * The sums of all days are kept like those before a month, as those before infinity: today's figures are read from them and
 * from no day, and those of a day gone by from whichever kept sums are nearer, adding the days since or taking away the days
 * until. Days are found by division, so that a city reads its own.
 */
export class KeepFiguresOfNow20261126350000 implements MigrationInterface {
  name = 'KeepFiguresOfNow20261126350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT pg_advisory_xact_lock(hashtext('qingshan.figure_month'));
      INSERT INTO figure_month_kept VALUES ('infinity');
      INSERT INTO figure_month
        SELECT 'infinity', region_code, stage, sum(mines), sum(damaged_square_metres), sum(restored_square_metres)
        FROM figure_day GROUP BY 2, 3;
      DROP INDEX figure_day_day;
      CREATE INDEX figure_day_day ON figure_day (day, region_code);
      ${keepFigureMonths(`WHERE month < 'infinity'`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM figure_month WHERE month = 'infinity'; DELETE FROM figure_month_kept WHERE month = 'infinity';
      DROP INDEX figure_day_day;
      CREATE INDEX figure_day_day ON figure_day (day);
      ${keepFigureMonths()}`);
  }
}
