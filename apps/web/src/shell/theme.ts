import { useSyncExternalStore } from 'react';
import { recall, remember } from './remembered';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const TEXT_SIZES = ['normal', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

interface Display {
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** What the theme comes to, now. */
  readonly dark: boolean;
}

const DARK = '(prefers-color-scheme: dark)';
const oneOf = <Value extends string>(all: readonly Value[], text: string | null, otherwise: Value): Value =>
  all.find((value) => value === text) ?? otherwise;

let display: Display = { theme: 'system', textSize: 'normal', dark: false };
const listeners = new Set<() => void>();

const apply = (theme: Theme, textSize: TextSize) => {
  const dark = theme === 'dark' || (theme === 'system' && window.matchMedia(DARK).matches);
  display = { theme, textSize, dark };
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.size = textSize;
  listeners.forEach((listener) => listener());
};

/** Before the first paint, so that nobody is blinded at night. */
export const startTheme = (): void => {
  apply(oneOf(THEMES, recall('theme'), 'system'), oneOf(TEXT_SIZES, recall('textSize'), 'normal'));
  window.matchMedia(DARK).addEventListener('change', () => apply(display.theme, display.textSize));
};

export const setTheme = (theme: Theme): void => {
  remember('theme', theme);
  apply(theme, display.textSize);
};

export const setTextSize = (textSize: TextSize): void => {
  remember('textSize', textSize);
  apply(display.theme, textSize);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDisplay = (): Display => useSyncExternalStore(subscribe, () => display);
