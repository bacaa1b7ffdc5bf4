import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shell/format';
import type { ApiProblem } from '../../../shell/problem';

const textIn = (data: Readonly<Record<string, unknown>>, key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' ? value : null;
};

/** Who was quicker, and when, as a version conflict tells it. */
export const whoWasFirst = ({ data }: ApiProblem): { readonly who: string; readonly when: string } | null => {
  const [who, at] = [textIn(data, 'by'), textIn(data, 'at')];
  return who !== null && at !== null ? { who, when: formatInstant(at) } : null;
};

/** The sentence for a conflict where the newest file was fetched and the act is to be done again. */
export const useChangedBy = () => {
  const { t } = useTranslation();
  return (problem: ApiProblem): string => {
    const first = whoWasFirst(problem);
    return first ? t('mines.move.changed', first) : t('mines.move.changedBySomeone');
  };
};
