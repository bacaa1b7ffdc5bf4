import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every instance hears when an account or a session has changed, with the commit that changed it (ADR 0014). */
export class TellOfSessions20261125231000 implements MigrationInterface {
  name = 'TellOfSessions20261125231000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_session_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NOTIFY session_changed;
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_changed AFTER DELETE OR TRUNCATE OR UPDATE OF token_hash, person_id, csrf_token, created_at ON session
        FOR EACH STATEMENT EXECUTE FUNCTION tell_session_changed();
      CREATE TRIGGER person_changed AFTER UPDATE ON person
        FOR EACH STATEMENT EXECUTE FUNCTION tell_session_changed();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER person_changed ON person; DROP TRIGGER session_changed ON session;
      DROP FUNCTION tell_session_changed();`);
  }
}
