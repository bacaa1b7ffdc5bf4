import {
  FUNDING_SOURCES,
  MINERALS,
  MINING_METHODS,
  RESTORATION_APPROACHES,
  type CodeEntry,
  type Language,
} from '@qingshan/domain';
import pg from 'pg';
import { columnOf } from '../mines/mine-columns';

/** How a value stands in a file that knows types. Numbers that are names (mine number, division code) are text. */
export type ColumnKind = 'text' | 'year' | 'day' | 'degrees' | 'amount';

/** A column of the ledger as it leaves: header in both languages, unit in the header, and what stands in it. */
interface ExportColumn {
  readonly zh: string;
  readonly en: string;
  /** In a shapefile, whose field names have ten signs; the legend beside it tells the header. */
  readonly field: string;
  /** What it says of a mine, in the contract's word. */
  readonly of: string;
  readonly kind: ColumnKind;
  /** SQL over `m` (the mine) and `r` (its division), `y` (city). */
  readonly sql: (language: Language) => string;
}

type Names = readonly [zh: string, en: string, field: string];

const given = ([zh, en, field]: Names, of: string, kind: ColumnKind, sql = `m.${columnOf(of)}`) =>
  ({ zh, en, field, of, kind, sql: () => sql }) satisfies ExportColumn;
const text = (names: Names, of: string) => given(names, of, 'text');
const day = (names: Names, of: string) => given(names, of, 'day');
const name = (names: Names, of: string, table: string): ExportColumn => ({
  ...given(names, of, 'text'),
  sql: (language) => `${table}.name_${language}`,
});

/** A code with its name, chosen in SQL so that no row of a CSV passes through JavaScript. */
const code = (names: Names, of: string, list: readonly CodeEntry[]): ExportColumn => ({
  ...given(names, of, 'text'),
  sql: (language) => {
    const column = `m.${columnOf(of)}`;
    const cases = list.map(
      (entry) => `WHEN ${pg.escapeLiteral(entry.code)} THEN ${pg.escapeLiteral(entry[language])}`,
    );
    return `CASE ${column} ${cases.join(' ')} ELSE ${column} END`;
  },
});

export const STAGE_NAMES = [
  { code: 'survey', zh: '普查', en: 'Survey' },
  { code: 'planning', zh: '规划', en: 'Planning' },
  { code: 'financing', zh: '筹资', en: 'Financing' },
  { code: 'completion', zh: '修复验收', en: 'Completion' },
  { code: 'restored', zh: '已修复', en: 'Restored' },
  { code: 'removed', zh: '已剔除', en: 'Removed' },
] as const satisfies readonly CodeEntry[];

/** mu = m² × 3 / 2000, rounded last (rule 1 of the design). */
const mu = (column: string) => `round(m.${column} * 3 / 2000, 2)`;

export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  text(['主体编号', 'Mine number', 'MINE_NO'], 'number'),
  text(['矿山名称', 'Mine name', 'NAME'], 'name'),
  name(['地市', 'City', 'CITY'], 'city', 'y'),
  name(['区县', 'County', 'COUNTY'], 'county', 'r'),
  text(['区划代码', 'Division code', 'DIV_CODE'], 'regionCode'),
  text(['乡镇', 'Township', 'TOWN'], 'town'),
  text(['矿山位置', 'Location', 'LOCATION'], 'location'),
  given(['中心经度', 'Longitude', 'LONGITUDE'], 'longitude', 'degrees'),
  given(['中心纬度', 'Latitude', 'LATITUDE'], 'latitude', 'degrees'),
  code(['矿种', 'Mineral', 'MINERAL'], 'mineralCode', MINERALS),
  code(['开采方式', 'Mining method', 'METHOD'], 'miningMethod', MINING_METHODS),
  given(['关闭年度', 'Closure year', 'CLOSED'], 'closureYear', 'year'),
  code(['阶段', 'Stage', 'STAGE'], 'stage', STAGE_NAMES),
  day(['进入阶段日期', 'In stage since', 'STAGE_ON'], 'stageSince'),
  given(['损毁面积(平方米)', 'Damaged area (m²)', 'DAMAGED_M2'], 'damagedSquareMetres', 'amount'),
  given(
    ['损毁面积(亩)', 'Damaged area (mu)', 'DAMAGED_MU'],
    'damagedMu',
    'amount',
    mu('damaged_square_metres'),
  ),
  given(['修复面积(平方米)', 'Restored area (m²)', 'RESTORD_M2'], 'restoredSquareMetres', 'amount'),
  given(
    ['修复面积(亩)', 'Restored area (mu)', 'RESTORD_MU'],
    'restoredMu',
    'amount',
    mu('restored_square_metres'),
  ),
  code(['修复方式', 'Restoration approach', 'APPROACH'], 'approach', RESTORATION_APPROACHES),
  text(['批复文号', 'Plan approval number', 'PLAN_NO'], 'planApprovalNo'),
  day(['方案批复日期', 'Plan approved on', 'PLAN_ON'], 'planApprovedOn'),
  code(['资金来源', 'Funding source', 'FUND_SRC'], 'fundingSource', FUNDING_SOURCES),
  given(
    ['下达资金(元)', 'Funds allocated (yuan)', 'FUNDS_YUAN'],
    'fundsAllocatedFen',
    'amount',
    'round(m.funds_allocated_fen / 100.0, 2)',
  ),
  day(['资金下达日期', 'Funds allocated on', 'FUNDS_ON'], 'fundsAllocatedOn'),
  day(['开工日期', 'Works started on', 'STARTED_ON'], 'startedOn'),
  day(['完工日期', 'Works finished on', 'FINISH_ON'], 'finishedOn'),
  text(['验收文号', 'Acceptance number', 'ACCEPT_NO'], 'acceptanceNo'),
  day(['验收日期', 'Accepted on', 'ACCEPT_ON'], 'acceptedOn'),
  text(['备注', 'Remarks', 'REMARK'], 'remark'),
];

/** Where a column stands in a row, by its name in a shapefile. */
export const columnAt = (field: string): number => {
  const index = EXPORT_COLUMNS.findIndex((column) => column.field === field);
  if (index === -1) throw new Error(`No column ${field}`);
  return index;
};

/**
 * A cell that a spreadsheet would take for a formula gets one apostrophe in front, and so does one that begins with an
 * apostrophe before such a sign: the importer takes exactly one away again, so every text comes back as it was (S35).
 */
const FORMULA = `'^[=+\\-@\\t\\r''＝＋－＠]'`;

/** The select list of a CSV in a language, headers included as column names. */
export const csvSelect = (language: Language): string =>
  EXPORT_COLUMNS.map((column) => {
    const value = column.sql(language);
    const safe =
      column.kind === 'text'
        ? `CASE WHEN ${value} ~ ${FORMULA} THEN '''' || (${value}) ELSE ${value} END`
        : value;
    return `${safe} AS ${pg.escapeIdentifier(column[language])}`;
  }).join(',\n');

/** The cells of a row for files that know types, as texts and nulls, the stage's code behind them. */
export const cellsSelect = (language: Language): string =>
  `ARRAY[${[...EXPORT_COLUMNS.map(({ sql }) => `(${sql(language)})::text`), 'm.stage'].join(',\n')}]`;
