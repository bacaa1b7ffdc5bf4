import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import type { GridSort } from '../grid/column';
import { Icon } from '../icon';
import type { Tone } from '../mark';
import fills from './fills.module.css';
import styles from './bar-table.module.css';

interface BarTableColumn {
  readonly id: string;
  readonly header: string;
  /** Unit of every value in the column, shown once in the head. */
  readonly unit?: string;
}

interface BarTableRow {
  readonly id: string;
  readonly label: ReactNode;
  /** 0 to 1, for drawing; the number shown is the first of `cells`. */
  readonly share: number;
  /** In the order of the columns after the row's name; the first belongs to the bar. */
  readonly cells: readonly ReactNode[];
}

interface BarTableProps {
  readonly label: string;
  /** First the row's name, then what the bar draws, then the others. */
  readonly columns: readonly BarTableColumn[];
  readonly rows: readonly BarTableRow[];
  /** What the rows add up to. */
  readonly total: BarTableRow;
  readonly tone: Tone;
  readonly sort: GridSort;
  /** A column's head was pressed. */
  readonly onSort: (column: string) => void;
}

/** A table whose second column is also drawn, so that the eye ranks what the reader can copy. */
export const BarTable = ({ label, columns, rows, total, tone, sort, onSort }: BarTableProps) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
    <table className={styles.table}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <Head
              key={column.id}
              column={column}
              isDrawn={index === 1}
              className={classNames(index > 1 && styles.end)}
              sorted={sort.column === column.id ? sort.direction : undefined}
              onSort={() => onSort(column.id)}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} tone={tone} />
        ))}
      </tbody>
      <tfoot>
        <Row row={total} tone={tone} />
      </tfoot>
    </table>
  </div>
);

interface HeadProps {
  readonly column: BarTableColumn;
  /** It spans the bar and its number. */
  readonly isDrawn: boolean;
  readonly className: string;
  readonly sorted: GridSort['direction'] | undefined;
  readonly onSort: () => void;
}

const Head = ({ column: { header, unit }, isDrawn, className, sorted, onSort }: HeadProps) => (
  <th scope="col" colSpan={isDrawn ? 2 : 1} aria-sort={sorted} className={className}>
    <button type="button" className={styles.sort} onClick={onSort}>
      <span>
        {header} {unit && <span className={styles.unit}>{unit}</span>}
      </span>
      <span className={classNames(styles.arrow, sorted && styles.arrowOn)}>
        <Icon name={sorted === 'ascending' ? 'sortUp' : 'sortDown'} size={14} />
      </span>
    </button>
  </th>
);

const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`;

const Row = ({ row, tone }: { readonly row: BarTableRow; readonly tone: Tone }) => (
  <tr>
    <th scope="row">{row.label}</th>
    {/* Apart from its number, so that all bars are of one scale however long the numbers are. */}
    <td className={styles.barCell}>
      <svg className={styles.track} aria-hidden="true">
        <rect className={styles.ground} width="100%" height="100%" />
        <rect className={fills[tone]} width={percent(row.share)} height="100%" />
      </svg>
    </td>
    {row.cells.map((cell, index) => (
      <td key={index} className={styles.end}>
        {cell}
      </td>
    ))}
  </tr>
);
