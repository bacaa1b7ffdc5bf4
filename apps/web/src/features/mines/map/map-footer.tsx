import type { MapSources } from '@qingshan/contracts';
import { degreesOf } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { scaleBar } from './graticule';
import { worldPixels, type MapView } from './map-view';
import styles from './mine-map.module.css';

interface MapFooterProps {
  readonly view: MapView;
  readonly sources: MapSources | undefined;
}

/** The scale, and the map review of whatever is drawn that had to be reviewed; both are printed with the map. */
export const MapFooter = ({ view, sources }: MapFooterProps) => {
  const { t } = useTranslation();
  const { metres, width } = scaleBar(degreesOf(view).latitude, worldPixels(view.zoom));
  const length =
    metres >= 1000
      ? t('mines.map.kilometres', { value: formatCount(metres / 1000) })
      : t('mines.map.metres', { value: formatCount(metres) });
  const reviewed = (['boundaries', 'basemap'] as const).flatMap((kind) => {
    const source = sources?.[kind];
    return source ? [{ kind, number: source.reviewNumber, day: source.reviewedOn }] : [];
  });
  return (
    <div className={styles.footer}>
      <span className={styles.scale}>
        <span className={styles.bar} style={{ inlineSize: width }} aria-hidden="true" />
        <span className="visually-hidden">{t('mines.map.scale')}</span>
        {length}
      </span>
      <span>
        {reviewed.length === 0 && t('mines.map.noBoundaries')}
        {reviewed.map(({ kind, number, day }) => (
          <span key={kind} className={styles.review} data-content>
            {t(`mines.map.review.${kind}`, { number, day })}
          </span>
        ))}
      </span>
    </div>
  );
};
