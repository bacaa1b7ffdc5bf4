import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/states';
import { useCounts, type MinesQuery } from '../queries';
import { useFilterWords } from './filter-words';
import styles from './nothing-found.module.css';
import { filtersIn, without } from './list-query';

interface NothingFoundProps {
  readonly query: MinesQuery;
  readonly onChange: (query: MinesQuery) => void;
  readonly onClear: () => void;
}

/** Why nothing was found: what each filter keeps away, and a cross to lift it. */
export const NothingFound = ({ query, onChange, onClear }: NothingFoundProps) => {
  const { t } = useTranslation();
  const wordsOf = useFilterWords();
  const active = filtersIn(query);
  const counts = useCounts(active.map((name) => without(query, name)));
  if (active.length === 0)
    return (
      <EmptyState icon="ledger" title={t('mines.list.noneYet')}>
        {t('mines.list.noneYetHelp')}
      </EmptyState>
    );
  const ways = active
    .map((name, index) => ({ name, total: counts[index]?.data?.total }))
    .sort((one, other) => (other.total ?? -1) - (one.total ?? -1));
  const stuck = ways.every(({ total }) => total === 0);
  return (
    <EmptyState title={t('mines.list.none')}>
      <p>{stuck ? t('mines.list.noneByOne') : t('mines.list.noneBy')}</p>
      {!stuck && (
        <ul className={styles.ways}>
          {ways.map(({ name, total }) => {
            const value = total === undefined ? '…' : formatCount(total);
            return (
              <li key={name}>
                <Button icon="close" size="small" onClick={() => onChange(without(query, name))}>
                  {t('mines.list.wouldLeave', {
                    filter: wordsOf(name, query),
                    value,
                  })}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Button look="quiet" onClick={onClear}>
        {t('mines.list.clear')}
      </Button>
    </EmptyState>
  );
};
