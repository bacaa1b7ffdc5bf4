import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail is searched by what an entry is about: the subjects are looked through here, not in the wide table. */
export class FindEntriesByObject20261125210000 implements MigrationInterface {
  name = 'FindEntriesByObject20261125210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX trail_subject ON trail (subject) WHERE subject IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX trail_subject;');
  }
}
