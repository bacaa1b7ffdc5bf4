import { BOUNDARY_REASONS, type BoundaryReason } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';

const isReason = (why: unknown): why is BoundaryReason | 'too-large' =>
  why === 'too-large' || (BOUNDARY_REASONS as readonly unknown[]).includes(why);

/** Why a boundary file was not taken and what to do about it. */
export const useBoundaryRefusal = () => {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (error: unknown): string => {
    const problem = asProblem(error);
    const { why, limit } = problem.data;
    if (!isReason(why)) return sentence(problem);
    return t(`system.map.refusal.${why}`, { size: typeof limit === 'number' ? formatBytes(limit) : '' });
  };
};
