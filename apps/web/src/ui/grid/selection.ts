import { useRef, type KeyboardEvent } from 'react';

/** Rows that are ticked, by id, kept by whoever shows the grid: they may stand on other pages too. */
export interface GridSelection<Row> {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (rows: readonly Row[], on: boolean) => void;
  /** Name of a row's tick for a screen reader. */
  readonly labelOf: (row: Row) => string;
  /** Name of the tick that takes all rows shown. */
  readonly allLabel: string;
}

const SPANS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Ticking rows: one, a span from the last one on, or all that are shown. */
export const useSelecting = <Row>(
  selection: GridSelection<Row> | undefined,
  rows: readonly Row[],
  rowId: (row: Row) => string,
) => {
  const anchor = useRef(0);
  const isOn = (row: Row | undefined) => row !== undefined && (selection?.selected.has(rowId(row)) ?? false);
  const toggle = (index: number, span: boolean) => {
    const on = !isOn(rows[index]);
    const [from, to] = span ? [anchor.current, index].sort((one, other) => one - other) : [index, index];
    anchor.current = index;
    selection?.onSelect(rows.slice(from, Number(to) + 1), on);
  };
  /** Shift with an arrow, as in a spreadsheet: away from where it began it ticks, back to there it lets go. */
  const stretch = (row: number, step: number) => {
    if (!isOn(rows[row])) anchor.current = row;
    const to = rows[row + step];
    if (!to) return;
    const back = Math.sign(row - anchor.current) === -step;
    if (back) selection?.onSelect([rows[row] as Row], false);
    else selection?.onSelect([rows[row] as Row, to], true);
  };
  const all = rows.length > 0 && rows.every(isOn);
  return {
    isOn,
    toggle,
    all,
    toggleAll: () => selection?.onSelect(rows, !all),
    /**
     * Space or X ticks the row of the tab stop, with Shift the span to it, Shift and an arrow the next one too, Ctrl+A
     * all. Says whether that was all the key does.
     */
    onKey: (event: KeyboardEvent, row: number): boolean => {
      if (!selection || event.altKey) return false;
      const jump = event.ctrlKey || event.metaKey;
      const step = SPANS[event.key];
      if (step !== undefined && event.shiftKey && !jump && row >= 0) {
        stretch(row, step);
        return false;
      }
      if (jump && event.key.toLowerCase() === 'a') selection.onSelect(rows, !all);
      else if (!jump && row >= 0 && (event.key === ' ' || event.key.toLowerCase() === 'x'))
        toggle(row, event.shiftKey);
      else return false;
      event.preventDefault();
      return true;
    },
  };
};
