import { useTranslation } from 'react-i18next';
import { areaIn, formatCount, formatRate } from '../../shell/format';
import { useWriting } from '../../shell/written';
import { areaChange, countChange, shareChange, type Change, type Share, type Sums } from './sums';

/** Areas under each other in one unit, so that the eye compares them; their exact size is told on hover. */
export const wholeMu = (squareMetres: string): string => areaIn(squareMetres, 'mu', 0);

/** Figures in words: a number never goes without its unit, a change never without its sign. */
export const useFigureWriting = () => {
  const { t } = useTranslation();
  const { mines, headlineArea } = useWriting();
  const amount = (measure: { readonly value: string; readonly unit: string }) => t('format.amount', measure);
  const countText = (count: number) => amount(mines(count));
  const areaText = (squareMetres: string) => amount(headlineArea(squareMetres));
  const write = <Size>(change: Change<Size>, text: (size: Size) => string): Change<string> => ({
    sign: change.sign,
    size: text(change.size),
  });
  return {
    countText,
    areaText,
    shareText: ({ part, whole }: Share) => formatRate(part, whole) ?? t('format.none'),
    countDelta: (now: number, then: number) => write(countChange(now, then), countText),
    areaDelta: (now: string, then: string) => write(areaChange(now, then), areaText),
    shareDelta: (now: Share, then: Share) => {
      const change = shareChange(now, then);
      return change && write(change, (points) => t('figures.points', { points }));
    },
    /** Without its unit, which the head of the column says. */
    bareCountDelta: (now: number, then: number) => write(countChange(now, then), formatCount),
    bareAreaDelta: (now: string, then: string) => write(areaChange(now, then), wholeMu),
  };
};

export const shareByCount = ({ restored, found }: Sums): Share => ({
  part: restored.mines,
  whole: found.mines,
});

export const shareByArea = ({ restored, found }: Sums): Share => ({
  part: restored.squareMetres,
  whole: found.squareMetres,
});
