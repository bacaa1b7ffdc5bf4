import type { ReactNode } from 'react';

/** One column of a grid. Widths are CSS pixels at standard text size. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Unit of every value in the column, shown once in the header. */
  readonly unit?: string;
  /** What the cell shows. Links and buttons inside take `tabIndex={-1}`: the grid is one tab stop. */
  readonly cell: (row: Row) => ReactNode;
  readonly width: number;
  /** Share of the room that is left; 0 keeps the width. */
  readonly grow?: number;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
}

export interface GridSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export const DENSITIES = { compact: 30, normal: 36, roomy: 44 } as const;
export type Density = keyof typeof DENSITIES;

type Sized = Pick<GridColumn<never>, 'width' | 'grow'>;

const inRem = (width: number) => `${(width / 14).toFixed(3)}rem`;

/** Widths as CSS. A pinned column that others are pinned after keeps its width, so that their places are known. */
export const template = (columns: readonly Sized[], pinned = 1): string =>
  columns
    .map(({ width, grow = 0 }, index) =>
      grow > 0 && index >= pinned - 1 ? `minmax(${inRem(width)}, ${grow}fr)` : inRem(width),
    )
    .join(' ');

/** Where each pinned column stays when the rest scrolls, and where the rest begins. */
export const pinnedPlaces = (columns: readonly Sized[], pinned: number): readonly string[] => {
  let room = 0;
  const places = [inRem(0)];
  for (const { width } of columns.slice(0, pinned)) places.push(inRem((room += width)));
  return places;
};

/** A sort as an address says it: the column's name, with a `-` before it to sort downwards. */
export const gridSort = (text: string): GridSort => ({
  column: text.replace(/^-/, ''),
  direction: text.startsWith('-') ? 'descending' : 'ascending',
});

/** The same back, for a column that is among the names. */
export const sortText = <Name extends string>(
  names: readonly Name[],
  { column, direction }: GridSort,
): Name | `-${Name}` | undefined => {
  const name = names.find((one) => one === column);
  return name && direction === 'descending' ? `-${name}` : name;
};
