import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { useMay } from '../../../shell/session-context';
import { Panel } from '../../../ui/page';
import { CorrectionItem } from './correction-item';
import styles from './corrections.module.css';
import { useCorrections } from './queries';

const SHOWN = 20;

/** Corrections that others proposed and this person may confirm, the longest waiting first. Nothing where none waits. */
export const WaitingCorrections = () => {
  const { t } = useTranslation();
  const mayDecide = useMay()('correction.decide');
  const { data } = useCorrections({ show: mayDecide ? 'mine' : 'pending', page: 1, pageSize: SHOWN });
  if (!data || data.total === 0) return null;
  return (
    <Panel title={t('mines.corrections.waiting', { count: data.total, value: formatCount(data.total) })}>
      <ul className={styles.list}>
        {data.rows.map((correction) => (
          <CorrectionItem
            key={correction.id}
            correction={correction}
            mineTo={`/mines/${correction.mineId}`}
          />
        ))}
      </ul>
      {data.total > data.rows.length && (
        <p className={styles.who}>
          {t('mines.corrections.more', {
            count: data.total - data.rows.length,
            value: formatCount(data.total - data.rows.length),
          })}
        </p>
      )}
    </Panel>
  );
};
