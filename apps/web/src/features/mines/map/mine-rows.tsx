import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { ProblemState } from '../../../shell/problem-state';
import { useRegions } from '../../../shell/regions';
import { StageTag } from '../../../shell/stage-tag';
import { Skeleton } from '../../../ui/skeleton';
import { useMines, type MinesQuery } from '../queries';
import styles from './mine-map.module.css';

interface MineRowsProps {
  readonly query: MinesQuery;
  readonly onOpen: (id: number) => void;
}

const SHOWN = 30;

/** The first mines of a filter, each to open, and how many there are. */
export const MineRows = ({ query, onOpen }: MineRowsProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { data, error, refetch } = useMines({ ...query, pageSize: SHOWN });
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <p className={styles.note} role="status">
        {data.total > data.rows.length
          ? t('mines.map.firstOf', { shown: data.rows.length, total: formatCount(data.total) })
          : t('mines.list.totalMines', { count: data.total, value: formatCount(data.total) })}
      </p>
      <ul className={styles.rows}>
        {data.rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.row} onClick={() => onOpen(row.id)}>
              <span data-content>{row.name}</span>
              <StageTag stage={row.stage} />
              <span className={styles.note} data-content>
                {[row.number, nameOf(row.regionCode), row.town].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
