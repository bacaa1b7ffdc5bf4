import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies in a mine's file: where the bytes are, what they are, who put them there, and who took them out and why. */
export class CreateDocuments20261125160000 implements MigrationInterface {
  name = 'CreateDocuments20261125160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion', 'restored')),
        type text NOT NULL CHECK (type <> ''),
        file_name text NOT NULL CHECK (file_name <> ''),
        media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
        byte_count bigint NOT NULL CHECK (byte_count > 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- The name of the bytes in the folder of files: random, so that nobody guesses one.
        storage_key text NOT NULL UNIQUE CHECK (storage_key ~ '^[0-9a-f]{64}$'),
        person_id bigint NOT NULL REFERENCES person,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        removed_at timestamptz,
        removed_by bigint REFERENCES person,
        removal_reason text,
        CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
        CHECK ((removed_at IS NULL) = (removal_reason IS NULL))
      );
      CREATE INDEX document_mine ON document (mine_id, id DESC);
      -- The same bytes twice for one thing are a double click and no second document.
      CREATE UNIQUE INDEX document_once ON document (mine_id, stage, type, sha256) WHERE removed_at IS NULL;
      CREATE TRIGGER document_stays BEFORE DELETE OR TRUNCATE ON document
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      -- Only taking out changes a document, and only once.
      CREATE FUNCTION refuse_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.removed_at IS NOT NULL OR to_jsonb(NEW) - '{removed_at,removed_by,removal_reason}'::text[]
          IS DISTINCT FROM to_jsonb(OLD) - '{removed_at,removed_by,removal_reason}'::text[] THEN
          RAISE EXCEPTION 'document % does not change', OLD.id USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER document_fixed BEFORE UPDATE ON document
        FOR EACH ROW EXECUTE FUNCTION refuse_document_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document; DROP FUNCTION refuse_document_change();');
  }
}
