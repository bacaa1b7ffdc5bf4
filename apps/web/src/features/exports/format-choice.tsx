import { EXPORT_FORMATS, SHAPEFILE_CRS, SHAPEFILE_ENCODINGS, type ExportFile } from '@qingshan/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choose } from '../../ui/form/inputs';
import { Radio } from '../../ui/form/radio';
import styles from './format-choice.module.css';

const SHAPEFILE = { format: 'shp', encoding: 'UTF-8', crs: 'EPSG:4490' } as const satisfies ExportFile;

const CRS_WORDS = { 'EPSG:4490': 'degrees', 'EPSG:4548': 'metres' } as const;

const fileOf = (format: ExportFile['format']): ExportFile => (format === 'shp' ? SHAPEFILE : { format });

interface FormatChoiceProps {
  readonly value: ExportFile;
  readonly onChange: (file: ExportFile) => void;
}

/** Which kind of file, each with what it is good for; a shapefile leaves two choices more. */
export const FormatChoice = ({ value, onChange }: FormatChoiceProps) => {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('exports.format.title')}</legend>
      {EXPORT_FORMATS.map((format) => (
        <Radio
          key={format}
          label={t(`exports.format.name.${format}`)}
          help={t(`exports.format.help.${format}`)}
          name={name}
          checked={value.format === format}
          data-autofocus={value.format === format || undefined}
          onChange={() => onChange(fileOf(format))}
        />
      ))}
      {value.format === 'shp' && (
        <div className={styles.more}>
          <label>
            <span>{t('exports.format.encoding')}</span>
            <Choose
              value={value.encoding}
              choices={SHAPEFILE_ENCODINGS.map((one) => ({
                value: one,
                label: t(`exports.format.encodings.${one}`),
              }))}
              onChange={({ target }) => {
                const encoding = SHAPEFILE_ENCODINGS.find((one) => one === target.value);
                if (encoding) onChange({ ...value, encoding });
              }}
            />
          </label>
          <label>
            <span>{t('exports.format.crs')}</span>
            <Choose
              value={value.crs}
              choices={SHAPEFILE_CRS.map((one) => ({
                value: one,
                label: t(`exports.format.crses.${CRS_WORDS[one]}`),
              }))}
              onChange={({ target }) => {
                const crs = SHAPEFILE_CRS.find((one) => one === target.value);
                if (crs) onChange({ ...value, crs });
              }}
            />
          </label>
        </div>
      )}
    </fieldset>
  );
};
