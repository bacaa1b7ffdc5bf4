import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a check says of each mine it would write: what its stage still asks for. */
export class NoteGates20261125241000 implements MigrationInterface {
  name = 'NoteGates20261125241000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A mine has a line here and not each of its rows: to write a hundred thousand rows twice would cost more than the check.
      CREATE TABLE import_gate (
        import_id bigint NOT NULL REFERENCES import,
        number text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion')),
        -- Names of criteria; empty where the gate is met.
        lacking text[] NOT NULL,
        PRIMARY KEY (import_id, number)
      );
      UPDATE import SET counts = counts || '{"lacking": 0}', version = version + 1 WHERE counts IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE import SET counts = counts - 'lacking', version = version + 1 WHERE counts IS NOT NULL;
      DROP TABLE import_gate;`);
  }
}
