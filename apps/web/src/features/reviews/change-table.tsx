import type { SubmissionView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface ChangeTableProps {
  readonly changes: SubmissionView['drift'];
  readonly words: FieldWords;
}

/** What is different, field by field: before → after. */
export const ChangeTable = ({ changes, words: { label, text } }: ChangeTableProps) => {
  const { t } = useTranslation();
  return (
    <dl className={styles.changes}>
      {changes.map(({ of, name, field, before, after }) => (
        <div key={`${of}-${name}-${field}`}>
          <dt>{[name, label(field, of === 'patch' ? 'patch' : 'mine')].filter(Boolean).join(' · ')}</dt>
          <dd>
            <span className="visually-hidden">{t('mines.history.before')} </span>
            <del>{text(field, before)}</del>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> {t('mines.history.after')} </span>
            <ins>{text(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
};
