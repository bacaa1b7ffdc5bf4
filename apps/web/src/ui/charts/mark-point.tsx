import type { Tone } from '../mark';
import { classNames } from '../class-names';
import styles from './trend-line.module.css';

export const MARK_RADIUS = 4;

interface MarkPointProps {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly tone: Tone;
}

export const MarkPoint = ({ x, y, r, tone }: MarkPointProps) => (
  <circle className={classNames(styles.point, styles[tone])} cx={x} cy={y} r={r} />
);
