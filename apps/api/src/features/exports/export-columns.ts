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

/** A column of the ledger as it leaves: header in both languages, unit in the header, and what stands in it. */
interface ExportColumn {
  readonly zh: string;
  readonly en: string;
  /** SQL over `m` (the mine) and `r` (its division), `c` (county), `y` (city). Text columns are made formula-safe. */
  readonly sql: (language: Language) => string;
  readonly kind: 'text' | 'number';
}

const text = (zh: string, en: string, field: string): ExportColumn => ({
  zh,
  en,
  kind: 'text',
  sql: () => `m.${columnOf(field)}`,
});
const number = (zh: string, en: string, sql: string): ExportColumn => ({
  zh,
  en,
  kind: 'number',
  sql: () => sql,
});
const name = (zh: string, en: string, table: string): ExportColumn => ({
  zh,
  en,
  kind: 'text',
  sql: (language) => `${table}.name_${language}`,
});

/** A code with its name, chosen in SQL so that no row passes through JavaScript. */
const code = (zh: string, en: string, field: string, list: readonly CodeEntry[]): ExportColumn => ({
  zh,
  en,
  kind: 'text',
  sql: (language) => {
    const column = `m.${columnOf(field)}`;
    const cases = list.map(
      (entry) => `WHEN ${pg.escapeLiteral(entry.code)} THEN ${pg.escapeLiteral(entry[language])}`,
    );
    return `CASE ${column} ${cases.join(' ')} ELSE ${column} END`;
  },
});

const STAGE_NAMES: readonly CodeEntry[] = [
  { code: 'survey', zh: '普查', en: 'Survey' },
  { code: 'planning', zh: '规划', en: 'Planning' },
  { code: 'financing', zh: '筹资', en: 'Financing' },
  { code: 'completion', zh: '修复验收', en: 'Completion' },
  { code: 'restored', zh: '已修复', en: 'Restored' },
  { code: 'removed', zh: '已剔除', en: 'Removed' },
];

/** mu = m² × 3 / 2000, rounded last (rule 1 of the design). */
const mu = (column: string) => `round(m.${column} * 3 / 2000, 2)`;

const EXPORT_COLUMNS: readonly ExportColumn[] = [
  text('主体编号', 'Mine number', 'number'),
  text('矿山名称', 'Mine name', 'name'),
  name('地市', 'City', 'y'),
  name('区县', 'County', 'r'),
  text('区划代码', 'Division code', 'regionCode'),
  text('乡镇', 'Township', 'town'),
  text('矿山位置', 'Location', 'location'),
  number('中心经度', 'Longitude', 'm.longitude'),
  number('中心纬度', 'Latitude', 'm.latitude'),
  code('矿种', 'Mineral', 'mineralCode', MINERALS),
  code('开采方式', 'Mining method', 'miningMethod', MINING_METHODS),
  number('关闭年度', 'Closure year', 'm.closure_year'),
  code('阶段', 'Stage', 'stage', STAGE_NAMES),
  number('进入阶段日期', 'In stage since', 'm.stage_since'),
  number('损毁面积(平方米)', 'Damaged area (m²)', 'm.damaged_square_metres'),
  number('损毁面积(亩)', 'Damaged area (mu)', mu('damaged_square_metres')),
  number('修复面积(平方米)', 'Restored area (m²)', 'm.restored_square_metres'),
  number('修复面积(亩)', 'Restored area (mu)', mu('restored_square_metres')),
  code('修复方式', 'Restoration approach', 'approach', RESTORATION_APPROACHES),
  text('批复文号', 'Plan approval number', 'planApprovalNo'),
  number('方案批复日期', 'Plan approved on', 'm.plan_approved_on'),
  code('资金来源', 'Funding source', 'fundingSource', FUNDING_SOURCES),
  number('下达资金(元)', 'Funds allocated (yuan)', 'round(m.funds_allocated_fen / 100.0, 2)'),
  number('资金下达日期', 'Funds allocated on', 'm.funds_allocated_on'),
  number('开工日期', 'Works started on', 'm.started_on'),
  number('完工日期', 'Works finished on', 'm.finished_on'),
  text('验收文号', 'Acceptance number', 'acceptanceNo'),
  number('验收日期', 'Accepted on', 'm.accepted_on'),
  text('备注', 'Remarks', 'remark'),
];

/**
 * A cell that a spreadsheet would take for a formula gets one apostrophe in front, and so does one that begins with an
 * apostrophe before such a sign: the importer takes exactly one away again, so every text comes back as it was (S35).
 */
const FORMULA = `'^[=+\\-@\\t\\r''＝＋－＠]'`;

/** The select list of an export in a language, headers included as column names. */
export const exportSelect = (language: Language): string =>
  EXPORT_COLUMNS.map((column) => {
    const value = column.sql(language);
    const safe =
      column.kind === 'text'
        ? `CASE WHEN ${value} ~ ${FORMULA} THEN '''' || (${value}) ELSE ${value} END`
        : value;
    return `${safe} AS ${pg.escapeIdentifier(column[language])}`;
  }).join(',\n');
