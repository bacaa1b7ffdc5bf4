import { Link } from 'react-router';
import { useWriting } from '../../shell/written';
import { Delta } from './delta';
import { MEASURES, type Measure } from './figures-address';
import styles from './measure-cell.module.css';
import type { Change, Tally } from './sums';
import { useFigureWriting, wholeMu } from './writing';

interface Line {
  readonly text: string;
  /** Told to who cannot see the head of the column. */
  readonly unit?: string;
  /** Nothing where no day is compared with, null where a share has nothing to be compared with. */
  readonly change?: Change<string> | null;
}

interface LinesProps {
  readonly by: Measure;
  readonly lines: Readonly<Record<Measure, Line>>;
}

/** By count and by area under each other: the one that is drawn first, neither ever alone. */
export const MeasureLines = ({ by, lines }: LinesProps) => (
  <span className={styles.lines}>
    {[by, ...MEASURES.filter((measure) => measure !== by)].map((measure) => {
      const { text, unit, change } = lines[measure];
      return (
        <span key={measure} className={measure === by ? styles.lead : styles.other}>
          {change !== undefined && <Delta change={change} />}
          <span className={styles.number}>{text}</span>
          {unit && <span className="visually-hidden"> {unit}</span>}
        </span>
      );
    })}
  </span>
);

interface TallyCellProps {
  readonly by: Measure;
  readonly tally: Tally;
  /** As of the day compared with. */
  readonly then?: Tally | undefined;
  /** The rows behind the numbers. */
  readonly to: string;
}

/** How many mines, how much land, and the way to exactly these. */
export const TallyCell = ({ by, tally, then, to }: TallyCellProps) => {
  const { mines, unit } = useWriting();
  const { bareCountDelta, bareAreaDelta } = useFigureWriting();
  const { value, unit: mine } = mines(tally.mines);
  const lines = {
    count: { text: value, unit: mine, change: then && bareCountDelta(tally.mines, then.mines) },
    area: {
      text: wholeMu(tally.squareMetres),
      unit: unit('mu'),
      change: then && bareAreaDelta(tally.squareMetres, then.squareMetres),
    },
  };
  return tally.mines === 0 ? (
    <MeasureLines by={by} lines={lines} />
  ) : (
    <Link to={to} className={styles.link}>
      <MeasureLines by={by} lines={lines} />
    </Link>
  );
};
