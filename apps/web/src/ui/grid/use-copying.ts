import { useEffect, type RefObject } from 'react';

const nothingChosen = () => (window.getSelection()?.toString() ?? '') === '';

/** Ctrl+C takes the words of the cell one is in, unless words were chosen with the mouse: then those. */
export const useCopying = (root: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    // Without words chosen the body is told, not the cell that has focus.
    const copy = (event: ClipboardEvent) => {
      const cell = document.activeElement;
      if (!(cell instanceof HTMLElement) || cell.dataset.cell === undefined) return;
      if (!root.current?.contains(cell) || !nothingChosen()) return;
      event.clipboardData?.setData('text/plain', cell.querySelector('[data-content]')?.textContent ?? '');
      event.preventDefault();
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [root]);
};
