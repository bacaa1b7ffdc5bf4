import { codeName, type CodeEntry } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './i18n';

/** The name of a code in the page's language; a dash for none, the code itself when no list holds it. */
export const useCodeName = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (list: readonly CodeEntry[], code: string | null): string =>
    codeName(list, code, language) ?? t('format.none');
};
