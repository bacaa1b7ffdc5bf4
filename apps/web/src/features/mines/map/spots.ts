import { CELL_LEVELS, type MapRegions, type MapTileView, type RegionView } from '@qingshan/contracts';
import {
  labelPointOf,
  mapPoint,
  pointIn,
  squareKey,
  STAGES,
  type MapPoint,
  type Square,
  type Stage,
} from '@qingshan/domain';

/** How many of each stage, in the order of the stages. */
type Counts = readonly number[];

/** Many mines as one ring: those of some counties, or those of a square of the map. */
export interface Ring extends MapPoint {
  readonly kind: 'ring';
  readonly key: string;
  readonly counts: Counts;
  readonly total: number;
  readonly codes?: readonly string[];
  readonly square?: string;
}

/** One mine, where it lies. */
export interface MineSpot extends MapPoint {
  readonly kind: 'mine';
  readonly key: string;
  readonly id: number;
  readonly stage: Stage;
}

export type Spot = Ring | MineSpot;

/** The middle part of a cell, in which its ring stands: two neighbours' rings never overlap. */
const INNER = { from: 0.36, to: 0.64 } as const;

const sum = (counts: Counts): number => counts.reduce((total, count) => total + count, 0);
const added = (one: Counts, other: Counts): number[] =>
  STAGES.map((_, at) => (one[at] ?? 0) + (other[at] ?? 0));

/** What a tile says, cell by cell: a ring for many, a mark for one. */
export const readTile = (tile: Square, { cells }: MapTileView): Spot[] => {
  const byCell = new Map<number, MapTileView['cells']>();
  for (const cell of cells) byCell.set(cell[0], [...(byCell.get(cell[0]) ?? []), cell]);
  return [...byCell].map(([cell, rows]) => spotOf(tile, cell, rows));
};

const spotOf = (tile: Square, cell: number, rows: MapTileView['cells']): Spot => {
  const key = squareKey(tile) + cell.toString(4).padStart(CELL_LEVELS, '0');
  const counts = STAGES.map((_, at) => sum(rows.filter((row) => row[1] === at).map((row) => row[2])));
  const total = sum(counts);
  const [row] = rows;
  if (total === 1 && row)
    return {
      kind: 'mine',
      key,
      id: row[5],
      stage: STAGES[row[1]] ?? 'survey',
      ...pointIn(tile, row[3]),
    };
  const first = pointIn(tile, Math.min(...rows.map((one) => one[3])));
  const last = pointIn(tile, Math.max(...rows.map((one) => one[4])));
  const across = 2 ** (tile.level + CELL_LEVELS);
  return {
    kind: 'ring',
    key,
    square: key,
    counts,
    total,
    x: within((first.x + last.x) / 2, across),
    y: within((first.y + last.y) / 2, across),
  };
};

const within = (at: number, across: number): number => {
  const cell = Math.floor(at * across);
  return (cell + Math.max(INNER.from, Math.min(INNER.to, at * across - cell))) / across;
};

/** Counties as rings; a functional area counts in the county around it, as it does in the list. */
export const countyRings = (regions: MapRegions['regions'], divisions: readonly RegionView[]): Ring[] => {
  const levels = new Map(divisions.map((division) => [division.code, division]));
  const counts = new Map<string, number[]>();
  for (const { regionCode, mines } of regions) {
    const division = levels.get(regionCode);
    const code = division?.level === 'functional' ? (division.parentCode ?? regionCode) : regionCode;
    counts.set(code, added(counts.get(code) ?? [], mines));
  }
  return [...counts].flatMap(([code, mines]): Ring[] => {
    const point = labelPointOf(code);
    if (!point) return [];
    const place = mapPoint(point.longitude, point.latitude);
    return [{ kind: 'ring', key: code, codes: [code], counts: mines, total: sum(mines), ...place }];
  });
};

/** Rings that would overlap become one: the larger takes in the smaller, so that each number can be read. */
export const gathered = (rings: readonly Ring[], distance: number): Ring[] => {
  const kept: Ring[] = [];
  for (const ring of [...rings].sort((one, other) => other.total - one.total)) {
    const near = kept.findIndex((other) => Math.hypot(other.x - ring.x, other.y - ring.y) < distance);
    const other = kept[near];
    if (other) kept[near] = joined(other, ring);
    else kept.push(ring);
  }
  return kept.sort((one, other) => other.total - one.total);
};

const joined = (one: Ring, other: Ring): Ring => ({
  ...one,
  counts: added(one.counts, other.counts),
  total: one.total + other.total,
  codes: [...(one.codes ?? []), ...(other.codes ?? [])],
});

/** How large a ring is drawn, in pixels: with each tenfold it grows a little. */
export const radiusOf = ({ total }: Pick<Ring, 'total'>): number =>
  Math.min(24, 11 + 3 * Math.log10(Math.max(1, total)) * 1.15);

/** What lies under the pointer: the topmost, within its own size and never less than a finger can hit. */
export const spotAt = (spots: readonly Spot[], at: MapPoint, pixels: number, reach: number): Spot | null => {
  let found: Spot | null = null;
  let nearest = Infinity;
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - at.x, spot.y - at.y) * pixels;
    const size = Math.max(reach, spot.kind === 'ring' ? radiusOf(spot) : 0);
    if (distance > size || distance >= nearest) continue;
    [found, nearest] = [spot, distance];
  }
  return found;
};
