import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatInstant } from '../../../shell/format';
import { ProgressBar } from '../../../ui/progress-bar';
import { StateTag } from '../state-tag';
import styles from './import-list.module.css';

/** One's imports, newest first: what each was, how far it is, what it came to. */
export const ImportList = ({ imports }: { readonly imports: readonly ImportView[] }) => (
  <ul className={styles.list}>
    {imports.map((one) => (
      <Item key={one.id} one={one} />
    ))}
  </ul>
);

const Item = ({ one }: { readonly one: ImportView }) => {
  const { t } = useTranslation();
  return (
    <li className={styles.item}>
      <Link to={`/imports/${one.id}`} className={styles.name}>
        {one.fileName}
      </Link>
      <StateTag state={one.state} />
      <p className={styles.about}>
        {t('imports.list.when', { when: formatInstant(one.createdAt) })}
        {' · '}
        {t('imports.list.rows', { count: one.rows, value: formatCount(one.rows) })}
      </p>
      {one.counts && (
        <p className={styles.about}>
          {t('imports.list.summary', {
            fresh: formatCount(one.counts.new),
            changed: formatCount(one.counts.changed),
            unchanged: formatCount(one.counts.unchanged),
            error: formatCount(one.counts.error),
          })}
        </p>
      )}
      {one.state === 'applying' && one.progress && (
        <div className={styles.progress}>
          <ProgressBar
            label={t('imports.progress.label')}
            done={one.progress.done / Math.max(1, one.progress.total)}
          />
        </div>
      )}
    </li>
  );
};
