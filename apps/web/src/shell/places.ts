import type { Act } from '@qingshan/domain';
import type { IconName } from '../ui/icon';

export interface Place {
  readonly name:
    | 'today'
    | 'figures'
    | 'reviews'
    | 'mines'
    | 'map'
    | 'imports'
    | 'exports'
    | 'lookback'
    | 'people'
    | 'trail'
    | 'system'
    | 'reviewRoutes';
  readonly path: string;
  readonly icon: IconName;
  /** Shown to those who may do this. */
  readonly act: Act;
  /** Pressed after `g`, goes there. */
  readonly key: string;
}

/** Where one can go, in the order of the navigation; the first that is allowed is home. */
export const PLACES: readonly Place[] = [
  { name: 'today', path: '/today', icon: 'calendar', act: 'review.submit', key: 't' },
  { name: 'figures', path: '/figures', icon: 'chart', act: 'figure.read', key: 'b' },
  { name: 'reviews', path: '/reviews', icon: 'check', act: 'review.read', key: 'v' },
  { name: 'mines', path: '/mines', icon: 'ledger', act: 'mine.read', key: 'l' },
  { name: 'imports', path: '/imports', icon: 'upload', act: 'import.make', key: 'i' },
  { name: 'exports', path: '/exports', icon: 'download', act: 'export.read', key: 'e' },
  { name: 'lookback', path: '/lookback', icon: 'compare', act: 'figure.read', key: 'z' },
  { name: 'people', path: '/people', icon: 'people', act: 'person.read', key: 'a' },
  { name: 'trail', path: '/trail', icon: 'trail', act: 'trail.read', key: 't' },
  { name: 'system', path: '/system', icon: 'gauge', act: 'system.read', key: 's' },
  { name: 'reviewRoutes', path: '/review-routes', icon: 'sortUp', act: 'route.manage', key: 'r' },
];

/** Where keys and the quick find lead besides: the other face of the ledger. */
export const ALL_PLACES: readonly Place[] = [
  ...PLACES,
  { name: 'map', path: '/mines/map', icon: 'map', act: 'mine.read', key: 'm' },
];

/** The place that an address lies in, if it lies in one. */
export const placeAt = (pathname: string): Place | undefined =>
  PLACES.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
