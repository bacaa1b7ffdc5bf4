import type { InputHTMLAttributes } from 'react';
import styles from './radio.module.css';

interface RadioProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  readonly label: string;
  /** What choosing it means. */
  readonly help: string;
}

/** One way out of several, said in a line of its own. */
export const Radio = ({ label, help, ...rest }: RadioProps) => (
  <label className={styles.radio}>
    <input {...rest} type="radio" />
    <span className={styles.words}>
      <span className={styles.label}>{label}</span>
      <span className={styles.help}>{help}</span>
    </span>
  </label>
);
