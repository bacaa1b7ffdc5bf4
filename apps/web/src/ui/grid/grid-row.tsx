import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '../class-names';
import { SkeletonLine } from '../skeleton';
import styles from './grid.module.css';

interface GridRowProps {
  readonly cells: readonly {
    readonly id: string;
    readonly align: 'start' | 'end';
    readonly content: ReactNode;
  }[];
  readonly index: number;
  readonly ariaIndex: number;
  readonly start: number;
  readonly height: number;
  readonly template: string;
  /** Places of the columns that stay when the rest scrolls. */
  readonly pinned: readonly string[];
  /** Column that holds the tab stop, when it is in this row. */
  readonly active: number | null;
  readonly opened: boolean;
  readonly onOpen?: () => void;
  readonly tick?: GridTick;
}

/** A box to tick. One tab stop is the grid's rule: keys reach it through the row's cell. */
export interface GridTick {
  readonly on: boolean;
  readonly label: string;
  /** `span` from the row ticked before to this one. */
  readonly onToggle: (span: boolean) => void;
}

export const TickBox = ({ on, label, onToggle }: GridTick) => (
  <input
    type="checkbox"
    tabIndex={-1}
    className={styles.tick}
    checked={on}
    aria-label={label}
    onChange={(event) =>
      onToggle(event.nativeEvent instanceof window.MouseEvent && event.nativeEvent.shiftKey)
    }
  />
);

const hitsControl = (event: MouseEvent) => (event.target as HTMLElement).closest('a, button, input, label');
const selectsText = () => (window.getSelection()?.toString() ?? '') !== '';

export const GridRow = ({
  cells,
  index,
  ariaIndex,
  start,
  height,
  template,
  pinned,
  active,
  opened,
  onOpen,
  tick,
}: GridRowProps) => (
  <div
    role="row"
    aria-rowindex={ariaIndex}
    aria-current={opened ? 'true' : undefined}
    aria-selected={tick?.on}
    className={classNames(
      styles.row,
      styles.data,
      onOpen && styles.opens,
      opened && styles.opened,
      tick?.on && styles.ticked,
    )}
    style={{ gridTemplateColumns: template, blockSize: height, transform: `translateY(${start}px)` }}
    onClick={(event) => {
      if (onOpen && !hitsControl(event) && !selectsText()) onOpen();
    }}
  >
    {cells.map((cell, column) => (
      <div
        key={cell.id}
        role={column === 0 ? 'rowheader' : 'gridcell'}
        aria-colindex={column + 1}
        tabIndex={active === column ? 0 : -1}
        data-cell={`${index}:${column}`}
        className={classNames(
          styles.cell,
          cell.align === 'end' && styles.end,
          column < pinned.length && styles.sticky,
        )}
        style={{ insetInlineStart: pinned[column] }}
      >
        {column === 0 && tick && <TickBox {...tick} />}
        <span data-content className={styles.content}>
          {cell.content}
        </span>
      </div>
    ))}
  </div>
);

interface SkeletonRowsProps {
  readonly columns: readonly unknown[];
  readonly template: string;
  readonly height: number;
}

const SKELETON_ROWS = 12;

export const SkeletonRows = ({ columns, template, height }: SkeletonRowsProps) => (
  <div aria-hidden="true" className={styles.skeleton}>
    {Array.from({ length: SKELETON_ROWS }, (_, row) => (
      <div key={row} className={styles.row} style={{ gridTemplateColumns: template, blockSize: height }}>
        {columns.map((_, column) => (
          <div key={column} className={styles.cell}>
            <SkeletonLine width={`${45 + ((row * 31 + column * 17) % 40)}%`} />
          </div>
        ))}
      </div>
    ))}
  </div>
);
