import { useTranslation } from 'react-i18next';
import {
  areaIn,
  formatCount,
  headlineArea,
  headlineMoney,
  moneyIn,
  type AreaUnit,
  type MoneyUnit,
} from './format';
import { useLanguage } from './i18n';

/** Numbers with their units, in the language of the page. */
export const useWriting = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    /** The unit's word. */
    unit: (unit: AreaUnit | MoneyUnit) => t(`format.${unit}`),
    mines: (count: number) => ({ value: formatCount(count), unit: t('format.mine', { count }) }),
    headlineArea: (squareMetres: string) => {
      const { value, unit } = headlineArea(squareMetres, language);
      return { value, unit: t(`format.${unit}`) };
    },
    headlineMoney: (fen: string) => {
      const { value, unit } = headlineMoney(fen, language);
      return t('format.money', { value, unit: t(`format.${unit}`) });
    },
  };
};

/** An area in mu to two places; hovering tells it in hectares and square metres. */
export const Area = ({
  squareMetres,
  places = 2,
}: {
  readonly squareMetres: string;
  readonly places?: number;
}) => {
  const { t } = useTranslation();
  const exact = [
    `${areaIn(squareMetres, 'mu')} ${t('format.mu')}`,
    `${areaIn(squareMetres, 'hectare', 4)} ${t('format.hectare')}`,
    `${areaIn(squareMetres, 'squareMetre')} ${t('format.squareMetre')}`,
  ];
  return <span title={exact.join(' = ')}>{areaIn(squareMetres, 'mu', places)}</span>;
};

/** Money in 万元 or, in English, yuan; hovering tells it to the fen. */
export const Money = ({ fen }: { readonly fen: string }) => {
  const { t } = useTranslation();
  const { headlineMoney: write } = useWriting();
  const exact = t('format.money', { value: moneyIn(fen, 'yuan'), unit: t('format.yuan') });
  return <span title={exact}>{write(fen)}</span>;
};
