import { lazy } from 'react';

/** Choosers with a search inside bring a library with them: it is fetched where somebody can choose. */
export const RegionChooser = lazy(async () => ({
  default: (await import('./list/choosers')).RegionChooser,
}));

export const MineralChooser = lazy(async () => ({
  default: (await import('./list/choosers')).MineralChooser,
}));
