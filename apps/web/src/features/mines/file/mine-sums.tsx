import type { PastMineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../shell/format';
import { Area } from '../../../shell/written';
import { Panel } from '../../../ui/page';
import styles from './file.module.css';

/** The areas of a past day: what the figures of that day rest on. */
export const MineSums = ({ mine }: { readonly mine: PastMineView }) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('past.sums')}>
      <dl className={styles.facts}>
        {(['damagedSquareMetres', 'restoredSquareMetres'] as const).map((field) => (
          <div key={field}>
            <dt>{t(field === 'damagedSquareMetres' ? 'mines.damaged' : 'mines.restored')}</dt>
            <dd>
              <Area squareMetres={mine[field]} /> {t('format.mu')}
            </dd>
          </div>
        ))}
      </dl>
      {mine.patches === null && <p>{t('past.sumsHelp')}</p>}
      <p>{t('past.recorded', { when: formatMoment(mine.recordedAt) })}</p>
    </Panel>
  );
};
