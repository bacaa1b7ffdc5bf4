import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { isForPage } from '../page-keys';

/** A place in the grid; row -1 is the header. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface RovingOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that one Page key moves. */
  readonly pageRows: () => number;
  readonly onEnter: (place: Place, cell: HTMLElement) => void;
}

const ENTERING = new Set(['j', 'k', 'ArrowDown', 'ArrowUp']);

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));

/** Where a key leads from a place, or null when the grid leaves the key alone. */
const placeAfter = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  from: Place,
  size: { readonly rowCount: number; readonly columnCount: number; readonly pageRows: number },
): Place | null => {
  const to = (row: number, column: number): Place => ({
    row: between(-1, row, size.rowCount - 1),
    column: between(0, column, size.columnCount - 1),
  });
  const { row, column } = from;
  const jump = event.ctrlKey || event.metaKey;
  const lastColumn = size.columnCount - 1;
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return jump ? null : to(row + 1, column);
    case 'ArrowUp':
    case 'k':
      return jump ? null : to(row - 1, column);
    case 'ArrowRight':
      return to(row, jump ? lastColumn : column + 1);
    case 'ArrowLeft':
      return to(row, jump ? 0 : column - 1);
    case 'Home':
      return jump ? to(Math.min(0, size.rowCount - 1), 0) : to(row, 0);
    case 'End':
      return jump ? to(size.rowCount - 1, lastColumn) : to(row, lastColumn);
    case 'PageDown':
      return to(row + size.pageRows, column);
    case 'PageUp':
      return to(Math.max(row - size.pageRows, Math.min(0, row)), column);
    default:
      return null;
  }
};

/** The place of the cell that an element is or stands in. */
export const placeOf = (element: Element): Place | null => {
  const cell = element.closest<HTMLElement>('[data-cell]');
  const [row, column] = (cell?.dataset.cell ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
};

/** One tab stop that moves through the cells (WAI-ARIA grid pattern). */
export const useRoving = ({ root, rowCount, columnCount, pageRows, onEnter }: RovingOptions) => {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const active: Place = {
    row: between(-1, place.row, rowCount - 1),
    column: between(0, place.column, columnCount - 1),
  };

  const cellAt = ({ row, column }: Place) =>
    root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;

  const focus = (next: Place) => {
    // The row may be far off screen: it is drawn first, then focus scrolls it into view.
    flushSync(() => setPlace(next));
    cellAt(next)?.focus();
  };

  // Where nothing has focus, the keys that move in a list find their way into it.
  const enter = useRef(() => {});
  useEffect(() => {
    enter.current = () => focus({ ...active, row: Math.max(active.row, Math.min(0, rowCount - 1)) });
  });
  useEffect(() => {
    const onPageKey = (event: globalThis.KeyboardEvent) => {
      if (!ENTERING.has(event.key) || event.defaultPrevented || !isForPage(event)) return;
      if (document.activeElement !== document.body && document.activeElement?.id !== 'main') return;
      event.preventDefault();
      enter.current();
    };
    window.addEventListener('keydown', onPageKey);
    return () => window.removeEventListener('keydown', onPageKey);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-cell]');
    if (!cell || event.altKey || (target !== cell && target.closest('input, textarea, select'))) return;
    const next = placeAfter(event, active, { rowCount, columnCount, pageRows: pageRows() });
    if (next) {
      event.preventDefault();
      focus(next);
    } else if (target === cell && active.row >= 0 && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (event.key === 'Enter') onEnter(active, cell);
    }
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const next = placeOf(event.target);
    if (next && (next.row !== active.row || next.column !== active.column)) setPlace(next);
  };

  return { active, onKeyDown, onFocus };
};
