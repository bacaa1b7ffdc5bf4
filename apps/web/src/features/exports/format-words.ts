import type { ExportFile } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';

/** A kind of file in words, with what was chosen for it. */
export const useFormatWords = () => {
  const { t } = useTranslation();
  return (file: ExportFile): string => {
    const name = t(`exports.format.name.${file.format}`);
    return file.format === 'shp' ? [name, file.encoding, file.crs].join(' · ') : name;
  };
};
