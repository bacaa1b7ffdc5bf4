import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople20261123020000 implements MigrationInterface {
  name = 'CreatePeople20261123020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A stale write fails loudly, whichever way it came: ORM save() would run the counter backwards (assurance.md 1).
      CREATE FUNCTION refuse_stale_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.version IS DISTINCT FROM OLD.version + 1 THEN
          RAISE EXCEPTION '% % must rise by one from version %', TG_TABLE_NAME, OLD.id, OLD.version USING ERRCODE = '40001';
        END IF;
        RETURN NEW;
      END $$;

      CREATE TABLE person (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        username text NOT NULL UNIQUE CHECK (username ~ '^[a-z][a-z0-9._-]{2,31}$'),
        name text NOT NULL CHECK (name <> ''),
        role text NOT NULL CHECK (role IN ('official', 'manager', 'auditor',
          'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL,
        failed_sign_ins int NOT NULL DEFAULT 0 CHECK (failed_sign_ins >= 0),
        locked_until timestamptz,
        disabled_at timestamptz,
        last_sign_in_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1 CHECK (version > 0)
      );
      -- Failed sign-ins and locks are counted without a version: they are no edit of the account.
      CREATE TRIGGER person_version BEFORE UPDATE OF username, name, role, region_code, password_hash, must_change_password, disabled_at
        ON person FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE session (
        -- SHA-256 of the cookie's secret: reading this table opens no session.
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        person_id bigint NOT NULL REFERENCES person,
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL
      );
      CREATE INDEX session_person ON session (person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session; DROP TABLE person; DROP FUNCTION refuse_stale_version();');
  }
}
