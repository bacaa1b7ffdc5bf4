import type { Act } from '@qingshan/domain';
import type { IconName } from '../ui/icon';

export interface Place {
  readonly name: 'figures' | 'mines' | 'exports';
  readonly path: string;
  readonly icon: IconName;
  /** Shown to those who may do this. */
  readonly act: Act;
  /** Pressed after `g`, goes there. */
  readonly key: string;
}

/** Where one can go, in the order of the navigation; the first that is allowed is home. */
export const PLACES: readonly Place[] = [
  { name: 'figures', path: '/figures', icon: 'chart', act: 'figure.read', key: 'f' },
  { name: 'mines', path: '/mines', icon: 'ledger', act: 'mine.read', key: 'm' },
  { name: 'exports', path: '/exports', icon: 'download', act: 'export.read', key: 'e' },
];
