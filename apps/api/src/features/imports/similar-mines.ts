import {
  foldedNumber,
  positionOf,
  probableDuplicate,
  type DuplicateBy,
  type Likeness,
} from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';

/** Half a square is a little more than the distance that counts, so a place and its neighbours lie in four of them. */
const SQUARES_A_DEGREE = 220;

const square = (east: number, north: number): number => east * 100_000 + north;

const squaresAround = (place: Likeness): number[] => {
  const at = positionOf(place);
  if (!at) return [];
  const [x, y] = [at.longitude * SQUARES_A_DEGREE, at.latitude * SQUARES_A_DEGREE];
  const [east, north] = [Math.round(x), Math.round(y)];
  return [square(east, north), square(east - 1, north), square(east, north - 1), square(east - 1, north - 1)];
};

const ownSquare = (place: Likeness): number[] => {
  const at = positionOf(place);
  return at
    ? [square(Math.floor(at.longitude * SQUARES_A_DEGREE), Math.floor(at.latitude * SQUARES_A_DEGREE))]
    : [];
};

const wordKeys = ({ number, name, regionCode }: Likeness): string[] => [
  `number ${foldedNumber(number)}`,
  `name ${regionCode} ${name}`,
];

export interface Similar {
  readonly by: DuplicateBy;
  readonly mine: Likeness;
}

/** Mines to be found again by what makes two of them alike. */
export class SimilarMines {
  private readonly byKey = new Map<string | number, Likeness[]>();

  add(mine: Likeness): void {
    for (const key of [...wordKeys(mine), ...ownSquare(mine)]) {
      const others = this.byKey.get(key);
      if (others) others.push(mine);
      else this.byKey.set(key, [mine]);
    }
  }

  of(told: Likeness): Similar | null {
    for (const key of [...wordKeys(told), ...squaresAround(told)])
      for (const mine of this.byKey.get(key) ?? []) {
        const by = probableDuplicate(told, mine);
        if (by) return { by, mine };
      }
    return null;
  }
}

const MINE = 'm.number, m.name, m.region_code AS "regionCode", m.longitude::text, m.latitude::text';

/** Mines of the register that could be those told, each looked for by an index of its own. */
export const similarMines = async (
  source: Rows,
  told: readonly Likeness[],
  reaches: (regionCode: string) => boolean,
): Promise<SimilarMines> => {
  const found = new SimilarMines();
  if (told.length === 0) return found;
  const rows = await source.rows<Likeness>(
    `SELECT ${MINE} FROM mine m WHERE m.stage <> 'removed' AND translate(upper(m.number), '-_./ ', '') = ANY($1::text[])
     UNION SELECT ${MINE} FROM mine m WHERE m.stage <> 'removed' AND m.name = ANY($2::text[])
     UNION SELECT ${MINE} FROM mine m WHERE m.stage <> 'removed' AND m.longitude IS NOT NULL
       AND floor(m.longitude * ${SQUARES_A_DEGREE})::bigint * 100000 + floor(m.latitude * ${SQUARES_A_DEGREE})::bigint = ANY($3::bigint[])`,
    [
      told.map(({ number }) => foldedNumber(number)),
      told.map(({ name }) => name),
      [...new Set(told.flatMap(squaresAround))],
    ],
  );
  for (const mine of rows) if (reaches(mine.regionCode)) found.add(mine);
  return found;
};
