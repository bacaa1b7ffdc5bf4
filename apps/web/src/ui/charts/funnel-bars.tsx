import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../class-names';
import type { Tone } from '../mark';
import fills from './fills.module.css';
import styles from './funnel-bars.module.css';

interface FunnelMeasure {
  readonly id: string;
  readonly text: string;
  /** Its share of the whole. */
  readonly share?: string;
  /** A line below: how it changed. */
  readonly note?: ReactNode;
}

interface FunnelBar {
  readonly id: string;
  readonly label: ReactNode;
  readonly tone: Tone;
  /** Length of the bar. For drawing only: the numbers shown are `measures`. */
  readonly size: number;
  readonly measures: readonly FunnelMeasure[];
  /** The rows behind the bar. */
  readonly to?: string;
}

interface FunnelBarsProps {
  readonly bars: readonly FunnelBar[];
  readonly label: string;
  /** The measure that the bars draw: written larger. */
  readonly drawn?: string;
}

const Bar = ({
  bar,
  width,
  drawn,
}: {
  readonly bar: FunnelBar;
  readonly width: number;
  readonly drawn?: string;
}) => (
  <>
    <span className={styles.label}>{bar.label}</span>
    <svg className={styles.track} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect className={styles.ground} width="100" height="10" />
      <rect className={fills[bar.tone]} width={width} height="10" />
    </svg>
    {bar.measures.map(({ id, text, share, note }) => (
      <span key={id} className={classNames(styles.measure, id === drawn && styles.drawn)}>
        <span className={styles.text}>{text}</span>
        {share && <span className={styles.share}>{share}</span>}
        {note && <span className={styles.note}>{note}</span>}
      </span>
    ))}
  </>
);

/** Bars under each other, in the order of the way a thing goes; each leads to its rows. */
export const FunnelBars = ({ bars, label, drawn }: FunnelBarsProps) => {
  const largest = Math.max(...bars.map((bar) => bar.size)) || 1;
  // A stage with one mine among thousands must still be seen.
  const width = (size: number) => (size > 0 ? Math.max(0.6, (size / largest) * 100) : 0);
  return (
    <ul aria-label={label} className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.id}>
          {bar.to ? (
            <Link to={bar.to} className={classNames(styles.bar, styles.link)}>
              <Bar bar={bar} width={width(bar.size)} drawn={drawn} />
            </Link>
          ) : (
            <div className={styles.bar}>
              <Bar bar={bar} width={width(bar.size)} drawn={drawn} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
