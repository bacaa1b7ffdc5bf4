import type { MapRegions } from '@qingshan/contracts';
import { STAGES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { StageMark } from '../../../shell/stage-tag';
import { Skeleton } from '../../../ui/skeleton';
import styles from './mine-map.module.css';

/** What the marks and colours mean, and how many of each the filter holds. */
export const MapLegend = ({ regions }: { readonly regions: MapRegions | undefined }) => {
  const { t } = useTranslation();
  if (!regions) return <Skeleton lines={5} />;
  const counts = STAGES.map((stage, at) => ({
    stage,
    count: regions.regions.reduce((sum, { mines }) => sum + (mines[at] ?? 0), 0),
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={styles.legend} aria-label={t('mines.map.legend')}>
      <ul>
        {counts
          .filter(({ stage, count }) => stage !== 'removed' || count > 0)
          .map(({ stage, count }) => (
            <li key={stage}>
              <StageMark stage={stage} />
              <span>{t(`labels.stage.${stage}`)}</span>
              <strong>{formatCount(count)}</strong>
            </li>
          ))}
        <li className={styles.sum}>
          <span>{t('mines.map.total')}</span>
          <strong>{formatCount(total)}</strong>
        </li>
      </ul>
      {regions.unplaced > 0 && (
        <p className={styles.note}>
          {t('mines.map.unplaced', { count: regions.unplaced, value: formatCount(regions.unplaced) })}
        </p>
      )}
    </section>
  );
};
