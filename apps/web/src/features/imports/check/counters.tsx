import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { classNames } from '../../../ui/class-names';
import type { RowsQuery } from '../queries';
import styles from './counters.module.css';

type Name = keyof Omit<NonNullable<ImportView['counts']>, 'rows'>;

/** What is counted, in what, and the rows behind it; cells read as empty are no problem and have none. */
const COUNTERS: readonly {
  readonly name: Name;
  readonly of: 'rows' | 'places' | 'cells';
  readonly show: RowsQuery['show'] | null;
}[] = [
  { name: 'new', of: 'rows', show: 'new' },
  { name: 'changed', of: 'rows', show: 'changed' },
  { name: 'unchanged', of: 'rows', show: 'unchanged' },
  { name: 'error', of: 'rows', show: 'error' },
  { name: 'duplicates', of: 'rows', show: 'duplicates' },
  { name: 'warnings', of: 'places', show: 'warning' },
  { name: 'unassigned', of: 'rows', show: 'unassigned' },
  { name: 'lacking', of: 'rows', show: 'lacking' },
  { name: 'nulled', of: 'cells', show: null },
];

interface CountersProps {
  readonly counts: NonNullable<ImportView['counts']>;
  readonly shown: RowsQuery['show'] | null;
  readonly onShow: (show: RowsQuery['show']) => void;
}

/** What the check came to; each number leads to its rows. */
export const Counters = ({ counts, shown, onShow }: CountersProps) => {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('imports.counts.label')} className={styles.counters}>
      {COUNTERS.map(({ name, of, show }) => {
        const words = (
          <>
            <span className={styles.label}>{t(`imports.counts.${name}`)}</span>
            <span className={styles.amount}>
              <span className={styles.value}>{formatCount(counts[name])}</span>{' '}
              {t(`imports.counts.${of}`, { count: counts[name] })}
            </span>
            <span className={styles.help}>{t(`imports.counts.${name}Help`)}</span>
          </>
        );
        const look = classNames(styles.counter, counts[name] > 0 && styles[name]);
        return show === null ? (
          <div key={name} className={look}>
            {words}
          </div>
        ) : (
          <button
            key={name}
            type="button"
            aria-pressed={shown === show}
            className={look}
            onClick={() => onShow(shown === show ? 'all' : show)}
          >
            {words}
          </button>
        );
      })}
    </div>
  );
};
