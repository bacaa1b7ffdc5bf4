import type { MineFilter } from '@qingshan/contracts';
import { labelPointOf, mapPoint, tileName, type Basemap } from '@qingshan/domain';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../../shell/i18n';
import { useBoundaries, useMapSources } from '../../../shell/map-sources';
import { useRegions } from '../../../shell/regions';
import { boxOf, worldPixels, type MapView, type Size } from './map-view';
import { outlinesOf, type Name } from './paint-ground';
import { useMapRegions, useMapTiles } from './queries';
import { countyRings, gathered, type Spot } from './spots';
import { placesFrom, tilesFor } from './tiles';

/** Two rings nearer than this, in pixels, would cover each other's number. */
const APART = 40;
/** Steps of the zoom in which counties are gathered anew: not with each pixel of a pinch. */
const HALF_STEPS = 2;

/** The ground under the points: names, and what an administrator put there. */
export const useGround = () => {
  const { regions, nameOf } = useRegions();
  const language = useLanguage();
  const sources = useMapSources();
  const boundaries = useBoundaries(sources.data?.boundaries?.id);
  const outlines = useMemo(() => (boundaries.data ? outlinesOf(boundaries.data) : []), [boundaries.data]);
  const names = useMemo(
    () =>
      regions.flatMap(({ code, level, nameZh, nameEn }): Name[] => {
        const point = level === 'county' ? labelPointOf(code) : null;
        if (!point) return [];
        return [
          {
            ...mapPoint(point.longitude, point.latitude),
            text: tileName(language === 'zh' ? nameZh : nameEn),
          },
        ];
      }),
    [regions, language],
  );
  const { url, layer, matrixSet } = sources.data?.basemap ?? {};
  const basemap = useMemo(
    (): Basemap | null => (url && layer && matrixSet ? { url, layer, matrixSet } : null),
    [url, layer, matrixSet],
  );
  return { sources: sources.data, outlines, names, nameOf, basemap };
};

/** The mines of a filter as a view shows them: from afar by county, from near where they lie. */
export const useSpots = (filter: MineFilter, view: MapView, size: Size) => {
  const { regions: divisions } = useRegions();
  const regions = useMapRegions(filter);
  const total = regions.data?.regions.flatMap(({ mines }) => mines).reduce((sum, mines) => sum + mines, 0);
  const near = total !== undefined && view.zoom >= placesFrom(total);
  const tiles = useMapTiles(filter, near && size.width > 0 ? tilesFor(boxOf(view, size), view.zoom) : []);

  const step = Math.round(view.zoom * HALF_STEPS) / HALF_STEPS;
  const counties = useMemo(
    () =>
      regions.data ? gathered(countyRings(regions.data.regions, divisions), APART / worldPixels(step)) : [],
    [regions.data, divisions, step],
  );
  const spots: readonly Spot[] = near ? tiles.spots : counties;
  const pending = regions.isPending || (near && tiles.pending);
  // While the tiles of a new view are on their way, those of the last one of this filter stay.
  const asked = JSON.stringify([filter, near]);
  const [last, setLast] = useState({ asked, spots });
  if (!pending && (last.spots !== spots || last.asked !== asked)) setLast({ asked, spots });
  return {
    regions,
    total,
    near,
    pending,
    refreshing: regions.isFetching,
    tilesError: near ? tiles.error : null,
    retryTiles: tiles.retry,
    spots: pending && last.asked === asked ? last.spots : spots,
  };
};
