import { MINERALS, RESTORATION_APPROACHES, toMu } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import { useMomentText } from '../../../shell/known-moment';
import { useRegions } from '../../../shell/regions';
import type { MinesQuery } from '../queries';
import type { FilterName } from './list-query';

const SHOWN = 3;

/** Mu as a person would type them: `12.5`, not `12.50`. */
export const plainMu = (squareMetres: string): string => toMu(squareMetres).replace(/\.?0+$/, '');

/** A filter in words: “closure year: 1990 to 2000”. */
export const useFilterWords = () => {
  const { t } = useTranslation();
  const code = useCodeName();
  const { nameOf } = useRegions();
  const momentText = useMomentText();
  const joined = (texts: readonly string[]) => {
    const shown = texts.slice(0, SHOWN).join(t('mines.separator'));
    return texts.length > SHOWN ? `${shown}…` : shown;
  };
  const span = (label: string, from: string | undefined, to: string | undefined) => {
    if (from !== undefined && to !== undefined) return t('mines.filter.words.between', { label, from, to });
    if (from !== undefined) return t('mines.filter.words.atLeast', { label, from });
    return t('mines.filter.words.atMost', { label, to: to ?? '' });
  };
  const mu = (area: string | undefined) =>
    area === undefined ? undefined : t('mines.filter.words.mu', { value: plainMu(area) });
  const year = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const list = (label: string, texts: readonly string[]) =>
    t('mines.filter.words.plain', { label, text: joined(texts) });

  const words: Record<FilterName, (query: MinesQuery) => string> = {
    q: ({ q = '' }) => t('mines.filter.words.q', { text: q }),
    region: ({ region = [] }) => list(t('mines.filter.region'), region.map(nameOf)),
    stage: ({ stage = [] }) =>
      list(
        t('mines.stage'),
        stage.map((one) => t(`labels.stage.${one}`)),
      ),
    mineral: ({ mineral = [] }) =>
      list(
        t('labels.field.mineralCode'),
        mineral.map((one) => code(MINERALS, one)),
      ),
    approach: ({ approach = [] }) =>
      list(
        t('labels.field.approach'),
        approach.map((one) => code(RESTORATION_APPROACHES, one)),
      ),
    closed: ({ closedFrom, closedTo }) => span(t('mines.filter.closed'), year(closedFrom), year(closedTo)),
    area: ({ areaFrom, areaTo }) => span(t('mines.damaged'), mu(areaFrom), mu(areaTo)),
    blank: ({ blank = [] }) =>
      list(
        t('mines.filter.blank'),
        blank.map((field) => t(`labels.field.${field}`)),
      ),
    overdue: () => t('mines.filter.overdue'),
    square: ({ square = [] }) => t('mines.filter.words.square', { count: square.length }),
    asOf: ({ asOf = '' }) => t('mines.filter.words.asOf', { day: asOf }),
    knownAt: ({ knownAt = '' }) => t('mines.filter.words.knownAt', { moment: momentText(knownAt) }),
  };
  return (name: FilterName, query: MinesQuery): string => words[name](query);
};
