import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months that have begun, up to this one: the last of those kept is found by `last`. */
const keepMonths = (last: string): string => `
  CREATE OR REPLACE FUNCTION keep_figure_months(today date) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    this_month date := date_trunc('month', today)::date;
    last_month date;
    next_month date;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('qingshan.figure_month'));
    ${last}
    SELECT coalesce((last_month + interval '1 month')::date, date_trunc('month', min(day))::date) INTO next_month FROM figure_day;
    WHILE next_month <= this_month LOOP
      INSERT INTO figure_month_kept VALUES (next_month);
      INSERT INTO figure_month
        SELECT next_month, region_code, stage, sum(mines), sum(damaged_square_metres), sum(restored_square_metres)
        FROM (SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres
                FROM figure_month WHERE month = last_month
              UNION ALL SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres
                FROM figure_day WHERE day >= coalesce(last_month, '-infinity'::date) AND day < next_month) s
        GROUP BY 2, 3;
      last_month := next_month;
      next_month := (next_month + interval '1 month')::date;
    END LOOP;
  END $$;`;

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
      ${keepMonths(`SELECT max(month) INTO last_month FROM figure_month_kept WHERE month < 'infinity';`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM figure_month WHERE month = 'infinity'; DELETE FROM figure_month_kept WHERE month = 'infinity';
      DROP INDEX figure_day_day;
      CREATE INDEX figure_day_day ON figure_day (day);
      ${keepMonths('SELECT max(month) INTO last_month FROM figure_month_kept;')}`);
  }
}
