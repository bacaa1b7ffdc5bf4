import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviewing handed on for a while, in whose name a decision was made, and who changed what was submitted. */
export class CreateDelegations20261125192000 implements MigrationInterface {
  name = 'CreateDelegations20261125192000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        delegate_id bigint NOT NULL REFERENCES person CHECK (delegate_id <> person_id),
        -- Where both reviewed when it was made: who goes elsewhere takes nothing along.
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        starts_on date NOT NULL,
        ends_on date NOT NULL CHECK (ends_on >= starts_on),
        reason text NOT NULL,
        revoked_at timestamptz,
        revoked_by bigint REFERENCES person,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      CREATE INDEX delegation_delegate ON delegation (delegate_id, ends_on) WHERE revoked_at IS NULL;
      CREATE TRIGGER delegation_version BEFORE UPDATE ON delegation
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();
      CREATE TRIGGER delegation_stays BEFORE DELETE OR TRUNCATE ON delegation
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE submission ADD COLUMN edited_by bigint[] NOT NULL DEFAULT '{}';
      ALTER TABLE review ADD COLUMN for_person_id bigint REFERENCES person CHECK (for_person_id <> person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review DROP COLUMN for_person_id;
      ALTER TABLE submission DROP COLUMN edited_by;
      DROP TABLE delegation;`);
  }
}
