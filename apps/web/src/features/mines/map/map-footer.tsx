import type { MapSources } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import styles from './mine-map.module.css';

/** The map review of whatever is drawn that had to be reviewed; it is printed with the map. */
export const MapFooter = ({ sources }: { readonly sources: MapSources | undefined }) => {
  const { t } = useTranslation();
  const reviewed = (['boundaries', 'basemap'] as const).flatMap((kind) => {
    const source = sources?.[kind];
    return source ? [{ kind, number: source.reviewNumber, day: source.reviewedOn }] : [];
  });
  return (
    <p className={styles.footer}>
      {sources && reviewed.length === 0 && t('mines.map.noBoundaries')}
      {reviewed.map(({ kind, number, day }) => (
        <span key={kind} className={styles.review} data-content>
          {t(`mines.map.review.${kind}`, { number, day })}
        </span>
      ))}
    </p>
  );
};
