import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an administrator put under the points: official boundaries and a tile service, each with the number and day of
 * its map review. One of each kind is in force; what was before it has ended.
 */
export class CreateMapSources20261125151000 implements MigrationInterface {
  name = 'CreateMapSources20261125151000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE map_source (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('boundaries', 'basemap')),
        person_id bigint NOT NULL REFERENCES person,
        set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz CHECK (ended_at >= set_at),
        review_number text NOT NULL CHECK (review_number <> ''),
        reviewed_on date NOT NULL,
        -- What the kind needs: the file's name, hash and counts; the service's address.
        facts jsonb NOT NULL,
        -- The areas as they are sent: written once, never read by the database.
        areas text CHECK ((kind = 'boundaries') = (areas IS NOT NULL)),
        version int NOT NULL DEFAULT 1 CHECK (version > 0)
      );
      CREATE UNIQUE INDEX map_source_in_force ON map_source (kind) WHERE ended_at IS NULL;
      CREATE TRIGGER map_source_version BEFORE UPDATE ON map_source
        FOR EACH ROW EXECUTE FUNCTION refuse_stale_version();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE map_source;');
  }
}
