import { useSyncExternalStore } from 'react';

/** Keys of one sign can be switched off (WCAG 2.1.4): who dictates presses them without meaning to. */
let on = true;
const listeners = new Set<() => void>();

export const setSingleKeys = (next: boolean): void => {
  on = next;
  listeners.forEach((listener) => listener());
};

const CHORD_MS = 1200;
let chordUntil = 0;

/** The key after this one completes a chord, and means nothing else. */
export const beginChord = (): void => {
  chordUntil = performance.now() + CHORD_MS;
};

/** Ends the chord, and says whether there was one. */
export const endChord = (): boolean => {
  const was = performance.now() < chordUntil;
  chordUntil = 0;
  return was;
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A letter, digit or sign of its own. Space is none of them. */
const isSign = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

export const isSwitchedOff = (event: Pressed): boolean => !on && isSign(event);

/** Whether a key is not for lists and tables now: switched off, or the second of a chord. */
export const isHeldBack = (event: Pressed): boolean =>
  isSwitchedOff(event) || (performance.now() < chordUntil && isSign(event));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, () => on);
