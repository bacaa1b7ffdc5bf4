import type { ExportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount, formatInstant } from '../../shell/format';
import styles from './exports.module.css';

/** Who took what, as of when, and the hash of exactly those bytes. */
export const ExportList = ({ exports }: { readonly exports: readonly ExportView[] }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll} role="region" aria-label={t('exports.made')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['file', 'when', 'who', 'asOf', 'state', 'rows', 'size', 'hash'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`exports.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exports.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.fileName}</th>
              <td>{formatInstant(one.createdAt)}</td>
              <td>{one.personName}</td>
              <td>{typeof one.filter.asOf === 'string' ? one.filter.asOf : one.createdAt.slice(0, 10)}</td>
              <td>{t(`exports.state.${one.state}`)}</td>
              <td className={styles.number}>
                {one.rows === null ? t('format.none') : formatCount(one.rows)}
              </td>
              <td className={styles.number}>
                {one.bytes === null ? t('format.none') : formatBytes(one.bytes)}
              </td>
              <td className={styles.hash}>{one.sha256 ?? t('format.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
