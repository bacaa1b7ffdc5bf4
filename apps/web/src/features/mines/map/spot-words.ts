import { STAGES, type Language } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';

import { useRegions } from '../../../shell/regions';
import type { Ring, Spot } from './spots';

/** A count in the few signs that a ring has room for. */
export const shortCount = (count: number, language: Language): string =>
  count < 10_000
    ? String(count)
    : new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
        notation: 'compact',
        maximumFractionDigits: 1,
      }).format(count);

/** What a ring or mark says in words: for the pointer, for a list, for a screen reader. */
export const useSpotWords = () => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const placeOf = ({ codes }: Ring): string => {
    const [first, ...others] = codes ?? [];
    if (first === undefined) return t('mines.map.here');
    return others.length === 0
      ? nameOf(first)
      : t('mines.map.counties', { name: nameOf(first), count: others.length });
  };
  const stagesOf = ({ counts }: Ring): string =>
    STAGES.flatMap((stage, at) => {
      const count = counts[at] ?? 0;
      if (count === 0) return [];
      return [t('mines.map.ofStage', { stage: t(`labels.stage.${stage}`), value: formatCount(count) })];
    }).join(t('mines.separator'));
  const totalOf = (count: number) => t('mines.list.totalMines', { count, value: formatCount(count) });
  return {
    placeOf,
    stagesOf,
    totalOf,
    sentence: (spot: Spot): string =>
      spot.kind === 'mine'
        ? t('mines.map.oneMine', { stage: t(`labels.stage.${spot.stage}`) })
        : t('mines.map.ring', { place: placeOf(spot), total: totalOf(spot.total), stages: stagesOf(spot) }),
  };
};
