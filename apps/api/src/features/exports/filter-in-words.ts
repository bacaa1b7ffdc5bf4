import type { MineFilter } from '@qingshan/contracts';
import {
  codeName,
  MINERALS,
  RESTORATION_APPROACHES,
  toMu,
  type Language,
  type RegionTree,
} from '@qingshan/domain';
import { EXPORT_COLUMNS, STAGE_NAMES } from './export-columns';

type Word = (filter: MineFilter, language: Language, regions: RegionTree) => string | undefined;

const LABELS = {
  q: { zh: '包含文字', en: 'With the words' },
  region: { zh: '地区', en: 'Division' },
  stage: { zh: '阶段', en: 'Stage' },
  mineral: { zh: '矿种', en: 'Mineral' },
  approach: { zh: '修复方式', en: 'Restoration approach' },
  blank: { zh: '未填写', en: 'Blank' },
  overdue: { zh: '阶段逾期', en: 'Past the due day of the stage' },
  square: { zh: '地图上选定', en: 'Within squares of the map' },
  closedFrom: { zh: '关闭年度不早于', en: 'Closed in or after' },
  closedTo: { zh: '关闭年度不晚于', en: 'Closed in or before' },
  areaFrom: { zh: '损毁面积不小于', en: 'Damaged area of at least' },
  areaTo: { zh: '损毁面积不大于', en: 'Damaged area of at most' },
} as const satisfies Record<Exclude<keyof MineFilter, 'asOf' | 'knownAt'>, Record<Language, string>>;

const listed = (texts: readonly string[] | undefined, language: Language): string | undefined =>
  texts?.length ? texts.join(language === 'zh' ? '、' : ', ') : undefined;

const area = (squareMetres: string | undefined, language: Language): string | undefined =>
  squareMetres === undefined
    ? undefined
    : language === 'zh'
      ? `${squareMetres} 平方米（${toMu(squareMetres)} 亩）`
      : `${squareMetres} m² (${toMu(squareMetres)} mu)`;

const VALUES: Record<keyof typeof LABELS, Word> = {
  q: ({ q }) => (q === '' ? undefined : q),
  region: ({ region }, language, regions) =>
    listed(
      region?.map((one) => {
        const found = regions.find(one);
        return (language === 'zh' ? found?.nameZh : found?.nameEn) ?? one;
      }),
      language,
    ),
  stage: ({ stage }, language) =>
    listed(
      stage?.map((one) => codeName(STAGE_NAMES, one, language) ?? one),
      language,
    ),
  mineral: ({ mineral }, language) =>
    listed(
      mineral?.map((one) => codeName(MINERALS, one, language) ?? one),
      language,
    ),
  approach: ({ approach }, language) =>
    listed(
      approach?.map((one) => codeName(RESTORATION_APPROACHES, one, language) ?? one),
      language,
    ),
  blank: ({ blank }, language) =>
    listed(
      blank?.map((field) => EXPORT_COLUMNS.find(({ of }) => of === field)?.[language] ?? field),
      language,
    ),
  overdue: ({ overdue }, language) => (overdue ? (language === 'zh' ? '是' : 'yes') : undefined),
  square: ({ square }, language) =>
    square?.length ? (language === 'zh' ? `${square.length} 格` : String(square.length)) : undefined,
  closedFrom: ({ closedFrom }) => closedFrom?.toString(),
  closedTo: ({ closedTo }) => closedTo?.toString(),
  areaFrom: ({ areaFrom }, language) => area(areaFrom, language),
  areaTo: ({ areaTo }, language) => area(areaTo, language),
};

/** Which mines, for who has the file and not the system: each condition whole, in words. The day and the moment are told on their own. */
export const filterInWords = (filter: MineFilter, language: Language, regions: RegionTree): string[] =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((name) => {
    const value = VALUES[name](filter, language, regions);
    return value === undefined ? [] : [`${LABELS[name][language]}${language === 'zh' ? '：' : ': '}${value}`];
  });
