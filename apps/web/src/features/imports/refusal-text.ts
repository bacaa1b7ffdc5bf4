import { FILE_REASONS, type FileReason } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';

const isReason = (why: unknown): why is FileReason =>
  typeof why === 'string' && (FILE_REASONS as readonly string[]).includes(why);

const count = (value: unknown): string => (typeof value === 'number' ? formatCount(value) : '');

/** Why a file was not taken and what to do about it. */
export const useFileRefusal = () => {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (error: unknown): string => {
    const problem = asProblem(error);
    const { why, limit, found, row, column } = problem.data;
    if (!isReason(why)) return sentence(problem);
    return t(`imports.refusal.${why}`, {
      size: typeof limit === 'number' ? formatBytes(limit) : '',
      limit: count(limit),
      found: count(found),
      row: count(row),
      column: count(column),
    });
  };
};
