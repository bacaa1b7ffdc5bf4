import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { asksToFind, asksToUndo, isForHouse } from '../ui/page-keys';
import { beginChord, endChord } from '../ui/single-keys';
import { takeLastAct } from '../ui/toasts';
import { ALL_PLACES } from './places';
import { useMay } from './session-context';

interface Asked {
  readonly help: () => void;
  readonly find: () => void;
}

/** Keys that work on every page, never while somebody types. */
export const useKeys = (asked: Asked): void => {
  const navigate = useNavigate();
  const may = useMay();
  const latest = useRef({ asked, may, navigate });
  useEffect(() => {
    latest.current = { asked, may, navigate };
  });

  useEffect(() => {
    const actOf = (event: KeyboardEvent): (() => unknown) | null => {
      const { asked: to, may: allowed, navigate: go } = latest.current;
      const inChord = endChord();
      if (asksToFind(event)) return to.find;
      if (event.defaultPrevented || !isForHouse(event)) return null;
      const place = inChord && ALL_PLACES.find(({ key, act }) => key === event.key && allowed(act));
      if (place) return () => go(place.path);
      if (event.key === '/') return () => document.querySelector<HTMLElement>('[data-page-search]')?.focus();
      if (event.key === '?') return to.help;
      if (event.key === 'g') beginChord();
      return null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (asksToUndo(event) && takeLastAct()) event.preventDefault();
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
