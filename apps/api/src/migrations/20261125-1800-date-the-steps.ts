import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACTS_HELD_BY_THE_MINE = `('planApproved', 'fundsAllocated', 'worksStarted', 'worksFinished', 'accepted')`;

/** Days of steps, pauses of stages, and why a mine left the regular way: a code, not only words. */
export class DateTheSteps20261125180000 implements MigrationInterface {
  name = 'DateTheSteps20261125180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was said of a step, and from when to when the system believed it. When it happened is the day itself.
      CREATE TABLE mine_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        step text NOT NULL CHECK (step IN ('fieldChecked', 'noticePublished', 'noticeEnded', 'designReviewed', 'planApproved',
          'fundsRequested', 'fundsAllocated', 'contractAwarded', 'worksStarted', 'worksFinished', 'recoveryAssessed',
          'recoveryReviewed', 'acceptanceRequested', 'countyAccepted', 'cityAccepted', 'accepted', 'closedOut')),
        planned_on date,
        -- Since when the plan names this day: only a pause after it moves it.
        planned_since date,
        forecast_on date,
        actual_on date,
        recorded_from timestamptz NOT NULL,
        recorded_to timestamptz NOT NULL DEFAULT 'infinity',
        CHECK (recorded_from <= recorded_to),
        CHECK ((planned_on IS NULL) = (planned_since IS NULL)),
        -- These happen where a fact of the mine says so: a day is kept in one place.
        CHECK (actual_on IS NULL OR step NOT IN ${FACTS_HELD_BY_THE_MINE})
      );
      CREATE UNIQUE INDEX mine_step_known ON mine_step (mine_id, step) WHERE recorded_to = 'infinity';

      -- A pause is told once and ended once. While it lasts the clock of its stage stands still.
      CREATE TABLE mine_pause (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        stage text NOT NULL,
        reason text NOT NULL,
        note text,
        paused_on date NOT NULL,
        paused_at timestamptz NOT NULL,
        resumed_on date,
        resumed_at timestamptz,
        CHECK ((stage, reason) IN (
          ('survey', 'WEATHER'), ('completion', 'WEATHER'), ('planning', 'LAND'), ('completion', 'LAND'),
          ('financing', 'FUNDS'), ('completion', 'FUNDS'), ('survey', 'HAZARD'), ('completion', 'HAZARD'),
          ('survey', 'DISPUTE'), ('planning', 'DISPUTE'), ('financing', 'DISPUTE'), ('completion', 'DISPUTE'),
          ('survey', 'CASE'), ('planning', 'CASE'), ('financing', 'CASE'), ('completion', 'CASE'),
          ('survey', 'OTHER'), ('planning', 'OTHER'), ('financing', 'OTHER'), ('completion', 'OTHER'))),
        CHECK (reason <> 'OTHER' OR note IS NOT NULL),
        CHECK ((resumed_on IS NULL) = (resumed_at IS NULL)),
        CHECK (resumed_on >= paused_on)
      );
      CREATE UNIQUE INDEX mine_pause_open ON mine_pause (mine_id) WHERE resumed_on IS NULL;
      CREATE INDEX mine_pause_mine ON mine_pause (mine_id, paused_on);

      -- Why the mine is in its stage when it did not come the regular way. Only these pairs exist.
      CREATE TABLE stage_reason (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        move text NOT NULL,
        stage text NOT NULL,
        reason text NOT NULL,
        effective_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        CHECK ((move, stage) IN (('stepBack', 'survey'), ('stepBack', 'planning'), ('stepBack', 'financing'),
          ('remove', 'removed'), ('reinstate', 'survey'), ('relapse', 'completion'))),
        CHECK ((move, reason) IN (
          ('remove', 'DUPLICATE'), ('remove', 'FALSE_CHANGE'), ('remove', 'NOT_LEGACY'), ('remove', 'RESPONSIBLE'),
          ('remove', 'IN_MINING_RIGHT'), ('remove', 'OTHER'),
          ('stepBack', 'TOO_EARLY'), ('stepBack', 'PLAN_REDONE'), ('stepBack', 'FUNDS_LOST'), ('stepBack', 'FACTS_WRONG'),
          ('stepBack', 'OTHER'),
          ('relapse', 'FACTS_WRONG'), ('relapse', 'LANDSLIDE'), ('relapse', 'PLANTS_DEAD'), ('relapse', 'DAMAGED_AGAIN'),
          ('relapse', 'POLLUTION'), ('relapse', 'OTHER'),
          ('reinstate', 'REMOVED_BY_MISTAKE'), ('reinstate', 'CONFIRMED'), ('reinstate', 'OTHER')))
      );
      CREATE INDEX stage_reason_mine ON stage_reason (mine_id, id DESC);
      CREATE TRIGGER stage_reason_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_reason
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- What was once believed of a step stays as it was; it only ends. A pause only ends.
      CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ends text[] := CASE TG_TABLE_NAME WHEN 'mine_step' THEN '{recorded_to}'::text[] ELSE '{resumed_on,resumed_at}'::text[] END;
        ended boolean := CASE TG_TABLE_NAME WHEN 'mine_step' THEN to_jsonb(OLD) ->> 'recorded_to' <> 'infinity'
          ELSE to_jsonb(OLD) ->> 'resumed_on' IS NOT NULL END;
      BEGIN
        IF ended OR to_jsonb(NEW) - ends IS DISTINCT FROM to_jsonb(OLD) - ends THEN
          RAISE EXCEPTION '% % is history', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER mine_step_ends BEFORE UPDATE ON mine_step FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
      CREATE TRIGGER mine_pause_ends BEFORE UPDATE ON mine_pause FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
      CREATE TRIGGER mine_step_stays BEFORE DELETE OR TRUNCATE ON mine_step
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER mine_pause_stays BEFORE DELETE OR TRUNCATE ON mine_pause
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stage_reason, mine_pause, mine_step; DROP FUNCTION refuse_rewrite();');
  }
}
