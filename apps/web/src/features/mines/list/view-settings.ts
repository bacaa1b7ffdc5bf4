import type { SavedView } from '@qingshan/contracts';
import { useMemo, useState } from 'react';
import { recall, remember } from '../../../shell/remembered';
import { DENSITIES, withinLimits, type Density } from '../../../ui/grid/column';

/** How this browser's user likes the ledger. */
export interface View {
  readonly density: Density;
  readonly hidden: readonly string[];
  readonly order: readonly string[];
  /** Columns that stay beside the name when the rest scrolls sideways. */
  readonly pinned: readonly string[];
  /** Columns whose width is not the usual one: a part of it, or what it was dragged to. */
  readonly widths: Readonly<Record<string, ColumnWidth | number>>;
}

/** How wide a column is, as a part of its usual width. */
const WIDTHS = { narrow: 0.7, usual: 1, wide: 1.5 } as const;
export type ColumnWidth = keyof typeof WIDTHS;
export const COLUMN_WIDTHS = Object.keys(WIDTHS) as ColumnWidth[];

export const DEFAULT_VIEW: View = {
  density: 'normal',
  hidden: ['town', 'approach', 'updatedAt'],
  order: [],
  pinned: [],
  widths: {},
};

const asWidth = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value)
    ? withinLimits(value)
    : COLUMN_WIDTHS.find((one) => one === value);

const widthsIn = (value: unknown): Record<string, ColumnWidth | number> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([id, given]) => {
      const width = asWidth(given);
      return width ? [[id, width]] : [];
    }),
  );

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;

/** A view as it was kept, as far as it can be understood. */
const viewIn = (given: Partial<Record<keyof View, unknown>>): View => ({
  density: Object.keys(DENSITIES).find((one): one is Density => one === given.density) ?? 'normal',
  hidden: texts(given.hidden) ?? DEFAULT_VIEW.hidden,
  order: texts(given.order) ?? [],
  pinned: texts(given.pinned) ?? [],
  widths: widthsIn(given.widths),
});

/** What was remembered, or else what is usual. */
export const readView = (text: string | null, usual = DEFAULT_VIEW): View => {
  try {
    return viewIn(JSON.parse(text ?? '') as Partial<Record<keyof View, unknown>>);
  } catch {
    return usual;
  }
};

/** All columns in the order chosen; one that is new since then comes at its own place at the end. */
export const ordered = (all: readonly string[], order: readonly string[]): string[] => [
  ...order.filter((id) => all.includes(id)),
  ...all.filter((id) => !order.includes(id)),
];

/** The list with one entry put at another place; the first stays, it holds the name. */
export const placed = (list: readonly string[], id: string, to: number): string[] => {
  if (list.indexOf(id) < 1 || to < 1 || to >= list.length) return [...list];
  const rest = list.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
};

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly grow?: number;
}

/** A width set by hand is kept to the pixel: such a column takes no share of what is left. */
const sized = <Column extends Sized>(column: Column, chosen: ColumnWidth | number = 'usual'): Column =>
  typeof chosen === 'number'
    ? { ...column, width: chosen, grow: 0 }
    : { ...column, width: column.width * WIDTHS[chosen] };

/** The columns a view shows, as wide as it wants them: first the name, then what is pinned beside it, then the rest. */
export const arranged = <Column extends Sized>(
  all: readonly Column[],
  view: View,
): { readonly columns: readonly Column[]; readonly pinned: number } => {
  const ids = all.map(({ id }) => id);
  const shown = ordered(ids, view.order).filter((id, index) => index === 0 || !view.hidden.includes(id));
  const [first, ...rest] = shown;
  const pinned = [first, ...rest.filter((id) => view.pinned.includes(id))];
  const columns = [...pinned, ...rest.filter((id) => !view.pinned.includes(id))].flatMap((id) => {
    const column = all.find((one) => one.id === id);
    return column ? [sized(column, view.widths[column.id])] : [];
  });
  return { columns, pinned: pinned.length };
};

/**
 * The columns in force, and the ones to go back to. A saved view that keeps its columns is drawn with them, until the user
 * likes others better there, and the view is saved anew; all the rest of the ledger is drawn in one way.
 */
export const useView = (saved?: Pick<SavedView, 'id' | 'version' | 'layout'>) => {
  const layout = saved?.layout;
  const name = layout ? `mines.view.${saved.id}.${saved.version}` : 'mines.view';
  const [changed, setChanged] = useState<Readonly<Record<string, View>>>({});
  const usual = useMemo(() => (layout ? viewIn(layout) : DEFAULT_VIEW), [layout]);
  const remembered = useMemo(() => readView(recall(name), usual), [name, usual]);
  const setView = (next: View) => {
    setChanged((before) => ({ ...before, [name]: next }));
    remember(name, JSON.stringify(next));
  };
  return { view: changed[name] ?? remembered, usual, setView };
};
