import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Divisions are data: a code has a life, and a replaced one names its successor (practice.md §4.1). */
export class CreateRegions20261123010000 implements MigrationInterface {
  name = 'CreateRegions20261123010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE region (
        code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9]{6}(-[0-9A-Z]{2})?$'),
        name_zh text NOT NULL,
        name_en text NOT NULL,
        level text NOT NULL CHECK (level IN ('province', 'city', 'county', 'functional', 'unassigned')),
        parent_code text COLLATE "C" REFERENCES region,
        successor_code text COLLATE "C" REFERENCES region,
        valid_from date,
        valid_to date,
        CHECK ((level = 'province') = (parent_code IS NULL)),
        CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
        CHECK (parent_code <> code AND successor_code <> code)
      );
      CREATE TABLE region_former_name (
        region_code text COLLATE "C" NOT NULL REFERENCES region,
        name_zh text NOT NULL,
        until date NOT NULL,
        PRIMARY KEY (region_code, name_zh)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE region_former_name; DROP TABLE region;');
  }
}
