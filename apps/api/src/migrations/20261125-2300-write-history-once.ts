import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEEP_MINE_PERIODS, KEEP_MINE_SEARCH } from './20261123-0300-create-mines';
import { BOOK_CHANGED_PERIODS } from './20261123-0400-create-figures';

const FACT_NAMES = `number, name, region_code, town, location, longitude, latitude, mineral_code, mining_method,
          closure_year, approach, plan_approval_no, plan_approved_on, funding_source, funds_allocated_fen,
          funds_allocated_on, started_on, finished_on, acceptance_no, accepted_on, remark, stage, stage_since,
          damaged_square_metres, restored_square_metres`;

/** The facts of a composite value. */
const factsOf = (value: string): string =>
  FACT_NAMES.split(',')
    .map((name) => `${value}.${name.trim()}`)
    .join(', ');

/**
 * History, figures and search cost an edit most of its time: every version was written three times over, and closing
 * an old period took out of the figures what opening the next one put back. Now a period that is no longer believed is
 * only marked so, what is believed instead comes in with one statement, and figures are booked where they change.
 */
export class WriteHistoryOnce20261125230000 implements MigrationInterface {
  name = 'WriteHistoryOnce20261125230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION keep_mine_periods() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        moment timestamptz := clock_timestamp();
        touched touched_period[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO mine_period (mine_id, valid_from, recorded_from, ${FACT_NAMES})
            SELECT id, effective_on, moment, ${FACT_NAMES} FROM new_rows;
          PERFORM book_figures(array_agg(
            ROW (region_code, stage, effective_on, 1, damaged_square_metres, restored_square_metres)::figure_change))
            FROM new_rows;
          RETURN NULL;
        END IF;
        SELECT array_agg(ROW (p, d.delta, n.effective_on)::touched_period) INTO touched
          FROM new_rows n
          JOIN old_rows o ON o.id = n.id
          -- Each row as JSON once, and not once for every field.
          CROSS JOIN LATERAL (SELECT to_jsonb(n) AS is, to_jsonb(o) AS was OFFSET 0) j
          CROSS JOIN LATERAL (
            SELECT jsonb_object_agg(f.key, f.value) AS delta
            FROM jsonb_each(j.is - '{id,version,updated_at,effective_on,place}'::text[]) f
            WHERE j.was -> f.key IS DISTINCT FROM f.value) d
          JOIN mine_period p ON p.mine_id = n.id AND p.recorded_to = 'infinity' AND p.valid_to > n.effective_on
          WHERE d.delta IS NOT NULL;
        IF touched IS NULL THEN RETURN NULL; END IF;
        UPDATE mine_period p SET recorded_to = moment FROM unnest(touched) t WHERE p.id = (t.period).id;
        -- What lies before the change stays believed; from its day on the changed fields differ.
        INSERT INTO mine_period (mine_id, valid_from, valid_to, recorded_from, ${FACT_NAMES})
          SELECT (t.period).mine_id, (t.period).valid_from, t.starts, moment, ${factsOf('(t.period)')}
          FROM unnest(touched) t WHERE (t.period).valid_from < t.starts
          UNION ALL
          SELECT (t.period).mine_id, greatest((t.period).valid_from, t.starts), (t.period).valid_to, moment, ${factsOf('r')}
          FROM unnest(touched) t, LATERAL jsonb_populate_record(t.period, t.delta) r;
        -- Nothing is booked that would only be taken back: most edits move no figure, and wait for nobody's.
        PERFORM book_figures(array_agg(c::figure_change)) FROM (
          SELECT v.region_code, v.stage, b.day, b.sign * v.sign, b.sign * v.sign * v.damaged, b.sign * v.sign * v.restored
          FROM unnest(touched) t, LATERAL jsonb_populate_record(t.period, t.delta) r,
            LATERAL (VALUES (r.region_code, r.stage, r.damaged_square_metres, r.restored_square_metres, 1),
              ((t.period).region_code, (t.period).stage, (t.period).damaged_square_metres, (t.period).restored_square_metres, -1)
            ) v (region_code, stage, damaged, restored, sign),
            LATERAL (VALUES (greatest((t.period).valid_from, t.starts), 1), ((t.period).valid_to, -1)) b (day, sign)
          WHERE t.delta ?| '{region_code,stage,damaged_square_metres,restored_square_metres}') c;
        RETURN NULL;
      END $$;
      -- Nothing to book is not asked about.
      ALTER FUNCTION book_figures(figure_change[]) STRICT;
      -- What happens to a mine books its own figures; a ledger that brings its past has nobody else to do it.
      DROP TRIGGER mine_period_updated ON mine_period;
      DROP FUNCTION book_changed_periods();
      DROP TRIGGER mine_period_inserted ON mine_period;
      CREATE TRIGGER mine_period_inserted AFTER INSERT ON mine_period REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT WHEN (current_setting('qingshan.with_past', true) = 'on') EXECUTE FUNCTION book_new_periods();

      CREATE OR REPLACE FUNCTION keep_mine_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NOT EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id)
            WHERE (n.region_code, n.name, n.number, n.town) IS DISTINCT FROM (o.region_code, o.name, o.number, o.town)) THEN
            RETURN NULL;
          END IF;
        END IF;
        INSERT INTO mine_search (mine_id, region_code, line, grams)
          SELECT id, region_code, line, grams_of(line)
          FROM (SELECT id, region_code, lower(concat_ws(E'\\n', name, number, town)) AS line FROM new_rows) r
        ON CONFLICT (mine_id) DO UPDATE
          SET region_code = excluded.region_code, line = excluded.line, grams = excluded.grams
          WHERE (mine_search.region_code, mine_search.line) IS DISTINCT FROM (excluded.region_code, excluded.line);
        RETURN NULL;
      END $$;
      DROP TRIGGER mine_search_updated ON mine;
      CREATE TRIGGER mine_search_updated AFTER UPDATE ON mine REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_mine_search();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mine_search_updated ON mine;
      CREATE TRIGGER mine_search_updated AFTER UPDATE ON mine REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_mine_search();
      ${KEEP_MINE_SEARCH};
      ${BOOK_CHANGED_PERIODS};
      DROP TRIGGER mine_period_inserted ON mine_period;
      CREATE TRIGGER mine_period_inserted AFTER INSERT ON mine_period REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION book_new_periods();
      CREATE TRIGGER mine_period_updated AFTER UPDATE ON mine_period REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION book_changed_periods();
      ALTER FUNCTION book_figures(figure_change[]) CALLED ON NULL INPUT;
      ${KEEP_MINE_PERIODS};`);
  }
}
