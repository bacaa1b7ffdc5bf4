import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import type { Tone } from '../mark';
import styles from './bar-table.module.css';

export interface BarTableRow {
  readonly id: string;
  readonly label: ReactNode;
  /** 0 to 1, for drawing; the number shown is `text`. */
  readonly share: number;
  readonly text: string;
  /** 0 to 1: where the bar should reach by now. */
  readonly target?: number;
  /** Further cells, in the order of `head` after the bar. */
  readonly cells?: readonly ReactNode[];
}

interface BarTableProps {
  readonly label: string;
  /** First the row's name, then the bar, then the further cells. */
  readonly head: readonly string[];
  readonly rows: readonly BarTableRow[];
  readonly tone?: Tone;
}

const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`;

/** A table whose second column is also drawn, so that the eye ranks what the reader can copy. */
export const BarTable = ({ label, head, rows, tone = 'malachite' }: BarTableProps) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
    <table className={styles.table}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {head.map((words, index) => (
            <th key={words} scope="col" className={classNames(index > 1 && styles.end)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td className={styles.barCell}>
              <span className={styles.pair}>
                <svg className={styles.track} aria-hidden="true">
                  <rect className={styles.ground} width="100%" height="100%" />
                  <rect className={styles[tone]} width={percent(row.share)} height="100%" />
                  {row.target !== undefined && (
                    <line
                      className={styles.target}
                      x1={percent(row.target)}
                      x2={percent(row.target)}
                      y1="0"
                      y2="100%"
                    />
                  )}
                </svg>
                <span className={styles.text}>{row.text}</span>
              </span>
            </td>
            {row.cells?.map((cell, index) => (
              <td key={index} className={styles.end}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
