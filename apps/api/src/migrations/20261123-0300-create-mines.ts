import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts of a mine, the same columns in the present (`mine`) and in its history (`mine_period`). */
const FACTS = `
        number text NOT NULL CHECK (number <> ''),
        name text NOT NULL CHECK (name <> ''),
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        town text,
        location text,
        longitude numeric(9,6) CHECK (longitude BETWEEN -180 AND 180),
        latitude numeric(9,6) CHECK (latitude BETWEEN -180 AND 180),
        mineral_code text COLLATE "C",
        mining_method text CHECK (mining_method IN ('A', 'B', 'C')),
        closure_year smallint CHECK (closure_year BETWEEN 1900 AND 2199),
        approach text CHECK (approach IN ('A', 'B', 'C', 'D')),
        plan_approval_no text,
        plan_approved_on date,
        funding_source text,
        funds_allocated_fen bigint CHECK (funds_allocated_fen >= 0),
        funds_allocated_on date,
        started_on date,
        finished_on date,
        acceptance_no text,
        accepted_on date,
        remark text,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion', 'restored', 'removed')),
        stage_since date NOT NULL,
        damaged_square_metres numeric(14,2) NOT NULL DEFAULT 0 CHECK (damaged_square_metres >= 0 AND damaged_square_metres <> 'NaN'),
        restored_square_metres numeric(14,2) NOT NULL DEFAULT 0 CHECK (restored_square_metres >= 0 AND restored_square_metres <> 'NaN'),
        CHECK ((longitude IS NULL) = (latitude IS NULL)),
        -- K02: nobody restores more than was destroyed.
        CHECK (restored_square_metres <= damaged_square_metres)`;

const FACT_NAMES = `number, name, region_code, town, location, longitude, latitude, mineral_code, mining_method,
          closure_year, approach, plan_approval_no, plan_approved_on, funding_source, funds_allocated_fen,
          funds_allocated_on, started_on, finished_on, acceptance_no, accepted_on, remark, stage, stage_since,
          damaged_square_metres, restored_square_metres`;

/** Replaced by what writes less; kept for the way back. */
export const KEEP_MINE_PERIODS = `CREATE OR REPLACE FUNCTION keep_mine_periods() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    moment timestamptz := clock_timestamp();
    touched touched_period[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO mine_period (mine_id, valid_from, recorded_from, ${FACT_NAMES})
        SELECT id, effective_on, moment, ${FACT_NAMES} FROM new_rows;
      RETURN NULL;
    END IF;
    SELECT array_agg(ROW (p, d.delta, n.effective_on)::touched_period) INTO touched
      FROM new_rows n
      JOIN old_rows o ON o.id = n.id
      CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(f.key, f.value) AS delta
        FROM jsonb_each(to_jsonb(n) - '{id,version,updated_at,effective_on}'::text[]) f
        WHERE to_jsonb(o) -> f.key IS DISTINCT FROM f.value) d
      JOIN mine_period p ON p.mine_id = n.id AND p.recorded_to = 'infinity' AND p.valid_to > n.effective_on
      WHERE d.delta IS NOT NULL;
    INSERT INTO mine_period (mine_id, valid_from, valid_to, recorded_from, recorded_to, ${FACT_NAMES})
      SELECT (period).mine_id, (period).valid_from, (period).valid_to, (period).recorded_from, moment,
        ${FACT_NAMES.split(',')
          .map((name) => `(period).${name.trim()}`)
          .join(', ')}
      FROM unnest(touched);
    UPDATE mine_period p
      SET valid_to = t.starts, recorded_from = moment
      FROM unnest(touched) t
      WHERE p.id = (t.period).id AND p.valid_from < t.starts;
    UPDATE mine_period p
      SET (${FACT_NAMES}, recorded_from) =
        (SELECT ${FACT_NAMES}, moment FROM jsonb_populate_record(t.period, t.delta))
      FROM unnest(touched) t
      WHERE p.id = (t.period).id AND p.valid_from >= t.starts;
    INSERT INTO mine_period (mine_id, valid_from, valid_to, recorded_from, ${FACT_NAMES})
      SELECT (t.period).mine_id, t.starts, (t.period).valid_to, moment, ${FACT_NAMES.split(',')
        .map((name) => `r.${name.trim()}`)
        .join(', ')}
      FROM unnest(touched) t, LATERAL jsonb_populate_record(t.period, t.delta) r
      WHERE (t.period).valid_from < t.starts;
    RETURN NULL;
  END $$`;

/** Replaced by what looks only at what changed; kept for the way back. */
export const KEEP_MINE_SEARCH = `CREATE OR REPLACE FUNCTION keep_mine_search() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO mine_search (mine_id, region_code, line, grams)
      SELECT id, region_code, line, grams_of(line)
      FROM (SELECT id, region_code, lower(concat_ws(E'\\n', name, number, town)) AS line FROM new_rows) r
    ON CONFLICT (mine_id) DO UPDATE
      SET region_code = excluded.region_code, line = excluded.line, grams = excluded.grams
      WHERE (mine_search.region_code, mine_search.line) IS DISTINCT FROM (excluded.region_code, excluded.line);
    RETURN NULL;
  END $$`;

export class CreateMines20261123030000 implements MigrationInterface {
  name = 'CreateMines20261123030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mine (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        ${FACTS},
        -- The day from which this state holds.
        effective_on date NOT NULL,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        updated_at timestamptz NOT NULL,
        UNIQUE (number)
      ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
      CREATE INDEX mine_region_stage ON mine (region_code, stage, number, id);
      CREATE INDEX mine_region_area ON mine (region_code, damaged_square_metres, id);
      CREATE INDEX mine_stage ON mine (stage, number, id);
      CREATE INDEX mine_name ON mine (name COLLATE "zh-x-icu", id);
      CREATE INDEX mine_area ON mine (damaged_square_metres, id);
      CREATE TRIGGER mine_version BEFORE UPDATE ON mine FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE patch (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        number text NOT NULL UNIQUE CHECK (number <> ''),
        subclass text,
        attribute text,
        area_square_metres numeric(14,2) NOT NULL CHECK (area_square_metres >= 0 AND area_square_metres <> 'NaN'),
        restored_square_metres numeric(14,2) NOT NULL CHECK (restored_square_metres >= 0 AND restored_square_metres <> 'NaN'),
        longitude numeric(9,6) CHECK (longitude BETWEEN -180 AND 180),
        latitude numeric(9,6) CHECK (latitude BETWEEN -180 AND 180),
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        CHECK ((longitude IS NULL) = (latitude IS NULL)),
        CHECK (restored_square_metres <= area_square_metres)
      );
      CREATE INDEX patch_mine ON patch (mine_id, id);
      CREATE TRIGGER patch_version BEFORE UPDATE ON patch FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      -- The mine's areas are the sums of its patches', looked at when the transaction ends.
      CREATE FUNCTION check_mine_sums() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        subject bigint := CASE WHEN TG_TABLE_NAME = 'mine' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'mine_id')::bigint END;
      BEGIN
        IF EXISTS (
          SELECT FROM mine m,
            LATERAL (SELECT coalesce(sum(p.area_square_metres), 0) AS area, coalesce(sum(p.restored_square_metres), 0) AS restored
                     FROM patch p WHERE p.mine_id = m.id) s
          WHERE m.id = subject AND (m.damaged_square_metres, m.restored_square_metres) IS DISTINCT FROM (s.area, s.restored)
        ) THEN
          RAISE EXCEPTION 'areas of mine % differ from the sum of its patches', subject USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER mine_sums AFTER INSERT OR UPDATE OF damaged_square_metres, restored_square_metres ON mine
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_mine_sums();
      CREATE CONSTRAINT TRIGGER patch_sums AFTER INSERT OR UPDATE ON patch
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_mine_sums();

      -- What was so from day to day (valid), and from when to when the system believed it (recorded).
      -- As of D: valid_from <= D < valid_to and recorded_to = infinity; as known at T: recorded_from <= T < recorded_to.
      CREATE TABLE mine_period (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        valid_from date NOT NULL,
        valid_to date NOT NULL DEFAULT 'infinity',
        recorded_from timestamptz NOT NULL,
        recorded_to timestamptz NOT NULL DEFAULT 'infinity',
        ${FACTS},
        CHECK (valid_from < valid_to),
        CHECK (recorded_from <= recorded_to)
      ) WITH (autovacuum_vacuum_scale_factor = 0.02);
      CREATE UNIQUE INDEX mine_period_known ON mine_period (mine_id, valid_from) WHERE recorded_to = 'infinity';
      CREATE INDEX mine_period_as_of ON mine_period (region_code, stage, valid_from, valid_to) WHERE recorded_to = 'infinity';

      -- Writes the history of whatever was inserted or updated, one row or a hundred thousand. A backdated change
      -- splits the period it falls into and runs on to the present; the version believed until now is kept aside.
      CREATE TYPE touched_period AS (period mine_period, delta jsonb, starts date);
      ${KEEP_MINE_PERIODS};
      -- Loading a ledger with its own past writes mine_period itself.
      CREATE TRIGGER mine_inserted AFTER INSERT ON mine REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
        WHEN (current_setting('qingshan.with_past', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION keep_mine_periods();
      CREATE TRIGGER mine_updated AFTER UPDATE ON mine REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_mine_periods();

      -- Search by any part of number, name or town from one Chinese character up: stored one- and two-sign grams,
      -- since trigrams find no two-character word (performance.md §6).
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      CREATE FUNCTION grams_of(line text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(line, i, n)), '{}')
        FROM generate_series(1, length(line)) i, generate_series(1, 2) n
        WHERE i + n - 1 <= length(line)
      $$;
      CREATE TABLE mine_search (
        mine_id bigint PRIMARY KEY REFERENCES mine,
        region_code text COLLATE "C" NOT NULL,
        line text NOT NULL,
        grams text[] NOT NULL
      );
      CREATE INDEX mine_search_grams ON mine_search USING gin (region_code, grams);
      ${KEEP_MINE_SEARCH};
      CREATE TRIGGER mine_search_inserted AFTER INSERT ON mine REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_mine_search();
      CREATE TRIGGER mine_search_updated AFTER UPDATE ON mine REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_mine_search();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mine_updated ON mine; DROP TRIGGER mine_inserted ON mine; DROP FUNCTION keep_mine_periods();
      DROP TYPE touched_period;
      DROP TABLE mine_search, mine_period, patch, mine;
      DROP FUNCTION keep_mine_search(); DROP FUNCTION check_mine_sums();
      DROP FUNCTION grams_of(text);`);
  }
}
