import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACT_NAMES =
  'number, subclass, attribute, area_square_metres, restored_square_metres, longitude, latitude';

/** The facts of a composite value. */
const factsOf = (value: string): string =>
  FACT_NAMES.split(', ')
    .map((name) => `${value}.${name}`)
    .join(', ');

/** Areas one by one get a history like that of the mine: what was so from day to day, and from when to when it was believed. */
export class KeepPatches20261125240000 implements MigrationInterface {
  name = 'KeepPatches20261125240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE patch_period (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        patch_id bigint NOT NULL REFERENCES patch,
        mine_id bigint NOT NULL REFERENCES mine,
        valid_from date NOT NULL,
        valid_to date NOT NULL DEFAULT 'infinity',
        recorded_from timestamptz NOT NULL,
        recorded_to timestamptz NOT NULL DEFAULT 'infinity',
        number text NOT NULL CHECK (number <> ''),
        subclass text,
        attribute text,
        area_square_metres numeric(14,2) NOT NULL CHECK (area_square_metres >= 0 AND area_square_metres <> 'NaN'),
        restored_square_metres numeric(14,2) NOT NULL CHECK (restored_square_metres >= 0 AND restored_square_metres <> 'NaN'),
        longitude numeric(9,6) CHECK (longitude BETWEEN -180 AND 180),
        latitude numeric(9,6) CHECK (latitude BETWEEN -180 AND 180),
        CHECK (valid_from < valid_to),
        CHECK (recorded_from <= recorded_to),
        -- A patch measured anew may have been told as restored for a day on which it was thought smaller.
        CHECK ((longitude IS NULL) = (latitude IS NULL))
      );
      CREATE UNIQUE INDEX patch_period_known ON patch_period (patch_id, valid_from) WHERE recorded_to = 'infinity';
      CREATE INDEX patch_period_mine ON patch_period (mine_id);

      -- The day from which the patch is as it is. Of before this table, what is certain: the areas of its mine have been
      -- these since that day, and nobody wrote to a patch of the mine since.
      ALTER TABLE patch ADD effective_on date;
      ALTER TABLE patch DISABLE TRIGGER USER;
      UPDATE patch p SET effective_on = greatest(
        (SELECT min(s.valid_from) FROM mine_period s JOIN mine m ON m.id = s.mine_id
          WHERE s.mine_id = p.mine_id AND s.recorded_to = 'infinity' AND NOT EXISTS (
            SELECT FROM mine_period l WHERE l.mine_id = s.mine_id AND l.recorded_to = 'infinity' AND l.valid_from >= s.valid_from
              AND (l.damaged_square_metres, l.restored_square_metres) <> (m.damaged_square_metres, m.restored_square_metres))),
        (SELECT max(t.effective_on) FROM trail t WHERE t.mine_id = p.mine_id
          AND t.action IN ('patch.added', 'patch.edited', 'mine.imported')));
      ALTER TABLE patch ENABLE TRIGGER USER;
      ALTER TABLE patch ALTER effective_on SET NOT NULL;
      INSERT INTO patch_period (patch_id, mine_id, valid_from, recorded_from, ${FACT_NAMES})
        SELECT id, mine_id, effective_on, clock_timestamp(), ${FACT_NAMES} FROM patch;

      CREATE TYPE touched_patch AS (period patch_period, delta jsonb, starts date);
      -- As of the mine (keep_mine_periods): a backdated change splits the period it falls into and runs on to the present.
      CREATE FUNCTION keep_patch_periods() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        moment timestamptz := clock_timestamp();
        touched touched_patch[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO patch_period (patch_id, mine_id, valid_from, recorded_from, ${FACT_NAMES})
            SELECT id, mine_id, effective_on, moment, ${FACT_NAMES} FROM new_rows;
          RETURN NULL;
        END IF;
        SELECT array_agg(ROW (p, d.delta, n.effective_on)::touched_patch) INTO touched
          FROM new_rows n
          JOIN old_rows o ON o.id = n.id
          CROSS JOIN LATERAL (SELECT to_jsonb(n) AS is, to_jsonb(o) AS was OFFSET 0) j
          CROSS JOIN LATERAL (
            SELECT jsonb_object_agg(f.key, f.value) AS delta
            FROM jsonb_each(j.is - '{id,mine_id,version,effective_on}'::text[]) f
            WHERE j.was -> f.key IS DISTINCT FROM f.value) d
          JOIN patch_period p ON p.patch_id = n.id AND p.recorded_to = 'infinity' AND p.valid_to > n.effective_on
          WHERE d.delta IS NOT NULL;
        IF touched IS NULL THEN RETURN NULL; END IF;
        UPDATE patch_period p SET recorded_to = moment FROM unnest(touched) t WHERE p.id = (t.period).id;
        INSERT INTO patch_period (patch_id, mine_id, valid_from, valid_to, recorded_from, ${FACT_NAMES})
          SELECT (t.period).patch_id, (t.period).mine_id, (t.period).valid_from, t.starts, moment, ${factsOf('(t.period)')}
          FROM unnest(touched) t WHERE (t.period).valid_from < t.starts
          UNION ALL
          SELECT (t.period).patch_id, (t.period).mine_id, greatest((t.period).valid_from, t.starts), (t.period).valid_to, moment,
            ${factsOf('r')}
          FROM unnest(touched) t, LATERAL jsonb_populate_record(t.period, t.delta) r;
        RETURN NULL;
      END $$;
      CREATE TRIGGER patch_inserted AFTER INSERT ON patch REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
        WHEN (current_setting('qingshan.with_past', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION keep_patch_periods();
      CREATE TRIGGER patch_updated AFTER UPDATE ON patch REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION keep_patch_periods();

      -- History is written by what happens to a patch, and by nobody else; a ledger with its own past brings it once.
      CREATE TRIGGER patch_period_follows BEFORE UPDATE ON patch_period FOR EACH STATEMENT
        WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER patch_period_added BEFORE INSERT ON patch_period FOR EACH STATEMENT
        WHEN (pg_trigger_depth() = 0 AND current_setting('qingshan.with_past', true) IS DISTINCT FROM 'on')
        EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER patch_period_stays BEFORE DELETE OR TRUNCATE ON patch_period
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER patch_inserted ON patch;
      DROP TRIGGER patch_updated ON patch;
      DROP FUNCTION keep_patch_periods();
      DROP TYPE touched_patch;
      DROP TABLE patch_period;
      ALTER TABLE patch DROP effective_on;`);
  }
}
