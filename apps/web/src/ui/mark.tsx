import { classNames } from './class-names';
import styles from './mark.module.css';

const TONES = ['ochre', 'clay', 'azurite', 'teal', 'malachite', 'stone', 'cinnabar'] as const;
export type Tone = (typeof TONES)[number];

/** A growing disc: the shape tells the order even where the colour is not seen. */
export type MarkShape = 'ring' | 'quarter' | 'half' | 'most' | 'whole' | 'barred' | 'diamond';

/** What fills a mark of 16 by 16, as a path. */
export const MARK_FILLS: Readonly<Record<MarkShape, string>> = {
  ring: '',
  quarter: 'M8 8V3.5A4.5 4.5 0 0 1 12.5 8Z',
  half: 'M8 3.5a4.5 4.5 0 0 1 0 9Z',
  most: 'M8 8H3.5A4.5 4.5 0 1 0 8 3.5Z',
  whole: '',
  barred: '',
  diamond: '',
};

/** What is drawn across the two that are told by a line. */
export const MARK_LINES = { whole: 'm4.8 8.2 2.3 2.3 4.1-4.7', barred: 'M3.5 12.5l9-9' } as const;

export const Mark = ({ shape, tone }: { readonly shape: MarkShape; readonly tone: Tone }) => (
  <svg
    className={classNames(styles.mark, styles[tone])}
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 16 16"
  >
    {shape === 'diamond' ? (
      <path className={styles.fill} d="M8 1.5 14.5 8 8 14.5 1.5 8Z" />
    ) : (
      <circle className={shape === 'whole' ? styles.solid : styles.ring} cx="8" cy="8" r="6.5" />
    )}
    {MARK_FILLS[shape] && <path className={styles.fill} d={MARK_FILLS[shape]} />}
    {shape === 'whole' && <path className={styles.tick} d={MARK_LINES.whole} />}
    {shape === 'barred' && <path className={styles.ring} d={MARK_LINES.barred} />}
  </svg>
);

interface TagProps {
  readonly tone: Tone;
  readonly shape?: MarkShape;
  readonly children: string;
}

/** A state in words, with its shape and colour. */
export const Tag = ({ tone, shape, children }: TagProps) => (
  <span className={classNames(styles.tag, styles[tone])}>
    {shape && <Mark shape={shape} tone={tone} />}
    {children}
  </span>
);
