import type { MigrationInterface, QueryRunner } from 'typeorm';

/** K37: what is to be changed of an accepted mine waits here for a second person, and stays here when that is decided. */
export class CreateCorrections20261125201000 implements MigrationInterface {
  name = 'CreateCorrections20261125201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        patch_id bigint REFERENCES patch,
        effective_on date NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        before jsonb NOT NULL,
        after jsonb NOT NULL CHECK (after <> '{}'),
        proposed_by bigint NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'confirmed', 'refused', 'withdrawn')),
        decided_by bigint REFERENCES person,
        decided_at timestamptz,
        remark text,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        CHECK ((state = 'pending') = (decided_by IS NULL)),
        CHECK ((state = 'pending') = (decided_at IS NULL)),
        CHECK (state <> 'refused' OR remark <> ''),
        -- Two persons, whatever the program says.
        CHECK (state = 'pending' OR (state = 'withdrawn') = (decided_by = proposed_by))
      );
      -- One at a time: the second would be of what the first changes.
      CREATE UNIQUE INDEX correction_pending ON correction (mine_id) WHERE state = 'pending';
      CREATE INDEX correction_mine ON correction (mine_id, id DESC);
      CREATE INDEX correction_queue ON correction (proposed_at, id) WHERE state = 'pending';
      CREATE TRIGGER correction_version BEFORE UPDATE ON correction
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();
      CREATE TRIGGER correction_stays BEFORE DELETE OR TRUNCATE ON correction
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION refuse_other_correction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'pending' OR to_jsonb(NEW) - '{state,decided_by,decided_at,remark,version}'::text[]
          IS DISTINCT FROM to_jsonb(OLD) - '{state,decided_by,decided_at,remark,version}'::text[] THEN
          RAISE EXCEPTION 'correction % stays as it was proposed and decided', OLD.id USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER correction_decided_once BEFORE UPDATE ON correction
        FOR EACH ROW EXECUTE FUNCTION refuse_other_correction();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction; DROP FUNCTION refuse_other_correction();');
  }
}
