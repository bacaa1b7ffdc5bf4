import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './stat.module.css';

export interface Measure {
  readonly value: string;
  readonly unit: string;
}

interface StatProps {
  readonly label: ReactNode;
  /** How many, and how much land: one is never shown without the other. */
  readonly count: Measure;
  readonly area: Measure;
  /** A line below: share, change, definition. */
  readonly note?: ReactNode;
  /** The rows behind the number. */
  readonly to?: string;
}

export const Stat = ({ label, count, area, note, to }: StatProps) => {
  const words = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.measures}>
        <Amount {...count} />
        <Amount {...area} />
      </span>
      {note && <span className={styles.note}>{note}</span>}
    </>
  );
  return to ? (
    <Link to={to} className={styles.stat}>
      {words}
    </Link>
  ) : (
    <div className={styles.stat}>{words}</div>
  );
};

const Amount = ({ value, unit }: Measure) => (
  <span className={styles.measure}>
    <span className={styles.value}>{value}</span> <span className={styles.unit}>{unit}</span>
  </span>
);

/** Stats in a row that wraps. */
export const Stats = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.stats}>{children}</div>
);
