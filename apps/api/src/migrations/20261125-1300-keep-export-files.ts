import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are made by a job: the rows as they stood, gathered once, and the pieces of the file, kept some days. */
export class KeepExportFiles20261125130000 implements MigrationInterface {
  name = 'KeepExportFiles20261125130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE export
        ADD file jsonb NOT NULL DEFAULT '{"format": "csv"}'
          CHECK (file ->> 'format' IN ('csv', 'xlsx', 'geojson', 'kml', 'shp')),
        -- How far a file is; null before its rows are gathered.
        ADD work jsonb,
        ADD kept_until timestamptz,
        DROP CONSTRAINT export_state_check,
        ADD CONSTRAINT export_state_check
          CHECK (state IN ('ready', 'running', 'making', 'complete', 'broken', 'cancelled')),
        ADD CHECK (kept_until IS NULL OR state = 'complete');
      CREATE INDEX export_kept ON export (kept_until) WHERE kept_until IS NOT NULL;

      CREATE TABLE export_row (
        export_id bigint NOT NULL REFERENCES export,
        position int NOT NULL CHECK (position > 0),
        cells text[] NOT NULL,
        PRIMARY KEY (export_id, position)
      );

      -- The file is these, one after the other.
      CREATE TABLE export_piece (
        export_id bigint NOT NULL REFERENCES export,
        part int NOT NULL CHECK (part >= 0),
        position int NOT NULL CHECK (position >= 0),
        bytes bytea NOT NULL,
        PRIMARY KEY (export_id, part, position)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE export_piece, export_row;
      UPDATE job SET state = 'cancelled' WHERE kind = 'export' AND state = 'running';
      UPDATE export SET state = 'broken' WHERE state IN ('making', 'cancelled');
      ALTER TABLE export DROP file, DROP work, DROP kept_until,
        DROP CONSTRAINT export_state_check,
        ADD CONSTRAINT export_state_check CHECK (state IN ('ready', 'running', 'complete', 'broken'));`);
  }
}
