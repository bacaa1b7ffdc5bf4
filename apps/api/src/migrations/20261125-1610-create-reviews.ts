import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stages offered for review: what was frozen, whose hands it goes through, and every decision made on it. */
export class CreateReviews20261125161000 implements MigrationInterface {
  name = 'CreateReviews20261125161000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE submission (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mine_id bigint NOT NULL REFERENCES mine,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion')),
        effective_on date NOT NULL,
        remark text,
        person_id bigint NOT NULL REFERENCES person,
        submitted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- The exact text that was hashed; what is judged is judged by it.
        content text NOT NULL,
        content_hash text NOT NULL CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
        levels text[] NOT NULL CHECK (levels <> '{}' AND levels <@ '{county,city,province}'),
        at smallint NOT NULL DEFAULT 0 CHECK (at >= 0 AND at < cardinality(levels)),
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'returned', 'approved', 'withdrawn')),
        closed_at timestamptz,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        CHECK ((state = 'pending') = (closed_at IS NULL))
      );
      -- One review at a time, whoever submits together (F11).
      CREATE UNIQUE INDEX submission_pending ON submission (mine_id) WHERE state = 'pending';
      CREATE INDEX submission_mine ON submission (mine_id, id DESC);
      CREATE INDEX submission_queue ON submission (submitted_at, id) WHERE state = 'pending';
      CREATE TRIGGER submission_version BEFORE UPDATE ON submission
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();
      CREATE TRIGGER submission_stays BEFORE DELETE OR TRUNCATE ON submission
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - '{at,state,closed_at,version}'::text[]
          IS DISTINCT FROM to_jsonb(OLD) - '{at,state,closed_at,version}'::text[] THEN
          RAISE EXCEPTION 'submission % is frozen', OLD.id USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER submission_frozen BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_thaw();

      CREATE TABLE review (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        submission_id bigint NOT NULL REFERENCES submission,
        level text CHECK (level IN ('county', 'city', 'province')),
        decision text NOT NULL CHECK (decision IN ('approve', 'return', 'withdraw', 'reconsider')),
        person_id bigint NOT NULL REFERENCES person,
        decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- What the person saw when deciding (S14).
        content_hash text NOT NULL,
        reasons text[] NOT NULL DEFAULT '{}',
        fields jsonb NOT NULL DEFAULT '[]',
        remark text,
        CHECK ((decision = 'return') = (reasons <> '{}')),
        CHECK ((decision IN ('approve', 'return')) = (level IS NOT NULL))
      );
      CREATE INDEX review_submission ON review (submission_id, id);
      CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- A division's own route for a stage; where there is none, that of the division above it, at last the built-in one.
      CREATE TABLE review_route (
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        stage text NOT NULL CHECK (stage IN ('survey', 'planning', 'financing', 'completion')),
        levels text[] NOT NULL CHECK (levels <> '{}' AND levels <@ '{county,city,province}'),
        PRIMARY KEY (region_code, stage)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE review_route; DROP TABLE review; DROP TABLE submission; DROP FUNCTION refuse_thaw();',
    );
  }
}
