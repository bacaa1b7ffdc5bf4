import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import styles from './figure.module.css';

interface FigureProps {
  /** The finding, or at least the question: what a reader takes away. */
  readonly title: string;
  /** Source, definition and the day the data stand at. */
  readonly caption: ReactNode;
  /** Beside the title: count or area, period. */
  readonly controls?: ReactNode;
  /** The same numbers as rows, for who cannot see the drawing or wants to copy them. */
  readonly table?: ReactNode;
  readonly children: ReactNode;
}

export const Figure = ({ title, caption, controls, table, children }: FigureProps) => {
  const { t } = useTranslation();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <div className={styles.controls} data-print="no">
          {controls}
          {table && (
            <Button
              look="quiet"
              size="small"
              icon={asTable ? 'chart' : 'table'}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {t('ui.figure.asTable')}
            </Button>
          )}
        </div>
      </div>
      {asTable ? (
        <div className={styles.table} tabIndex={0} role="region" aria-labelledby={titleId}>
          {table}
        </div>
      ) : (
        children
      )}
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
};

interface PlainTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    /** The first is the row's header; the rest are numbers. */
    readonly cells: readonly ReactNode[];
  }[];
}

/** A table of words and numbers, small enough to need no grid. */
export const PlainTable = ({ label, head, rows }: PlainTableProps) => (
  <table className={styles.plain}>
    <caption className="visually-hidden">{label}</caption>
    <thead>
      <tr>
        {head.map((words, index) => (
          <th key={index} scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, cells: [name, ...numbers] }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          {numbers.map((number, index) => (
            <td key={index}>{number}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
