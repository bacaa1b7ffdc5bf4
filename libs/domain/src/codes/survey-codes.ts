import type { CodeEntry } from './code-list';

/** How the mine was worked: field `kcfs` of the 2021 survey form. */
export const MINING_METHODS = [
  { code: 'A', zh: '露天开采', en: 'Open-pit' },
  { code: 'B', zh: '井工开采(地下开采)', en: 'Underground' },
  { code: 'C', zh: '联合开采', en: 'Combined' },
] as const satisfies readonly CodeEntry[];

/** How it is to be restored: field `nxffs` of the 2021 survey form. */
export const RESTORATION_APPROACHES = [
  { code: 'A', zh: '自然恢复', en: 'Natural recovery' },
  { code: 'B', zh: '辅助再生', en: 'Assisted regeneration' },
  { code: 'C', zh: '生态重建', en: 'Ecological reconstruction' },
  { code: 'D', zh: '转型利用', en: 'Conversion to another use' },
] as const satisfies readonly CodeEntry[];

/** Who answers for the damage: field `tbxl` of the 2021 survey form. Only 11 and 12 are legacy mines (K07). */
export const PATCH_SUBCLASSES = [
  {
    code: '11',
    zh: '无法确认治理恢复责任主体的无主废弃矿山',
    en: 'Orphan mine: responsible party cannot be identified',
  },
  {
    code: '12',
    zh: '由政府承担治理恢复责任的政策性关闭矿山',
    en: 'Closed by policy, government responsible',
  },
  { code: '21', zh: '由企业履行治理恢复责任的政策性关闭矿山', en: 'Closed by policy, company responsible' },
  {
    code: '22',
    zh: '由企业或个人履行治理恢复责任的有主废弃矿山',
    en: 'Abandoned with known company/person responsible',
  },
  { code: '31', zh: '生产矿山', en: 'Operating mine' },
  { code: '32', zh: '采矿权过期未注销矿山', en: 'Mining right expired, not cancelled' },
  { code: '33', zh: '自然灾毁', en: 'Natural disaster damage' },
  { code: '34', zh: '建设类损毁(工程建设损毁)', en: 'Damage by construction' },
  { code: '35', zh: '河道采砂损毁', en: 'Damage by river sand mining' },
  { code: '36', zh: '尾矿库占用损毁', en: 'Damage by tailings pond' },
  { code: '37', zh: '伪变化(未损毁)', en: 'False change (not damaged)' },
  { code: '41', zh: '有效矿业权范围内功能未损毁的采矿沉陷区', en: 'Subsidence within a valid mining right' },
  {
    code: '42',
    zh: '过期未注销矿业权范围内功能未损毁的采矿沉陷区',
    en: 'Subsidence within an expired, un-cancelled right',
  },
  { code: '43', zh: '其他功能未损毁的采矿沉陷区', en: 'Other subsidence, function not lost' },
] as const satisfies readonly CodeEntry[];

/** What stands on the patch: field `tbsx` of the 2021 survey form. */
export const PATCH_ATTRIBUTES = [
  { code: '1', zh: '采场', en: 'Quarry face / open pit' },
  { code: '2', zh: '中转场地(堆煤场、其他矿石堆、选矿场等)', en: 'Transfer or processing yard' },
  { code: '3', zh: '固体废弃物堆场(煤矸石堆、废石堆、排土场等)', en: 'Solid-waste dump' },
  { code: '4', zh: '矿山建筑', en: 'Mine building' },
  { code: '5', zh: '塌陷坑', en: 'Subsidence pit' },
  { code: '6', zh: '井口/硐口', en: 'Shaft or adit opening' },
  { code: '7', zh: '其他', en: 'Other' },
  { code: '12', zh: '其他重大工程建设', en: 'Other major construction' },
  { code: '13', zh: '独立选址的选矿厂等', en: 'Stand-alone processing plant' },
  { code: '14', zh: '功能未损毁的采矿塌陷', en: 'Mining collapse, function not lost' },
  { code: '17', zh: '交通工程建设', en: 'Transport construction' },
  { code: '18', zh: '伪变化', en: 'False change (one screen of the same system uses 8)' },
] as const satisfies readonly CodeEntry[];

/** Where restoration money comes from. */
export const FUNDING_SOURCES = [
  {
    code: 'CEN_KEY',
    zh: '中央财政:重点生态保护修复治理资金',
    en: 'Central: key ecological protection and restoration fund',
  },
  { code: 'CEN_INV', zh: '中央预算内投资', en: 'Central budgetary investment' },
  { code: 'PROV', zh: '省级财政资金', en: 'Provincial budget' },
  { code: 'PROV_REWARD', zh: '省级“以奖代补”资金', en: 'Provincial reward-for-results fund' },
  { code: 'CITY', zh: '市级财政资金', en: 'City budget' },
  { code: 'COUNTY', zh: '县级财政资金', en: 'County budget' },
  { code: 'BOND', zh: '地方政府债券', en: 'Local government bond' },
  { code: 'SOCIAL', zh: '社会资本', en: 'Social capital' },
  { code: 'LOAN', zh: '银行贷款', en: 'Bank loan' },
  { code: 'ENT_FUND', zh: '企业矿山生态修复基金', en: 'Company restoration fund' },
  { code: 'MATERIAL', zh: '土石料处置收益', en: 'Sale of surplus rock' },
  { code: 'QUOTA', zh: '指标交易收益', en: 'Land-quota income' },
  { code: 'OTHER', zh: '其他', en: 'Other' },
] as const satisfies readonly CodeEntry[];
