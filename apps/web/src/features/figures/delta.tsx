import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import type { Change } from './sums';
import styles from './delta.module.css';

const ARROWS = { up: '▲', down: '▼' } as const;

/** How much a number changed: an arrow to see, a word to hear, the size to read. */
export const Delta = ({ change }: { readonly change: Change<string> | null }) => {
  const { t } = useTranslation();
  if (!change) return <span className={styles.delta}>{t('figures.delta.none')}</span>;
  if (change.sign === 0) return <span className={styles.delta}>{t('figures.delta.same')}</span>;
  const way = change.sign > 0 ? 'up' : 'down';
  return (
    <span className={classNames(styles.delta, styles[way])}>
      <span aria-hidden="true">{ARROWS[way]}</span>
      <span className="visually-hidden">{t(`figures.delta.${way}`)}</span>
      <span>{change.size}</span>
    </span>
  );
};
