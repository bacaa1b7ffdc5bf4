import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail is read by when it was recorded: a loaded history does not have its ids in that order. */
export class IndexTrailByTime20261123070000 implements MigrationInterface {
  name = 'IndexTrailByTime20261123070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX trail_person, trail_action;
      CREATE INDEX trail_time ON trail (recorded_at DESC, id DESC);
      CREATE INDEX trail_person ON trail (person_id, recorded_at DESC, id DESC);
      CREATE INDEX trail_action ON trail (action, recorded_at DESC, id DESC);
      CREATE INDEX trail_refused ON trail (recorded_at DESC, id DESC) WHERE outcome = 'refused';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX trail_time, trail_person, trail_action, trail_refused;
      CREATE INDEX trail_person ON trail (person_id, id DESC);
      CREATE INDEX trail_action ON trail (action, id DESC);`);
  }
}
