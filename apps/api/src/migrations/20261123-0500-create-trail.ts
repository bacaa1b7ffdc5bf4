import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what, recorded in the transaction that did it. Nothing here is ever changed or taken away. */
export class CreateTrail20261123050000 implements MigrationInterface {
  name = 'CreateTrail20261123050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row: what this installation is.
      CREATE TABLE installation (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        demo boolean NOT NULL,
        installed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      CREATE TABLE trail (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- The database's clock, not the process's (F12).
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        person_id bigint REFERENCES person,
        action text NOT NULL,
        outcome text NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused')),
        mine_id bigint REFERENCES mine,
        subject text,
        effective_on date,
        before jsonb,
        after jsonb,
        remark text,
        address inet,
        detail jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX trail_mine ON trail (mine_id, id DESC) WHERE mine_id IS NOT NULL;
      CREATE INDEX trail_person ON trail (person_id, id DESC);
      CREATE INDEX trail_action ON trail (action, id DESC);
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
      END $$;
      CREATE TRIGGER trail_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The answer to a request that was carried out, for its repetition (rule 7 of the design).
      CREATE TABLE idempotency (
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
        person_id bigint NOT NULL REFERENCES person,
        request_hash bytea NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (person_id, key)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency, trail, installation; DROP FUNCTION refuse_change();');
  }
}
