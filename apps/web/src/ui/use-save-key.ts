import { useEffect, useRef } from 'react';
import { asksToSave } from './page-keys';

/** Ctrl+Enter does what the page's main button does, while there is such a button. */
export const useSaveKey = (save: (() => void) | null): void => {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!latest.current || !asksToSave(event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
