import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A route holds from a day on, for a reason, set by somebody; what held before stays to be read. */
export class DateReviewRoutes20261125190000 implements MigrationInterface {
  name = 'DateReviewRoutes20261125190000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review_route RENAME TO review_route_before;
      ALTER TABLE review_route_before RENAME CONSTRAINT review_route_pkey TO review_route_before_pkey;
      CREATE TABLE review_route (
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion')),
        turn int NOT NULL CHECK (turn > 0),
        effective_on date NOT NULL,
        -- NULL: the division follows the one above it again.
        levels text[] CHECK (levels <> '{}' AND levels <@ '{county,city,province}' AND levels <> '{county}'),
        reason text NOT NULL,
        -- NULL: set before there was a page for it.
        person_id bigint REFERENCES person,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- Two who change it at once make one change (the turn is the one seen, and one).
        PRIMARY KEY (region_code, stage, turn)
      );
      INSERT INTO review_route (region_code, stage, turn, effective_on, levels, reason)
        SELECT region_code, stage, 1, DATE '2000-01-01', levels, '' FROM review_route_before;
      DROP TABLE review_route_before;
      CREATE TRIGGER review_route_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_route
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_route_before AS
        SELECT region_code, stage, levels FROM (
          SELECT DISTINCT ON (region_code, stage) region_code, stage, levels FROM review_route
          WHERE effective_on <= current_date ORDER BY region_code, stage, effective_on DESC, turn DESC) r
        WHERE levels IS NOT NULL;
      DROP TABLE review_route;
      ALTER TABLE review_route_before RENAME TO review_route;
      ALTER TABLE review_route ADD PRIMARY KEY (region_code, stage),
        ALTER COLUMN levels SET NOT NULL,
        ADD FOREIGN KEY (region_code) REFERENCES region,
        ADD CHECK (stage IN ('survey', 'planning', 'financing', 'completion')),
        ADD CHECK (levels <> '{}' AND levels <@ '{county,city,province}');`);
  }
}
