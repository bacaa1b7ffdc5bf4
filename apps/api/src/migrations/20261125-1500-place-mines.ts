import type { MigrationInterface, QueryRunner } from 'typeorm';

const STORED = 'bigint GENERATED ALWAYS AS (place_of(longitude, latitude)) STORED';

/**
 * Where a mine lies as one number: its square of the map at the deepest level, so that the mines of any square are one
 * range of an index, in the present and as of any day (performance.md §9).
 */
export class PlaceMines20261125150000 implements MigrationInterface {
  name = 'PlaceMines20261125150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION place_of(longitude numeric, latitude numeric) RETURNS bigint
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE
        size CONSTANT double precision := 67108864; -- 2^26
        north double precision := radians(least(greatest(latitude, -85), 85));
        x bigint := least(floor((longitude + 180)::double precision / 360 * size), size - 1);
        y bigint := floor((1 - ln(tan(north) + 1 / cos(north)) / pi()) / 2 * size);
      BEGIN
        -- Of two numbers one, their bits in turn: y before x.
        x := (x | (x << 16)) & x'0000FFFF0000FFFF'::bigint;
        x := (x | (x << 8)) & x'00FF00FF00FF00FF'::bigint;
        x := (x | (x << 4)) & x'0F0F0F0F0F0F0F0F'::bigint;
        x := (x | (x << 2)) & x'3333333333333333'::bigint;
        x := (x | (x << 1)) & x'5555555555555555'::bigint;
        y := (y | (y << 16)) & x'0000FFFF0000FFFF'::bigint;
        y := (y | (y << 8)) & x'00FF00FF00FF00FF'::bigint;
        y := (y | (y << 4)) & x'0F0F0F0F0F0F0F0F'::bigint;
        y := (y | (y << 2)) & x'3333333333333333'::bigint;
        y := (y | (y << 1)) & x'5555555555555555'::bigint;
        RETURN x | (y << 1);
      END $$;
      ALTER TABLE mine ADD COLUMN place ${STORED};
      ALTER TABLE mine_period ADD COLUMN place ${STORED};
      -- What a tile reads is all in the index: it never goes to the table.
      CREATE INDEX mine_place ON mine (place) INCLUDE (id, stage, region_code);
      CREATE INDEX mine_unplaced ON mine (region_code, stage) WHERE place IS NULL;
      CREATE INDEX mine_period_place ON mine_period (place) INCLUDE (mine_id, stage, region_code, valid_from, valid_to)
        WHERE recorded_to = 'infinity';
      CREATE INDEX mine_period_unplaced ON mine_period (region_code, stage) WHERE recorded_to = 'infinity' AND place IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mine_period DROP COLUMN place; ALTER TABLE mine DROP COLUMN place;
      DROP FUNCTION place_of(numeric, numeric);`);
  }
}
