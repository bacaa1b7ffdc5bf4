import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes out (exports), what comes in (imports and their rows), and the jobs that do long work in short steps. */
export class CreateExchange20261123060000 implements MigrationInterface {
  name = 'CreateExchange20261123060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        file_name text NOT NULL,
        filter jsonb NOT NULL,
        language text NOT NULL CHECK (language IN ('zh', 'en')),
        state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'complete', 'broken')),
        row_count int CHECK (row_count >= 0),
        byte_count bigint CHECK (byte_count >= 0),
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CHECK ((state = 'complete') = (sha256 IS NOT NULL AND row_count IS NOT NULL AND byte_count IS NOT NULL))
      );
      CREATE INDEX export_person ON export (person_id, id DESC);

      CREATE TABLE import (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id bigint NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        file_name text NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        encoding text,
        sheet text,
        header_row int NOT NULL,
        notes jsonb NOT NULL,
        columns jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('mapping', 'checked', 'applying', 'done', 'cancelled', 'failed')),
        counts jsonb,
        effective_on date,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX import_person ON import (person_id, id DESC);
      CREATE TRIGGER import_version BEFORE UPDATE ON import FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();

      CREATE TABLE import_row (
        import_id bigint NOT NULL REFERENCES import,
        row_number int NOT NULL,
        cells text[] NOT NULL,
        verdict text CHECK (verdict IN ('new', 'changed', 'unchanged', 'error')),
        -- The mine's number as judged: rows of one mine are written together.
        number text,
        facts jsonb,
        patch jsonb,
        stage text,
        problems jsonb NOT NULL DEFAULT '[]',
        changes jsonb NOT NULL DEFAULT '[]',
        mine_id bigint REFERENCES mine,
        mine_version int,
        applied_at timestamptz,
        PRIMARY KEY (import_id, row_number)
      );

      CREATE INDEX import_row_number ON import_row (import_id, number, row_number);

      -- A job is a row, and a step of it is a transaction: its rows and its progress are committed together, so a killed
      -- process leaves whole steps, and whoever comes next goes on behind the last one.
      CREATE TABLE job (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        subject_id bigint NOT NULL,
        person_id bigint NOT NULL REFERENCES person,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
        done int NOT NULL DEFAULT 0,
        total int NOT NULL,
        error text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (done BETWEEN 0 AND total),
        UNIQUE (kind, subject_id)
      );
      CREATE INDEX job_running ON job (id) WHERE state = 'running';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job, import_row, import, export;');
  }
}
