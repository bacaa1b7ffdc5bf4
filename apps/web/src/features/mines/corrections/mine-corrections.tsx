import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/page';
import { CorrectionItem } from './correction-item';
import styles from './corrections.module.css';
import { useCorrections } from './queries';

const SHOWN = 20;

/** Corrections of one accepted mine: the one that waits, and those that were decided. */
export const MineCorrections = ({ mineId }: { readonly mineId: number }) => {
  const { t } = useTranslation();
  const { data } = useCorrections({ show: 'all', mineId, page: 1, pageSize: SHOWN });
  if (!data || data.total === 0) return null;
  return (
    <Panel title={t('mines.corrections.title')}>
      <ul className={styles.list}>
        {data.rows.map((correction) => (
          <CorrectionItem key={correction.id} correction={correction} />
        ))}
      </ul>
    </Panel>
  );
};
