import { readFile } from 'node:fs/promises';
import { REGION_LEVELS } from '@qingshan/domain';
import { JIANGXI_FORMER_NAMES, JIANGXI_REGIONS, type DatedRegion } from '@qingshan/fixtures';
import type pg from 'pg';
import { copyIn } from './copy-in';
import { readDivisions } from './read-divisions';

const COLUMNS = [
  'code',
  'name_zh',
  'name_en',
  'level',
  'parent_code',
  'successor_code',
  'valid_from',
  'valid_to',
] as const;

/** Loads the divisions once: Jiangxi's, or those of another province from a CSV. */
export const loadRegions = async (client: pg.Client, csvFile: string | undefined): Promise<void> => {
  const { rows } = await client.query('SELECT FROM region LIMIT 1');
  if (rows.length > 0) return;
  const regions = csvFile === undefined ? JIANGXI_REGIONS : readDivisions(csvFile, await readFile(csvFile));
  const rank = (region: DatedRegion) =>
    (region.successorCode === null ? 0 : 10) + REGION_LEVELS.indexOf(region.level);
  await copyIn(
    client,
    'region',
    COLUMNS,
    [...regions]
      .sort((one, other) => rank(one) - rank(other))
      .map((r) => [
        r.code,
        r.nameZh,
        r.nameEn,
        r.level,
        r.parentCode,
        r.successorCode,
        r.validFrom,
        r.validTo,
      ]),
  );
  if (csvFile !== undefined) return;
  await copyIn(
    client,
    'region_former_name',
    ['region_code', 'name_zh', 'until'],
    JIANGXI_FORMER_NAMES.map((former) => [former.regionCode, former.nameZh, former.until]),
  );
};
