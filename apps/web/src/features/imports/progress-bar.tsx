import { classNames } from '../../ui/class-names';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; null while nobody can tell. */
  readonly done: number | null;
}

export const ProgressBar = ({ label, done }: ProgressBarProps) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={done === null ? undefined : Math.floor(done * 100)}
    className={styles.bar}
  >
    <div
      className={classNames(styles.filled, done === null && styles.moving)}
      style={done === null ? undefined : { inlineSize: `${done * 100}%` }}
    />
  </div>
);
