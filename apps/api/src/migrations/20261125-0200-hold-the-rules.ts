import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEVER_DELETED = ['mine', 'patch', 'mine_period', 'person', 'export'];

/** Rules that hold whoever writes: what a division is, what a mine may be booked on, and that nothing is taken away. */
export class HoldTheRules20261125020000 implements MigrationInterface {
  name = 'HoldTheRules20261125020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE region
        -- A private code is its parent's with two signs more; GB/T 2260 knows no other (practice.md §4.1).
        ADD CONSTRAINT region_private_code CHECK ((level IN ('functional', 'unassigned')) = (code LIKE '%-%')),
        ADD CONSTRAINT region_private_parent CHECK (code NOT LIKE '%-%' OR left(code, 6) = parent_code),
        -- A code that has ended names the one that took over.
        ADD CONSTRAINT region_succeeded CHECK ((valid_to IS NULL) = (successor_code IS NULL));

      -- The tree as a whole, looked at when the transaction ends: a list is loaded in any order.
      CREATE FUNCTION check_region() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        above text[] := CASE NEW.level WHEN 'city' THEN '{province}' WHEN 'county' THEN '{province,city}'
          WHEN 'functional' THEN '{city,county}' WHEN 'unassigned' THEN '{province}' END;
      BEGIN
        IF NEW.parent_code IS NOT NULL
          AND NOT EXISTS (SELECT FROM region p WHERE p.code = NEW.parent_code AND p.level = ANY(above)) THEN
          RAISE EXCEPTION 'a % such as % cannot lie in %', NEW.level, NEW.code, NEW.parent_code USING ERRCODE = '23514';
        END IF;
        IF NEW.successor_code IS NOT NULL AND EXISTS (
          WITH RECURSIVE after (code, turns) AS (
            SELECT NEW.successor_code, 1
            UNION ALL SELECT r.successor_code, turns + 1 FROM after JOIN region r ON r.code = after.code
              WHERE r.successor_code IS NOT NULL AND turns < 20)
          SELECT FROM after WHERE code = NEW.code) THEN
          RAISE EXCEPTION 'the successors of % lead back to it', NEW.code USING ERRCODE = '23514';
        END IF;
        IF NEW.successor_code IS NOT NULL AND EXISTS (SELECT FROM mine WHERE region_code = NEW.code) THEN
          RAISE EXCEPTION 'mines are still booked on %', NEW.code USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER region_tree AFTER INSERT OR UPDATE ON region
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_region();

      -- A mine lies in a county or a functional area in force, or waits to be assigned.
      CREATE FUNCTION check_mine_regions() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        wrong text;
      BEGIN
        SELECT r.code INTO wrong FROM (SELECT DISTINCT region_code FROM new_rows) n JOIN region r ON r.code = n.region_code
          WHERE r.successor_code IS NOT NULL OR r.level NOT IN ('county', 'functional', 'unassigned') LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'no mine is booked on %', wrong USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER mine_region_inserted AFTER INSERT ON mine REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION check_mine_regions();
      CREATE TRIGGER mine_region_updated AFTER UPDATE ON mine REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION check_mine_regions();

      -- History is written by what happens to a mine, and by nobody else; a ledger with its own past brings it once.
      CREATE TRIGGER mine_period_follows BEFORE UPDATE ON mine_period FOR EACH STATEMENT
        WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER mine_period_added BEFORE INSERT ON mine_period FOR EACH STATEMENT
        WHEN (pg_trigger_depth() = 0 AND current_setting('qingshan.with_past', true) IS DISTINCT FROM 'on')
        EXECUTE FUNCTION refuse_change();`);
    // Things end; they are not taken away (architecture.md §5).
    for (const table of NEVER_DELETED)
      await runner.query(`CREATE TRIGGER ${table}_stays BEFORE DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEVER_DELETED) await runner.query(`DROP TRIGGER ${table}_stays ON ${table}`);
    await runner.query(`
      DROP TRIGGER mine_period_added ON mine_period; DROP TRIGGER mine_period_follows ON mine_period;
      DROP TRIGGER mine_region_updated ON mine; DROP TRIGGER mine_region_inserted ON mine;
      DROP FUNCTION check_mine_regions();
      DROP TRIGGER region_tree ON region; DROP FUNCTION check_region();
      ALTER TABLE region DROP CONSTRAINT region_succeeded, DROP CONSTRAINT region_private_parent,
        DROP CONSTRAINT region_private_code;`);
  }
}
