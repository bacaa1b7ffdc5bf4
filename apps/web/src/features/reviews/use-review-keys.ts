import { useEffect, useRef } from 'react';
import { isForPage } from '../../ui/page-keys';

/** One key, one decision: never while somebody types or a dialog asks, and not by a key held down. */
export const useReviewKeys = (actions: Readonly<Record<string, (() => void) | null>>): void => {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event) || event.repeat || event.defaultPrevented) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
