import type { RegionFigures } from '@qingshan/contracts';
import { UNASSIGNED_SUFFIX } from '@qingshan/domain';
import { shareForDrawing } from '../../shell/format';
import type { FiguresSort, Measure, SortColumn } from './figures-address';
import { sizeOf, sumsOf, type Sums, type Tally } from './sums';

export interface RegionRow {
  readonly code: string;
  readonly sums: Sums;
  /** As of the day compared with. */
  readonly then: Sums | null;
  /** Of its mines those past the due day of their stage; null until that is known. */
  readonly overdue: Tally | null;
}

/** For drawing and order only: what is written comes from the exact sums. */
export const restoredShare = ({ restored, found }: Sums, by: Measure): number =>
  by === 'count'
    ? shareForDrawing(restored.mines, found.mines)
    : shareForDrawing(restored.squareMetres, found.squareMetres);

const valueOf = (row: RegionRow, column: SortColumn, by: Measure): number => {
  if (column === 'region') return 0;
  if (column === 'rate') return restoredShare(row.sums, by);
  if (column === 'found') return sizeOf(row.sums.found, by);
  if (column === 'overdue') return row.overdue ? sizeOf(row.overdue, by) : 0;
  return sizeOf(column === 'restored' ? row.sums.restored : row.sums.stages[column], by);
};

/** Divisions next below with both days beside each other. The waiting room is a row only while something waits in it. */
export const regionRows = (
  parts: readonly RegionFigures[],
  then: readonly RegionFigures[] | null,
  overdue: readonly RegionFigures[] | null,
): RegionRow[] => {
  const before = new Map(then?.map((part) => [part.regionCode, sumsOf(part.stages)]));
  const late = new Map(overdue?.map((part) => [part.regionCode, sumsOf(part.stages).found]));
  return parts
    .map(({ regionCode, stages }) => ({
      code: regionCode,
      sums: sumsOf(stages),
      then: before.get(regionCode) ?? null,
      overdue: late.get(regionCode) ?? null,
    }))
    .filter(
      ({ code, sums, then: old }) =>
        !code.endsWith(UNASSIGNED_SUFFIX) || sums.found.mines > 0 || (old?.found.mines ?? 0) > 0,
    );
};

/** What pressing a column's head asks for: the other way round, or at first the most on top. */
export const turnedSort = (sort: FiguresSort, column: SortColumn): FiguresSort => {
  if (sort === `-${column}`) return column;
  return sort === column || column !== 'region' ? `-${column}` : column;
};

/** In the order asked for; equal ones by their code. */
export const sortRows = (rows: readonly RegionRow[], sort: FiguresSort, by: Measure): RegionRow[] => {
  const down = sort.startsWith('-');
  const column = sort.replace('-', '') as SortColumn;
  const byCode = (one: RegionRow, other: RegionRow) => (one.code < other.code ? -1 : 1);
  return [...rows].sort((one, other) => {
    if (column === 'region') return down ? byCode(other, one) : byCode(one, other);
    const difference = valueOf(one, column, by) - valueOf(other, column, by);
    return (down ? -difference : difference) || byCode(one, other);
  });
};
