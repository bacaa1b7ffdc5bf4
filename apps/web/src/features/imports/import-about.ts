import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant } from '../../shell/format';

/** One line on a file: which sheet, how large, how written, when it came. */
export const useImportAbout = () => {
  const { t } = useTranslation();
  return ({ sheet, rows, columns, encoding, createdAt }: ImportView): string =>
    [
      ...(sheet === null ? [] : [t('imports.about.sheet', { sheet })]),
      t('imports.about.rows', { count: rows, value: formatCount(rows) }),
      t('imports.about.columns', { count: columns.length, value: formatCount(columns.length) }),
      ...(encoding === null ? [] : [t('imports.about.encoding', { encoding: encoding.toUpperCase() })]),
      t('imports.list.when', { when: formatInstant(createdAt) }),
    ].join(' · ');
};
