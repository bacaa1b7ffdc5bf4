import { LARGEST_DOCUMENT_BYTES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';

const WHYS = ['empty', 'too-large', 'type', 'too-many'] as const;

/** Why a document was not taken, and what would be. */
export const useDocumentRefusal = () => {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (error: unknown): string => {
    const problem = asProblem(error);
    if (problem.code === 'already-exists') return t('documents.refused.double');
    if (problem.code === 'too-large')
      return t('documents.refused.too-large', { size: formatBytes(LARGEST_DOCUMENT_BYTES) });
    const why = WHYS.find((one) => one === problem.data?.why);
    return why
      ? t(`documents.refused.${why}`, { size: formatBytes(LARGEST_DOCUMENT_BYTES) })
      : sentence(problem);
  };
};
