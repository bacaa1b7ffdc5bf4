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

/** How narrow and how wide a column can be made by hand. */
export const WIDTH_LIMITS = { least: 64, most: 640 } as const;

export const withinLimits = (width: number): number =>
  Math.round(Math.max(WIDTH_LIMITS.least, Math.min(width, WIDTH_LIMITS.most)));

export const inRem = (width: number) => `${(width / 14).toFixed(3)}rem`;

/** Each width is said once, on the frame: a drag changes it there, and no row has to be drawn again. */
export const widthName = (index: number) => `--column-${index}`;
/** While it is dragged, a column that grows has this width and no other. */
export const trackName = (index: number) => `--track-${index}`;

export const widths = (columns: readonly Sized[]): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map(({ width }, index) => [widthName(index), inRem(width)]));

const growsAt = ({ grow = 0 }: Sized, index: number, pinned: number) => grow > 0 && index >= pinned - 1;

/** Widths as CSS. A pinned column that others are pinned after keeps its width, so that their places are known. */
export const template = (columns: readonly Sized[], pinned = 1): string =>
  columns
    .map((column, index) => {
      const width = `var(${widthName(index)})`;
      return growsAt(column, index, pinned)
        ? `var(${trackName(index)}, minmax(${width}, ${column.grow}fr))`
        : width;
    })
    .join(' ');

/** Where each pinned column stays when the rest scrolls, and where the rest begins. */
export const pinnedPlaces = (pinned: number): readonly string[] => {
  const names = Array.from({ length: pinned }, (_, index) => `var(${widthName(index)})`);
  return ['0rem', ...names.map((_, index) => `calc(${names.slice(0, index + 1).join(' + ')})`)];
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
