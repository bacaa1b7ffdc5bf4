import { useSyncExternalStore } from 'react';
import { NARROW, useMedia } from '../use-media';
import { DENSITIES, type Density } from './column';

export const rootFontSize = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;

const subscribe = (listener: () => void) => {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-size', 'style'] });
  return () => observer.disconnect();
};

/** Row height in pixels: it grows with the text and gives fingers 44 pixels. */
export const useRowHeight = (density: Density): number => {
  const fontSize = useSyncExternalStore(subscribe, rootFontSize);
  const narrow = useMedia(NARROW);
  const height = Math.round((DENSITIES[density] * fontSize) / 14);
  return narrow ? Math.max(44, height) : height;
};
