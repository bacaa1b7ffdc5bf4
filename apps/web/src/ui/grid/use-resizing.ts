import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { inRem, trackName, widthName, widths, withinLimits, type GridColumn } from './column';
import { fitWidth } from './fit-width';
import { rootFontSize } from './use-row-height';

/** Widths that somebody gave to columns, by their ids. */
export type ChosenWidths = Readonly<Record<string, number>>;

interface ResizingOptions {
  /** Bears the widths of all columns. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly columns: readonly Pick<GridColumn<never>, 'id' | 'width' | 'grow'>[];
  readonly onResize: ((chosen: ChosenWidths) => void) | undefined;
}

interface Drag {
  readonly index: number;
  readonly startX: number;
  /** Of the column and of all before it, as they are seen. */
  readonly seen: readonly number[];
  width: number | null;
}

const STEP = 16;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowRight: STEP };

const perPixel = () => 14 / rootFontSize();

/** Makes columns wider and narrower: by the edge of their header, or with Alt, Shift and an arrow. */
export const useResizing = ({ frame, columns, onResize }: ResizingOptions) => {
  const drag = useRef<Drag | null>(null);
  /** Every row is drawn while a width is taken from them. */
  const [measuring, setMeasuring] = useState(false);
  const [chosen, setChosen] = useState<{ readonly index: number; readonly width: number } | null>(null);

  const seenWidth = (index: number) => {
    const header = frame.current?.querySelector(`[role="columnheader"][aria-colindex="${index + 1}"]`);
    return Math.round((header?.getBoundingClientRect().width ?? 0) * perPixel());
  };
  const set = (name: string, width: number) => frame.current?.style.setProperty(name, inRem(width));
  const grows = (index: number) => (columns[index]?.grow ?? 0) > 0;
  const choose = (index: number, seen: readonly number[], wanted: number) => {
    const width = withinLimits(wanted);
    // What grows before it would take back what it gains: those stay as they are seen.
    const before = columns.slice(0, index).flatMap(({ id }, at) => (grows(at) ? [[id, seen[at] ?? 0]] : []));
    setChosen({ index, width });
    onResize?.({ ...Object.fromEntries(before), [columns[index]?.id ?? '']: width } as ChosenWidths);
  };
  const seenUpTo = (index: number) => columns.slice(0, index + 1).map((_, at) => seenWidth(at));
  const fit = (index: number) => {
    const seen = seenUpTo(index);
    flushSync(() => setMeasuring(true));
    const pixels = frame.current ? fitWidth(frame.current, index) : 0;
    setMeasuring(false);
    choose(index, seen, Math.ceil(pixels * perPixel()));
  };

  const end = ({ currentTarget }: PointerEvent<HTMLElement>, keep: boolean) => {
    const held = drag.current;
    drag.current = null;
    delete currentTarget.dataset.dragged;
    columns.forEach((_, index) => frame.current?.style.removeProperty(trackName(index)));
    if (!held || held.width === null) return;
    if (keep) return choose(held.index, held.seen, held.width);
    for (const [name, width] of Object.entries(widths(columns)))
      frame.current?.style.setProperty(name, width);
  };

  return {
    measuring,
    chosen,
    /** Whether the key made a column wider, narrower or as wide as what is in it. */
    onKey: (event: KeyboardEvent, index: number): boolean => {
      if (!onResize || !event.altKey || !event.shiftKey) return false;
      const step = STEPS[event.key];
      if (step !== undefined) choose(index, seenUpTo(index), seenWidth(index) + step);
      else if (event.key === 'Enter') fit(index);
      else return false;
      event.preventDefault();
      return true;
    },
    handle: onResize && {
      onPointerDown: (event: PointerEvent<HTMLElement>, index: number) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.dataset.dragged = '';
        drag.current = { index, startX: event.clientX, seen: seenUpTo(index), width: null };
      },
      onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
        const held = drag.current;
        if (!held || (held.width === null && clientX === held.startX)) return;
        // Until now nothing was moved: what grows is held where it is, so that the edge stays under the pointer.
        if (held.width === null)
          held.seen.forEach((width, at) => {
            if (grows(at)) set(trackName(at), width);
          });
        held.width = withinLimits((held.seen[held.index] ?? 0) + (clientX - held.startX) * perPixel());
        set(widthName(held.index), held.width);
        if (grows(held.index)) set(trackName(held.index), held.width);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
      onFit: fit,
    },
  };
};

export type ResizeHandle = NonNullable<ReturnType<typeof useResizing>['handle']>;
