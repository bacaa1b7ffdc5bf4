import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names';
import { Icon } from '../icon';
import type { GridColumn, GridSort } from './column';
import { TickBox, type GridTick } from './grid-row';
import { ResizeEdge } from './resize-edge';
import type { ResizeHandle } from './use-resizing';
import styles from './grid.module.css';

interface GridHeaderProps {
  readonly columns: readonly Omit<GridColumn<never>, 'cell'>[];
  readonly template: string;
  readonly pinned: readonly string[];
  readonly height: number;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Column that holds the tab stop, when it is in the header. */
  readonly active: number | null;
  /** Ticks all rows shown. */
  readonly tick?: GridTick;
  /** Where columns can be made wider. */
  readonly resize?: ResizeHandle;
}

const turned = (column: string, sort: GridSort | undefined): GridSort => ({
  column,
  direction: sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

export const GridHeader = ({
  columns,
  template,
  pinned,
  height,
  sort,
  onSort,
  active,
  tick,
  resize,
}: GridHeaderProps) => {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={styles.header}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        style={{ gridTemplateColumns: template, minBlockSize: height }}
      >
        {columns.map((column, index) => {
          const sorted = sort?.column === column.id ? sort.direction : undefined;
          const tabIndex = active === index ? 0 : -1;
          const unit = column.unit ? t('ui.unitIn', { unit: column.unit }) : '';
          const words = (
            <span data-content className={styles.headerWords}>
              {column.header}
              {unit && <span className={styles.unit}>{unit}</span>}
            </span>
          );
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-label={resize && `${column.header}${unit}`}
              aria-colindex={index + 1}
              aria-sort={sorted}
              className={classNames(
                styles.headerCell,
                column.align === 'end' && styles.end,
                index < pinned.length && styles.sticky,
              )}
              style={{ insetInlineStart: pinned[index] }}
              {...(column.sortable ? {} : { tabIndex, 'data-cell': `-1:${index}` })}
            >
              {index === 0 && tick && <TickBox {...tick} />}
              {column.sortable ? (
                <button
                  type="button"
                  tabIndex={tabIndex}
                  data-cell={`-1:${index}`}
                  className={styles.sortButton}
                  onClick={() => onSort?.(turned(column.id, sort))}
                >
                  {words}
                  <span className={classNames(styles.arrow, sorted && styles.arrowOn)}>
                    <Icon name={sorted === 'descending' ? 'sortDown' : 'sortUp'} size={14} />
                  </span>
                </button>
              ) : (
                words
              )}
              {resize && (
                <ResizeEdge header={column.header} index={index} width={column.width} handle={resize} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
