import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No longer there: who changes a period books its figures; kept for the way back. */
export const BOOK_CHANGED_PERIODS = `CREATE FUNCTION book_changed_periods() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM book_figures(array_agg(ROW (region_code, stage, day, sign, sign * damaged, sign * restored)::figure_change)) FROM (
      SELECT region_code, stage, valid_from AS day, 1 AS sign, damaged_square_metres AS damaged, restored_square_metres AS restored
        FROM new_rows WHERE recorded_to = 'infinity'
      UNION ALL SELECT region_code, stage, valid_to, -1, damaged_square_metres, restored_square_metres
        FROM new_rows WHERE recorded_to = 'infinity'
      UNION ALL SELECT region_code, stage, valid_from, -1, damaged_square_metres, restored_square_metres
        FROM old_rows WHERE recorded_to = 'infinity'
      UNION ALL SELECT region_code, stage, valid_to, 1, damaged_square_metres, restored_square_metres
        FROM old_rows WHERE recorded_to = 'infinity') t;
    RETURN NULL;
  END $$`;

/** Keeps the sums of the months that have begun since the last one kept. @param which of those kept are months, as a WHERE */
export const keepFigureMonths = (
  which = '',
): string => `CREATE OR REPLACE FUNCTION keep_figure_months(today date) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        this_month date := date_trunc('month', today)::date;
        last_month date;
        next_month date;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('qingshan.figure_month'));
        SELECT max(month) INTO last_month FROM figure_month_kept ${which};
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
 * Figures as of any day without reading history: each period adds itself on the day it begins and takes itself away on
 * the day it ends (`figure_day`); `figure_month` holds the running sums before each month's first day
 * (performance.md §5). Both are kept in the transaction that moves the figure, back-dated entries included.
 */
export class CreateFigures20261123040000 implements MigrationInterface {
  name = 'CreateFigures20261123040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE figure_day (
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        stage text NOT NULL,
        day date NOT NULL,
        mines int NOT NULL,
        damaged_square_metres numeric(16,2) NOT NULL,
        restored_square_metres numeric(16,2) NOT NULL,
        PRIMARY KEY (region_code, stage, day)
      ) WITH (fillfactor = 70);
      CREATE INDEX figure_day_day ON figure_day (day);
      CREATE TABLE figure_month_kept (month date PRIMARY KEY CHECK (extract(day FROM month) = 1));
      CREATE TABLE figure_month (
        month date NOT NULL REFERENCES figure_month_kept,
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        stage text NOT NULL,
        mines int NOT NULL,
        damaged_square_metres numeric(16,2) NOT NULL,
        restored_square_metres numeric(16,2) NOT NULL,
        PRIMARY KEY (month, region_code, stage)
      );

      CREATE TYPE figure_change AS (region_code text, stage text, day date, mines int, damaged numeric, restored numeric);
      CREATE FUNCTION book_figures(changes figure_change[]) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        moved figure_change[];
      BEGIN
        -- Sums that cancel move nothing; one order for everybody, so that no two writers wait for each other.
        SELECT array_agg(ROW (region_code, stage, day, n, damaged, restored)::figure_change ORDER BY region_code, stage, day) INTO moved
        FROM (SELECT region_code, stage, day, sum(mines) AS n, sum(damaged) AS damaged, sum(restored) AS restored
              FROM unnest(changes) WHERE day < 'infinity' GROUP BY 1, 2, 3) s
        WHERE n <> 0 OR damaged <> 0 OR restored <> 0;
        IF moved IS NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock_shared(hashtext('qingshan.figure_month'));
        INSERT INTO figure_day AS f
          SELECT region_code, stage, day, mines, damaged, restored FROM unnest(moved)
          ON CONFLICT (region_code, stage, day) DO UPDATE
            SET mines = f.mines + excluded.mines,
                damaged_square_metres = f.damaged_square_metres + excluded.damaged_square_metres,
                restored_square_metres = f.restored_square_metres + excluded.restored_square_metres;
        INSERT INTO figure_month AS f
          SELECT k.month, c.region_code, c.stage, sum(c.mines), sum(c.damaged), sum(c.restored)
          FROM unnest(moved) c JOIN figure_month_kept k ON k.month > c.day
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
          ON CONFLICT (month, region_code, stage) DO UPDATE
            SET mines = f.mines + excluded.mines,
                damaged_square_metres = f.damaged_square_metres + excluded.damaged_square_metres,
                restored_square_metres = f.restored_square_metres + excluded.restored_square_metres;
      END $$;

      CREATE FUNCTION book_new_periods() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM book_figures(array_agg(ROW (region_code, stage, day, sign, sign * damaged, sign * restored)::figure_change)) FROM (
          SELECT region_code, stage, valid_from AS day, 1 AS sign, damaged_square_metres AS damaged, restored_square_metres AS restored
            FROM new_rows WHERE recorded_to = 'infinity'
          UNION ALL SELECT region_code, stage, valid_to, -1, damaged_square_metres, restored_square_metres
            FROM new_rows WHERE recorded_to = 'infinity') t;
        RETURN NULL;
      END $$;
      ${BOOK_CHANGED_PERIODS};
      CREATE TRIGGER mine_period_inserted AFTER INSERT ON mine_period REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION book_new_periods();
      CREATE TRIGGER mine_period_updated AFTER UPDATE ON mine_period REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION book_changed_periods();

      -- Adds the months that have begun since the last call. Writers hold the same lock shared, so none slips between.
      ${keepFigureMonths()}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mine_period_updated ON mine_period; DROP TRIGGER mine_period_inserted ON mine_period;
      DROP FUNCTION keep_figure_months(date); DROP FUNCTION book_changed_periods(); DROP FUNCTION book_new_periods();
      DROP FUNCTION book_figures(figure_change[]); DROP TYPE figure_change;
      DROP TABLE figure_month, figure_month_kept, figure_day;`);
  }
}
