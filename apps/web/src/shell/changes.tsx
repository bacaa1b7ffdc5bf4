import { useTranslation } from 'react-i18next';
import styles from './changes.module.css';

interface Change {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What is different, field by field: before → after, told as such to who hears it. */
export const Changes = ({ changes }: { readonly changes: readonly Change[] }) => {
  const { t } = useTranslation();
  return (
    <dl className={styles.changes}>
      {changes.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <span className="visually-hidden">{t('mines.history.before')} </span>
            <del>{before}</del>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> {t('mines.history.after')} </span>
            <ins>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
};
