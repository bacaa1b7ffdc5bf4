import { useEffect, useRef } from 'react';
import { isForPage } from '../../ui/page-keys';

/** Keys that go from mine to mine. Heard before the grid hears them, and never while somebody types. */
export const useStepKeys = (actions: Readonly<Record<string, (() => void) | null>>): void => {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const action = latest.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action?.();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
};
