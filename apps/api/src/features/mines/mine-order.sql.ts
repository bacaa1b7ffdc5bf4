import type { MineSort } from '@qingshan/contracts';
import type { FilterSql } from './mine-filter.sql';

/** The expression behind each name a list may be sorted by: a closed list, no text from outside gets into SQL (S30). */
const EXPRESSIONS: Record<MineSort, (sql: FilterSql) => string> = {
  number: () => 'm.number',
  // Chinese by pinyin.
  name: () => 'm.name COLLATE "zh-x-icu"',
  regionCode: () => 'm.region_code',
  stage: () => `array_position('{survey,planning,financing,completion,restored,removed}'::text[], m.stage)`,
  stageSince: () => 'm.stage_since',
  mineralCode: () => 'm.mineral_code',
  closureYear: () => 'm.closure_year',
  damagedSquareMetres: () => 'm.damaged_square_metres',
  restoredSquareMetres: () => 'm.restored_square_metres',
  updatedAt: (sql) => `m.${sql.changedAt}`,
};

/** What may be absent comes last either way. Elsewhere the words would only keep the index from being read backwards. */
const MAY_BE_ABSENT = new Set<MineSort>(['mineralCode', 'closureYear']);

/** ORDER BY of a sort, with the id as last word so that pages never overlap. */
export const orderSql = (sort: MineSort | `-${MineSort}`, sql: FilterSql): string => {
  const down = sort.startsWith('-');
  const name = (down ? sort.slice(1) : sort) as MineSort;
  const direction = down ? 'DESC' : 'ASC';
  const absent = down && MAY_BE_ABSENT.has(name) ? ' NULLS LAST' : '';
  return `${EXPRESSIONS[name](sql)} ${direction}${absent}, m.${sql.idColumn} ${direction}`;
};
