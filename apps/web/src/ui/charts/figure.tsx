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
      {asTable ? <div className={styles.table}>{table}</div> : children}
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
};

interface PlainTableProps {
  readonly label: string;
  readonly head: readonly string[];
  /** First cell of each row is its header; the rest are numbers. */
  readonly rows: readonly (readonly string[])[];
}

/** A table of words and numbers, small enough to need no grid. */
export const PlainTable = ({ label, head, rows }: PlainTableProps) => (
  <table className={styles.plain}>
    <caption className="visually-hidden">{label}</caption>
    <thead>
      <tr>
        {head.map((words) => (
          <th key={words} scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first = '', ...numbers]) => (
        <tr key={first}>
          <th scope="row">{first}</th>
          {numbers.map((text, index) => (
            <td key={index}>{text}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
