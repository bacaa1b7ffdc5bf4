import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody is written to and how often, and the mails: one for a person and day, whoever makes it first. */
export class CreateReminders20261125191000 implements MigrationInterface {
  name = 'CreateReminders20261125191000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN email text CHECK (length(email) <= 254 AND email ~ '^[!-~]+@[A-Za-z0-9.-]+$' AND email !~ '[,;<>"()]');
      DROP TRIGGER person_version ON person;
      CREATE TRIGGER person_version BEFORE UPDATE OF username, name, role, region_code, password_hash, must_change_password, disabled_at,
        email ON person FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE reminder (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL UNIQUE REFERENCES person,
        frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'off')),
        language text NOT NULL CHECK (language IN ('zh', 'en')),
        version int NOT NULL DEFAULT 1 CHECK (version > 0)
      );
      CREATE TRIGGER reminder_version BEFORE UPDATE ON reminder
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE mail (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        day date NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'nothing')),
        subject text NOT NULL DEFAULT '' CHECK (subject !~ '[[:cntrl:]]'),
        -- Kept only while it is to be sent.
        body text CHECK ((body IS NOT NULL) = (state IN ('waiting', 'sending'))),
        attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        next_at timestamptz CHECK (state <> 'waiting' OR next_at IS NOT NULL),
        begun_at timestamptz CHECK (state <> 'sending' OR begun_at IS NOT NULL),
        sent_at timestamptz CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        error text,
        -- Never two for a day, however many processes there are.
        UNIQUE (person_id, day)
      );
      CREATE INDEX mail_to_send ON mail (next_at) WHERE state IN ('waiting', 'sending');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail; DROP TABLE reminder;
      DROP TRIGGER person_version ON person;
      ALTER TABLE person DROP COLUMN email;
      CREATE TRIGGER person_version BEFORE UPDATE OF username, name, role, region_code, password_hash, must_change_password, disabled_at
        ON person FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();`);
  }
}
