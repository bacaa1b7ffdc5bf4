import type { RegionFigures } from '@qingshan/contracts';
import { LISTED_STAGES, sumOfAreas, type Stage } from '@qingshan/domain';
import type { TestApp } from './test-app';

interface Live {
  readonly regionCode: string;
  readonly stage: Stage;
  readonly mines: number;
  readonly damaged: string;
  readonly restored: string;
}

/** What history itself says of a day, counted row by row: what every figure must equal. */
export const liveCount = async (house: TestApp, day: string): Promise<readonly Live[]> =>
  house.sql<Live>(
    `SELECT region_code AS "regionCode", stage, count(*)::int AS mines,
            sum(damaged_square_metres)::text AS damaged, sum(restored_square_metres)::text AS restored
     FROM mine_period
     WHERE recorded_to = 'infinity' AND valid_from <= $1 AND valid_to > $1 AND stage <> 'removed' GROUP BY 1, 2`,
    [day],
  );

/** The live count of some divisions in the shape of a figure. */
export const asFigures = (
  live: readonly Live[],
  regionCode: string,
  codes: readonly string[],
): RegionFigures => ({
  regionCode,
  stages: LISTED_STAGES.map((stage) => {
    const own = live.filter((cell) => cell.stage === stage && codes.includes(cell.regionCode));
    return {
      stage,
      mines: own.reduce((sum, { mines }) => sum + mines, 0),
      damagedSquareMetres: sumOfAreas(own.map(({ damaged }) => damaged)),
      restoredSquareMetres: sumOfAreas(own.map(({ restored }) => restored)),
    };
  }),
});

/** Cells of the monthly sums that differ from history, in either direction: none, if all is well. */
export const monthsThatDiffer = (house: TestApp): Promise<unknown[]> =>
  house.sql(
    `WITH live AS (
       SELECT k.month, p.region_code, p.stage, count(*)::int AS mines,
              sum(p.damaged_square_metres) AS damaged, sum(p.restored_square_metres) AS restored
       FROM figure_month_kept k JOIN mine_period p
         ON p.recorded_to = 'infinity' AND p.valid_from < k.month AND p.valid_to >= k.month
       GROUP BY 1, 2, 3),
     kept AS (
       SELECT month, region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_month
       WHERE (mines, damaged_square_metres, restored_square_metres) <> (0, 0, 0))
     (SELECT * FROM live EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM live)`,
  );
