import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { useState, type MouseEvent } from 'react';
import { classNames } from '../class-names';
import { MARK_RADIUS, MarkPoint } from './mark-point';
import { apart, dayNumber, yearStarts } from './trend-scale';
import type { Tone } from '../mark';
import { useWidth } from '../use-width';
import styles from './trend-line.module.css';

export interface TrendPoint {
  readonly day: string;
  /** For drawing only. */
  readonly value: number;
  /** The number as it is written. */
  readonly text: string;
}

interface TrendSeries {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** A target is dashed and has no points. */
  readonly dashed?: boolean;
  readonly points: readonly TrendPoint[];
}

interface TrendLineProps {
  /** What the drawing shows, in a sentence; the numbers stand in the table beside it. */
  readonly label: string;
  readonly series: readonly TrendSeries[];
  readonly formatTick: (value: number) => string;
  /** What the ticks count. */
  readonly unit: string;
  /** A day to mark with a line. */
  readonly marked?: string;
  /** A press on a day. The table beside it offers the same to the keyboard. */
  readonly onPick?: (day: string) => void;
  readonly height?: number;
}

const MARGIN = { top: 26, right: 84, bottom: 26, left: 60 };

/** Lines over days, labelled at their ends; a pointer reads the values of a day. */
export const TrendLine = ({
  label,
  series,
  formatTick,
  unit,
  marked,
  onPick,
  height = 260,
}: TrendLineProps) => {
  const [ref, width] = useWidth();
  const [pointedDay, setPointedDay] = useState<string | null>(null);

  const narrow = width < 480;
  const right = width - (narrow ? 12 : MARGIN.right);
  const bottom = height - MARGIN.bottom;
  const all = series.flatMap(({ points }) => points);
  const days = [...new Set(all.map(({ day }) => day))].sort();
  const x = scaleLinear()
    .domain([dayNumber(days[0] ?? '2000-01-01'), dayNumber(days.at(-1) ?? '2000-01-02')])
    .range([MARGIN.left, Math.max(MARGIN.left + 1, right)]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...all.map(({ value }) => value))])
    .nice(4)
    .range([bottom, MARGIN.top]);
  const path = line<TrendPoint>(
    (point) => x(dayNumber(point.day)),
    (point) => y(point.value),
  ).curve(curveMonotoneX);

  const dayAt = (event: MouseEvent<SVGSVGElement>) => {
    const at = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    const distance = (day: string) => Math.abs(dayNumber(day) - at);
    return days.reduce((best, day) => (distance(day) < distance(best) ? day : best), days[0] ?? '');
  };

  const readings = series.flatMap((one) => {
    const point = one.points.find(({ day }) => day === pointedDay);
    return point ? [{ ...one, point }] : [];
  });
  const ends = apart(
    series.flatMap((one) => {
      const last = one.points.at(-1);
      return last ? [{ id: one.id, at: y(last.value) }] : [];
    }),
    16,
  );

  return (
    <div ref={ref} className={styles.trend}>
      {width > 0 && days.length > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={height}
          onPointerMove={(event) => setPointedDay(dayAt(event))}
          onPointerLeave={() => setPointedDay(null)}
          className={classNames(onPick && styles.pickable)}
          onClick={onPick && ((event) => onPick(dayAt(event)))}
        >
          <text className={styles.tick} x={MARGIN.left - 8} y={10} textAnchor="end">
            {unit}
          </text>
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line className={styles.rule} x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text className={styles.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {yearStarts(days, (day) => x(dayNumber(day))).map((day) => (
            <text
              key={day}
              className={styles.tick}
              x={x(dayNumber(day))}
              y={height - 8}
              textAnchor={x(dayNumber(day)) < MARGIN.left + 16 ? 'start' : 'middle'}
            >
              {day.slice(0, 4)}
            </text>
          ))}
          {series.map((one) => (
            <path
              key={one.id}
              d={path([...one.points]) ?? ''}
              className={classNames(styles.line, styles[one.tone], one.dashed && styles.dashed)}
            />
          ))}
          {!narrow &&
            series.map((one) => (
              <text
                key={one.id}
                className={classNames(styles.label, styles[one.tone])}
                x={right + 10}
                y={ends.get(one.id)}
                dy="0.32em"
              >
                {one.label}
              </text>
            ))}
          {marked !== undefined && x(dayNumber(marked)) >= MARGIN.left && x(dayNumber(marked)) <= right && (
            <line
              className={styles.marked}
              x1={x(dayNumber(marked))}
              x2={x(dayNumber(marked))}
              y1={MARGIN.top}
              y2={bottom}
            />
          )}
          {pointedDay && (
            <line
              className={styles.cursor}
              x1={x(dayNumber(pointedDay))}
              x2={x(dayNumber(pointedDay))}
              y1={MARGIN.top}
              y2={bottom}
            />
          )}
          {readings.map(({ id, tone, point }) => (
            <MarkPoint key={id} x={x(dayNumber(point.day))} y={y(point.value)} tone={tone} r={MARK_RADIUS} />
          ))}
        </svg>
      )}
      <p className={styles.readings} aria-hidden="true">
        {pointedDay ? (
          <>
            <strong>{pointedDay}</strong>
            {readings.map(({ id, label: words, tone, point }) => (
              <span key={id}>
                <span className={classNames(styles.key, styles[tone])} />
                {words} {point.text}
              </span>
            ))}
          </>
        ) : (
          narrow &&
          series.map(({ id, label: words, tone }) => (
            <span key={id}>
              <span className={classNames(styles.key, styles[tone])} />
              {words}
            </span>
          ))
        )}
      </p>
    </div>
  );
};
