import styles from './landscape.module.css';

/** Where a peak stands, how high it is, how wide. */
type Peak = readonly [x: number, height: number, width: number];

const WIDTH = 1600;
const HEIGHT = 600;
const STEP = 4;

/** The line of a range: at each place the highest of its peaks, steep towards the top as the old painters drew them. */
const ridge = (foot: number, peaks: readonly Peak[]): string => {
  const points = Array.from({ length: WIDTH / STEP + 1 }, (_, index) => {
    const x = index * STEP;
    const heights = peaks.map(
      ([at, height, width]) => height * Math.exp(-(Math.abs((x - at) / width) ** 1.4)),
    );
    const soft = heights.reduce((sum, height) => sum + height ** 3, 0) ** (1 / 3);
    return `${x} ${(foot - soft).toFixed(1)}`;
  });
  return `M${points.join('L')}V${HEIGHT}H0z`;
};

const RANGES = {
  ghost: ridge(400, [
    [90, 210, 110],
    [330, 120, 80],
    [620, 230, 120],
    [800, 130, 90],
    [1130, 190, 130],
    [1420, 250, 120],
  ]),
  far: ridge(470, [
    [30, 110, 90],
    [205, 215, 85],
    [320, 140, 60],
    [560, 190, 95],
    [745, 130, 70],
    [905, 230, 100],
    [1200, 150, 110],
    [1510, 200, 110],
  ]),
  middle: ridge(530, [
    [110, 170, 100],
    [400, 120, 110],
    [470, 165, 60],
    [700, 185, 105],
    [1010, 130, 120],
    [1270, 190, 110],
    [1590, 150, 90],
  ]),
  near: ridge(575, [
    [0, 90, 120],
    [280, 130, 120],
    [560, 70, 90],
    [850, 110, 140],
    [1120, 80, 90],
    [1450, 140, 150],
  ]),
  earth: ridge(592, [
    [160, 26, 200],
    [640, 18, 220],
    [1200, 28, 260],
  ]),
} as const;

/** Blue and green mountains over bare earth, as on an old scroll: what the house is for, on its door. */
export const Landscape = () => (
  <svg
    aria-hidden="true"
    focusable="false"
    className={styles.landscape}
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    preserveAspectRatio="xMidYMax slice"
  >
    <defs>
      {(['far', 'middle', 'near'] as const).map((range) => (
        <linearGradient key={range} id={`mountain-${range}`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles[`${range}Top`]} />
          <stop offset="0.55" className={styles[`${range}Middle`]} />
          <stop offset="1" className={styles[`${range}Foot`]} />
        </linearGradient>
      ))}
    </defs>
    <circle className={styles.sun} cx="800" cy="112" r="36" />
    {(['ghost', 'far', 'middle', 'near', 'earth'] as const).map((range) => (
      <path key={range} className={styles[range]} d={RANGES[range]} />
    ))}
  </svg>
);
