import { readFile } from 'node:fs/promises';
import { REGION_CODE, REGION_LEVELS, UNASSIGNED_SUFFIX } from '@qingshan/domain';
import { JIANGXI_FORMER_NAMES, JIANGXI_REGIONS, type DatedRegion } from '@qingshan/fixtures';
import type pg from 'pg';
import { readTable } from '../features/imports/reading/read-table';
import { copyIn } from './copy-in';

/** Loads the divisions once: Jiangxi's, or those of another province from a CSV `code,name_zh,name_en,parent_code,level`. */
export const loadRegions = async (client: pg.Client, csvFile: string | undefined): Promise<void> => {
  const { rows } = await client.query('SELECT FROM region LIMIT 1');
  if (rows.length > 0) return;
  const regions = csvFile === undefined ? JIANGXI_REGIONS : await regionsOf(csvFile);
  const rank = (region: DatedRegion) =>
    (region.successorCode === null ? 0 : 10) + REGION_LEVELS.indexOf(region.level);
  await copyIn(
    client,
    'region',
    ['code', 'name_zh', 'name_en', 'level', 'parent_code', 'successor_code', 'valid_from', 'valid_to'],
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

/** Every province gets its own waiting room for mines whose place is not known yet. */
const regionsOf = async (csvFile: string): Promise<DatedRegion[]> => {
  const table = await readTable({ name: csvFile, bytes: await readFile(csvFile) });
  const column = (name: string) => table.columns.indexOf(name);
  const [code, zh, en, parent, level] = ['code', 'name_zh', 'name_en', 'parent_code', 'level'].map(
    column,
  ) as number[];
  const regions = table.rows.map(({ cells, rowNumber }): DatedRegion => {
    const cell = (index: number | undefined) => cells[index ?? -1] ?? '';
    const found = REGION_LEVELS.find((name) => name === cell(level));
    if (!REGION_CODE.test(cell(code)) || !found)
      throw new Error(
        `${csvFile}, row ${rowNumber}: code ${cell(code)} or level ${cell(level)} is not right`,
      );
    return {
      code: cell(code),
      nameZh: cell(zh),
      nameEn: cell(en),
      level: found,
      parentCode: cell(parent) || null,
      successorCode: null,
      validFrom: null,
      validTo: null,
    };
  });
  const root = regions.find((region) => region.parentCode === null);
  if (!root) throw new Error(`${csvFile} names no province: a row without parent_code`);
  const waiting = { nameZh: '待定', nameEn: 'To be assigned', level: 'unassigned' as const };
  return [
    ...regions,
    { ...root, ...waiting, code: `${root.code}${UNASSIGNED_SUFFIX}`, parentCode: root.code },
  ];
};
