import type { CodeEntry } from '../codes/code-list';
import { MINERALS } from '../codes/minerals';
import {
  FUNDING_SOURCES,
  MINING_METHODS,
  PATCH_ATTRIBUTES,
  PATCH_SUBCLASSES,
  RESTORATION_APPROACHES,
} from '../codes/survey-codes';
import type { Stage } from '../stages/stages';

/**
 * A closed list with the words people use for its rows beside their names, set apart by bars. A word in `assumed` is taken
 * with a warning: it could mean another row.
 */
export interface WordList {
  readonly entries: readonly CodeEntry[];
  readonly words?: Readonly<Record<string, string>>;
  readonly assumed?: Readonly<Record<string, string>>;
}

export const CODE_WORDS = {
  mineralCode: {
    entries: MINERALS,
    words: {
      '11001': '煤矿 | 煤炭',
      '22001': '铁 | iron ore',
      '22002': '锰',
      '22004': '钛',
      '22005': '钒',
      '32006': '铜',
      '32007': '铅',
      '32008': '锌',
      '32014': '钨',
      '32015': '锡',
      '32016': '铋',
      '32017': '钼',
      '32019': '锑',
      '42201': '金 | 岩金',
      '42202': '银',
      '52300': '铌钽',
      '52402': '锂',
      '52500': '离子型重稀土',
      '52600': '离子型轻稀土',
      '63701': '萤石 | 萤石矿',
      '73070': '硫铁',
      '75690': '磷',
      '83900': '石灰石 | 石灰岩矿',
      '83906': '水泥用石灰岩',
      '83907': '建筑石料 | 建筑石料用石灰岩',
      '83908': '饰面用石灰岩',
      '83940': '白云石',
      '83993': '砂石 | 河砂',
      '84132': '砖瓦页岩',
      '84150': '高岭土矿',
      '84170': '瓷土 | 瓷土矿 | 陶土',
      '84412': '砖瓦粘土',
      '84710': '花岗石 | 花岗岩矿',
      '84711': '建筑用花岗岩',
      '84712': '饰面用花岗石',
      '84910': '大理石',
      '84911': '饰面用大理岩',
      '99999': '其他',
    },
    assumed: { '32007': '铅锌 | 铅锌矿', '83900': '灰岩', '84130': '页岩矿', '84412': '粘土 | 粘土矿' },
  },
  miningMethod: {
    entries: MINING_METHODS,
    words: {
      A: '露天 | 露采 | 露天采矿 | open pit | opencast | surface',
      B: '地下 | 井下 | 井工 | 井下开采 | 坑采 | 硐采 | 平硐 | 地下采矿',
      C: '联合 | 露天地下 | 露天+地下 | 露天/地下 | 露天地下联合开采 | both',
    },
  },
  // One screen of the same system stores the approach as A–D, another as 1–4 (practice.md §3, traps).
  approach: {
    entries: RESTORATION_APPROACHES,
    words: {
      A: '1 | 自然修复 | 自然复绿',
      B: '2 | 辅助修复 | 辅助恢复 | 人工辅助修复',
      C: '3 | 生态修复重建 | 重建',
      D: '4 | 转型 | 转型开发利用',
    },
    assumed: { C: '工程治理 | 工程修复 | 人工修复 | 人工治理', D: '综合利用 | 开发利用' },
  },
  fundingSource: {
    entries: FUNDING_SOURCES,
    words: {
      CEN_KEY: '重点生态保护修复治理资金',
      PROV: '省级财政 | 省级资金 | 省财政',
      PROV_REWARD: '以奖代补',
      CITY: '市级财政 | 市级资金 | 市财政',
      COUNTY: '县级财政 | 县级资金 | 县财政 | 区级财政',
      BOND: '地方债券 | 专项债 | 专项债券',
      SOCIAL: '社会资金',
      LOAN: '贷款',
      ENT_FUND: '矿山生态修复基金',
    },
    assumed: { CEN_KEY: '中央资金 | 中央财政 | 中央财政资金', COUNTY: '地方财政', ENT_FUND: '企业自筹' },
  },
  // In a ledger of legacy mines 政策性关闭 is the government’s kind; a company’s would be 21 (K07).
  patchSubclass: {
    entries: PATCH_SUBCLASSES,
    words: { '11': '无主废弃矿山 | 无主矿山', '22': '有主废弃矿山' },
    assumed: { '11': '废弃矿山 | 历史遗留矿山', '12': '政策性关闭矿山 | 政策性关闭' },
  },
  // 伪变化 is 18 on one screen and 8 on another of the same system.
  patchAttribute: {
    entries: PATCH_ATTRIBUTES,
    words: {
      '1': '露天采场 | 采坑 | 露天采坑',
      '3': '排土场 | 废石堆 | 煤矸石堆',
      '4': '工业广场',
      '6': '井口 | 硐口',
      '18': '8',
    },
  },
} as const satisfies Record<string, WordList>;

export type CodeField = keyof typeof CODE_WORDS;

/** 完全修复 and 部分修复 are how the Jiangxi ledger says it. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  survey:
    '普查 | 调查 | 核查 | 核查认定 | 调查核查 | 未治理 | 未修复 | 待修复 | 待治理 | 未开展 | 未开工 | 未启动 | 未实施 | 未恢复 | 未恢复治理 | 待恢复 | 未复绿 | 未复垦 | not restored | untreated',
  planning:
    '规划 | 规划中 | 方案规划 | 方案编制 | 方案编制中 | 正在编制方案 | 方案 | 方案已批复 | 立项 | 已立项 | 设计 | 设计中',
  financing: '筹资 | 资金筹措 | 资金 | 融资 | 待下达资金',
  completion:
    '修复验收 | 施工 | 工程施工 | 治理中 | 修复中 | 正在治理 | 正在修复 | 正在恢复 | 在治理 | 在修复 | 恢复中 | 施工中 | 正在施工 | 实施中 | 正在实施 | 进行中 | 已开工 | 在建 | 竣工 | 已竣工 | 完工 | 已完工 | 基本完成 | 竣工验收 | 验收 | 待验收 | 完成待验收 | 未验收 | 已完成待验收 | 完工待验收 | 完工未验收 | 竣工未验收 | 治理完成未验收 | 治理完成待验收 | 已治理未验收 | 已治理待验收 | 已完成治理待验收 | 已修复未验收 | 已修复待验收 | 部分完成 | 部分恢复 | 部分修复 | 部分治理 | partly restored',
  restored:
    '已修复 | 完全修复 | 全部修复 | 已治理 | 已恢复治理 | 修复完成 | 完成 | 已完成 | 完成治理 | 完成修复 | 已完成治理 | 已完成修复 | 治理完成 | 已恢复 | 已复绿 | 已复垦 | 已验收 | 已通过验收 | 验收合格 | 已验收销号 | 销号 | 已销号 | 销号管护 | fully restored',
  removed: '移除 | 已移除 | 已剔除 | 移出 | 剔除 | 核减 | 不纳入',
};
