import {
  isCalendarDay,
  REGION_CODE,
  REGION_LEVELS,
  UNASSIGNED_SUFFIX,
  type RegionLevel,
} from '@qingshan/domain';
import type { DatedRegion } from '@qingshan/fixtures';
import { readDelimited } from '../features/imports/reading/read-delimited';

const NEEDED = ['code', 'name_zh', 'name_en', 'parent_code', 'level'] as const;
const DATED = ['successor_code', 'valid_from', 'valid_to'] as const;
type Column = (typeof NEEDED)[number] | (typeof DATED)[number];

const LEVELS: readonly string[] = REGION_LEVELS;

/**
 * The divisions of a province from a CSV with a header: `code,name_zh,name_en,parent_code,level`, and where codes were
 * replaced `successor_code,valid_from,valid_to`. Every province gets a waiting room for mines whose place is not known.
 */
export const readDivisions = (name: string, bytes: Buffer): DatedRegion[] => {
  const [header, ...rows] = readDelimited(bytes).rows;
  const columns = header?.cells ?? [];
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new Error(`${name} lacks the columns ${missing.join(', ')}`);
  const regions = rows
    .filter(({ cells }) => cells.some(Boolean))
    .map(({ cells, rowNumber }) => {
      const region = regionOf((column) => cells[columns.indexOf(column)] ?? '');
      if (!region) throw new Error(`${name}, row ${rowNumber}: ${cells.join(', ')} is no division`);
      return region;
    });
  const root = regions.find((region) => region.level === 'province');
  if (!root) throw new Error(`${name} names no province`);
  return [
    ...regions,
    {
      ...root,
      nameZh: '待定',
      nameEn: 'To be assigned',
      level: 'unassigned',
      code: `${root.code}${UNASSIGNED_SUFFIX}`,
      parentCode: root.code,
    },
  ];
};

const regionOf = (cell: (column: Column) => string): DatedRegion | null => {
  const days = [cell('valid_from'), cell('valid_to')].filter((day) => day !== '');
  const named = cell('name_zh') !== '' && cell('name_en') !== '';
  if (!named || !REGION_CODE.test(cell('code')) || !LEVELS.includes(cell('level'))) return null;
  if (!days.every(isCalendarDay)) return null;
  return {
    code: cell('code'),
    nameZh: cell('name_zh'),
    nameEn: cell('name_en'),
    level: cell('level') as RegionLevel,
    parentCode: cell('parent_code') || null,
    successorCode: cell('successor_code') || null,
    validFrom: cell('valid_from') || null,
    validTo: cell('valid_to') || null,
  };
};
