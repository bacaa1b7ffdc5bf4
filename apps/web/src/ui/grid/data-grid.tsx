import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names';
import { isHeldBack } from '../single-keys';
import { pinnedPlaces, template, widths, type Density, type GridColumn, type GridSort } from './column';
import { GridHeader } from './grid-header';
import { GridRow, SkeletonRows } from './grid-row';
import { useSelecting, type GridSelection } from './selection';
import { useResizing, type ChosenWidths } from './use-resizing';
import { useCopying } from './use-copying';
import { usePrinting } from './use-printing';
import { placeOf, useRoving } from './use-roving';
import { useRowHeight } from './use-row-height';
import styles from './grid.module.css';

const features = tableFeatures({});
type Features = typeof features;

interface DataGridProps<Row extends RowData> {
  /** Name of the grid for a screen reader. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** Undefined while the first answer is on its way: rows of the same height stand in. */
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  /** Rows of the whole list, of which these are a part. */
  readonly total?: number;
  /** Place of the first of these rows in the whole list. */
  readonly offset?: number;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  readonly onOpen?: (row: Row) => void;
  /** Enter, where it leads further in than a press of the mouse. */
  readonly onEnter?: (row: Row) => void;
  /** E, F2 or a double click on a cell: the row and the column. */
  readonly onEdit?: (row: Row, columnId: string) => void;
  /** More keys of one sign, and what they do with the row of the tab stop. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>>;
  /** A column was made wider or narrower by hand; without it none can be. */
  readonly onResize?: (chosen: ChosenWidths) => void;
  /** The row whose file is open beside the grid. */
  readonly openedId?: string;
  /** Whether rows can be ticked, and which are. */
  readonly selection?: GridSelection<Row>;
  /** A new answer is on its way; the rows shown stay. */
  readonly refreshing?: boolean;
  /** So many columns from the first on stay when the rest scrolls sideways. */
  readonly pinnedColumns?: number;
  readonly density?: Density;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** Shown in place of rows when they could not be had. */
  readonly error?: ReactNode;
  readonly footer?: ReactNode;
}

const NO_ROWS: readonly never[] = [];
const EDIT_KEYS = new Set(['e', 'F2']);
const DOUBLE_CLICK_MS = 220;

/** A cell that is cut off tells the whole of it on hover. */
const tellWhole = ({ target }: MouseEvent) => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? '';
};

export const DataGrid = <Row extends RowData>({
  label,
  columns,
  rows,
  rowId,
  total,
  offset = 0,
  sort,
  onSort,
  onOpen,
  onEnter = onOpen,
  onEdit,
  rowKeys,
  onResize,
  openedId,
  selection,
  refreshing = false,
  pinnedColumns = 1,
  density = 'normal',
  empty,
  error,
  footer,
}: DataGridProps<Row>) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(density);
  const printing = usePrinting();
  const resizing = useResizing({ frame, columns, onResize });

  useCopying(root);

  const table = useTable<Features, Row>({
    features,
    data: rows ?? (NO_ROWS as readonly Row[]),
    columns: useMemo(
      () =>
        columns.map((column): ColumnDef<Features, Row> => ({
          id: column.id,
          header: column.header,
          cell: ({ row }) => column.cell(row.original),
        })),
      [columns],
    ),
    getRowId: rowId,
  });

  const records = table.getRowModel().rows;
  const loading = rows === undefined && !error;
  const selecting = useSelecting(
    selection,
    records.map((record) => record.original),
    rowId,
  );

  const roving = useRoving({
    root,
    rowCount: records.length,
    columnCount: columns.length,
    pageRows: () => Math.max(1, Math.floor((root.current?.clientHeight ?? 0) / rowHeight) - 2),
    onEnter: ({ row }, cell) => {
      const record = records[row];
      if (onEnter && record) onEnter(record.original);
      else cell.querySelector<HTMLElement>('a, button')?.click();
    },
  });

  // What opens beside the grid moves its cells: a second press must still meet the cell of the first.
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  const openSoon = (row: Row) => {
    clearTimeout(opening.current);
    if (onEdit) opening.current = setTimeout(() => onOpen?.(row), DOUBLE_CLICK_MS);
    else onOpen?.(row);
  };

  const editAt = (row: number, column: number): boolean => {
    const record = records[row];
    const columnId = columns[column]?.id;
    if (!onEdit || !record || !columnId) return false;
    onEdit(record.original, columnId);
    return true;
  };
  const onRowKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const record = records[roving.active.row];
    const act = rowKeys?.[event.key];
    if (act && record) act(record.original);
    else if (!EDIT_KEYS.has(event.key) || !editAt(roving.active.row, roving.active.column)) return false;
    event.preventDefault();
    return true;
  };

  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => root.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => records[index]?.id ?? index,
    overscan: 8,
    // The row that holds the tab stop is always drawn, else focus would be lost when it scrolls away.
    rangeExtractor: (range: Range) => {
      if (printing || resizing.measuring) return records.map((_, index) => index);
      const drawn = defaultRangeExtractor(range);
      const { row } = roving.active;
      return row < 0 || drawn.includes(row) ? drawn : [...drawn, row].sort((a, b) => a - b);
    },
  });

  const columnsTemplate = template(columns, pinnedColumns);
  const places = pinnedPlaces(pinnedColumns);
  const pinned = places.slice(0, -1);
  // Rows are taken out of the flow, and give their body no width.
  const wholeWidth = pinnedPlaces(columns.length).at(-1);
  const message = error ?? (rows?.length === 0 ? empty : undefined);

  return (
    <div ref={frame} className={styles.frame} data-density={density} style={widths(columns) as CSSProperties}>
      <div
        className={classNames(styles.progress, refreshing && !loading && styles.moving)}
        aria-hidden="true"
      />
      <div
        ref={root}
        role="grid"
        aria-label={label}
        aria-rowcount={(total ?? records.length) + 1}
        aria-colcount={columns.length}
        aria-busy={loading || refreshing}
        className={styles.scroll}
        style={{ scrollPaddingInlineStart: places.at(-1), scrollPaddingBlockStart: rowHeight }}
        aria-multiselectable={selection ? true : undefined}
        onKeyDown={(event) => {
          if (isHeldBack(event)) return;
          const onCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
          if (onCell && resizing.onKey(event, roving.active.column)) return;
          if (onCell && (selecting.onKey(event, roving.active.row) || onRowKey(event))) return;
          roving.onKeyDown(event);
        }}
        onFocus={roving.onFocus}
        // The second press of a double click edits: it selects no word under what opens.
        onMouseDown={(event) => {
          if (onEdit && event.detail > 1) event.preventDefault();
        }}
        onDoubleClick={({ target }) => {
          clearTimeout(opening.current);
          const place = target instanceof Element ? placeOf(target) : null;
          if (place) editAt(place.row, place.column);
        }}
        onMouseOver={tellWhole}
      >
        <GridHeader
          columns={columns}
          template={columnsTemplate}
          pinned={pinned}
          height={rowHeight}
          sort={sort}
          onSort={onSort}
          resize={resizing.handle}
          active={roving.active.row === -1 || records.length === 0 ? roving.active.column : null}
          tick={
            selection && {
              on: selecting.all,
              label: selection.allLabel,
              onToggle: selecting.toggleAll,
            }
          }
        />
        {loading && <SkeletonRows columns={columns} template={columnsTemplate} height={rowHeight} />}
        {records.length > 0 && (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ blockSize: virtualizer.getTotalSize(), minInlineSize: wholeWidth }}
          >
            {virtualizer.getVirtualItems().map((item) => {
              const record = records[item.index];
              if (!record) return null;
              return (
                <GridRow
                  key={record.id}
                  cells={record.getAllCells().map((cell, index) => ({
                    id: cell.id,
                    align: columns[index]?.align ?? 'start',
                    content: <table.FlexRender cell={cell} />,
                  }))}
                  index={item.index}
                  ariaIndex={offset + item.index + 2}
                  start={item.start}
                  height={rowHeight}
                  template={columnsTemplate}
                  pinned={pinned}
                  active={roving.active.row === item.index ? roving.active.column : null}
                  opened={record.id === openedId}
                  tick={
                    selection && {
                      on: selecting.isOn(record.original),
                      label: selection.labelOf(record.original),
                      onToggle: (span) => selecting.toggle(item.index, span),
                    }
                  }
                  onOpen={onOpen && (() => openSoon(record.original))}
                />
              );
            })}
          </div>
        )}
      </div>
      {loading && (
        <p role="status" className="visually-hidden">
          {t('ui.loading')}
        </p>
      )}
      {resizing.chosen && (
        <p role="status" className="visually-hidden">
          {t('ui.grid.width', {
            column: columns[resizing.chosen.index]?.header,
            width: resizing.chosen.width,
          })}
        </p>
      )}
      {message && <div className={styles.message}>{message}</div>}
      {footer && <div className={styles.footer}>{footer}</div>}
    </div>
  );
};
