import type { MapPoint } from '@qingshan/domain';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { useLanguage } from '../../../shell/i18n';
import { useDisplay } from '../../../shell/theme';
import { ProblemState } from '../../../shell/problem-state';
import { Button } from '../../../ui/button';
import { useSize } from '../../../ui/use-size';
import type { MinesQuery } from '../queries';
import { MapControls } from './map-controls';
import { MapFooter } from './map-footer';
import { MapLegend } from './map-legend';
import { MapPanel } from './map-panel';
import { boxOfFilter, fitted, worldPixels, ZOOMS, type MapView } from './map-view';
import styles from './mine-map.module.css';
import { filterOf } from './queries';
import { useSpotWords } from './spot-words';
import { spotAt, type Ring, type Spot } from './spots';
import { useMap } from './use-map';
import { useGround, useSpots } from './use-scene';

interface MineMapProps {
  readonly query: MinesQuery;
  /** What the address says of the view; without it the filter's mines are fitted. */
  readonly view: MapView | null;
  readonly openId: number | undefined;
  readonly onMove: (view: MapView) => void;
  readonly onFit: () => void;
  readonly onOpen: (id: number) => void;
}

/** A finger's width around what it means, a pointer's too. */
const REACH = 14;
const CLOSER = 2;

/** The point map: rings and marks to look at and press, and beside it the same as a list. */
export const MineMap = ({ query, view: said, openId, onMove, onFit, onOpen }: MineMapProps) => {
  const { t } = useTranslation();
  const words = useSpotWords();
  const language = useLanguage();
  const { dark } = useDisplay();
  const filter = useMemo(() => filterOf(query), [query]);
  const [sizeRef, size] = useSize();
  const [ring, setRing] = useState<Ring | null>(null);
  const [listed, setListed] = useState<string | null>(null);
  const [hovered, setHovered] = useState<Spot | null>(null);
  const ground = useGround();

  const [codes, setCodes] = useState<readonly string[]>([]);
  const fit = useMemo(
    () => fitted(boxOfFilter(codes, filter.square), size.width > 0 ? size : { width: 900, height: 600 }),
    [codes, filter.square, size],
  );
  const view = said ?? fit;
  const seen = useSpots(filter, view, size);
  const counted = seen.regions.data?.regions.map(({ regionCode }) => regionCode).join();
  if (counted !== undefined && counted !== codes.join()) setCodes(counted.split(',').filter(Boolean));

  const openSpot = seen.spots.find((spot) => spot.kind === 'mine' && spot.id === openId);
  const pointedAt = listed ?? ring?.key ?? openSpot?.key ?? null;
  const choose = (spot: Spot | null) => {
    if (spot?.kind === 'mine') onOpen(spot.id);
    setRing(spot?.kind === 'ring' ? spot : null);
  };
  const at = (point: MapPoint, reach = REACH) => spotAt(seen.spots, point, worldPixels(view.zoom), reach);
  const zoomTo = (zoom: number, { x, y }: MapPoint = view) =>
    onMove({ x, y, zoom: Math.max(ZOOMS.least, Math.min(ZOOMS.most, zoom)) });

  const scene = useMemo(
    () => ({
      spots: seen.spots,
      names: ground.names,
      outlines: ground.outlines,
      hasBasemap: ground.basemap !== null,
      pointedAt,
      language,
      lengthOf: (metres: number) =>
        metres >= 1000
          ? t('mines.map.kilometres', { value: formatCount(metres / 1000) })
          : t('mines.map.metres', { value: formatCount(metres) }),
      dark,
    }),
    [seen.spots, ground.names, ground.outlines, ground.basemap, pointedAt, language, dark, t],
  );
  const mapRef = useMap({
    view,
    scene,
    basemap: ground.basemap,
    onMove: (next) => {
      const apart = Math.hypot(next.x - view.x, next.y - view.y) * worldPixels(view.zoom);
      if (apart > 1 || Math.abs(next.zoom - view.zoom) > 0.01) onMove(next);
    },
    onClick: (point) => choose(at(point)),
    onPoint: (point) => setHovered(at(point)),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') choose(at(view, 3 * REACH));
    else if (event.key === 'Escape' && ring) setRing(null);
    else if (event.key === '0') onFit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const nothing = seen.total === 0;
  return (
    <div className={styles.map}>
      <div className={styles.sheet}>
        <div className={styles.frame} ref={sizeRef}>
          <div
            ref={mapRef}
            className={styles.canvas}
            data-pressable={hovered !== null || undefined}
            data-settled={!seen.pending && !seen.refreshing}
            role="application"
            aria-label={t('mines.map.label')}
            aria-describedby="map-keys"
            tabIndex={0}
            title={hovered ? words.sentence(hovered) : undefined}
            onKeyDown={onKeyDown}
          />
          <span className={styles.cross} aria-hidden="true" />
          <MapControls
            onCloser={() => zoomTo(view.zoom + 1)}
            onFarther={() => zoomTo(view.zoom - 1)}
            onFit={onFit}
          />
          <p role="status" className={seen.pending ? styles.status : 'visually-hidden'}>
            {seen.pending
              ? t('mines.map.loading')
              : seen.total !== undefined && t('mines.map.shown', { total: words.totalOf(seen.total) })}
          </p>
          {seen.tilesError && (
            <div className={styles.trouble} role="alert">
              <span>{t('mines.map.tilesMissing')}</span>
              <Button size="small" icon="refresh" onClick={seen.retryTiles}>
                {t('ui.retry')}
              </Button>
            </div>
          )}
          {seen.regions.error && !seen.regions.data && (
            <div className={styles.cover}>
              <ProblemState error={seen.regions.error} onRetry={() => void seen.regions.refetch()} />
            </div>
          )}
        </div>
        <p id="map-keys" className={styles.keys} data-print="no">
          {t('mines.map.keys')}
        </p>
        <MapFooter sources={ground.sources} />
      </div>
      <div className={styles.side}>
        <MapLegend regions={seen.regions.data} />
        {!nothing && (
          <MapPanel
            query={query}
            ring={ring}
            spots={seen.spots}
            near={seen.near}
            view={view}
            size={size}
            onChoose={choose}
            onPoint={setListed}
            onOpen={onOpen}
            onCloser={(one) => {
              setRing(null);
              zoomTo(Math.max(view.zoom + CLOSER, one.codes?.length === 1 ? 10 : 0), one);
            }}
          />
        )}
      </div>
    </div>
  );
};
