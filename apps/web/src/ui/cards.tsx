import type { ReactNode } from 'react';
import styles from './cards.module.css';

/** A list where a grid has no room: one card a row. */
export const Cards = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul className={styles.cards} aria-label={label}>
    {children}
  </ul>
);

interface CardProps {
  readonly title: ReactNode;
  /** State of the row, beside its title. */
  readonly tag?: ReactNode;
  readonly lines: readonly ReactNode[];
  readonly onOpen: () => void;
}

/** The whole card is what one presses. */
export const Card = ({ title, tag, lines, onOpen }: CardProps) => (
  <li>
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.title}>{title}</span>
      {tag}
      {lines.map(
        (line, index) =>
          line && (
            <span key={index} className={styles.line}>
              {line}
            </span>
          ),
      )}
    </button>
  </li>
);
