import { lazy } from 'react';

/** Choosers with a search inside bring a library with them: it is fetched where somebody can choose. */
export const RegionChooser = lazy(async () => ({
  default: (await import('./choosers')).RegionChooser,
}));

export const MineralChooser = lazy(async () => ({
  default: (await import('./choosers')).MineralChooser,
}));

export const OneMineralChooser = lazy(async () => ({
  default: (await import('./choosers')).OneMineralChooser,
}));
