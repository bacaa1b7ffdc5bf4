import { Inject, Injectable } from '@nestjs/common';
import type { FiguresView, StageFigure, TrendView } from '@qingshan/contracts';
import {
  firstOfMonth,
  LISTED_STAGES,
  sumOfAreas,
  type Actor,
  type CalendarDay,
  type Stage,
} from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';

interface Cell {
  regionCode: string;
  stage: StageFigure['stage'];
  mines: number;
  damaged: string;
  restored: string;
}

/** Running sums up to the month's first day, plus what moved since (performance.md §5): exact for any day. */
const MOVED = `
    SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_month
    WHERE month = (SELECT max(month) FROM figure_month_kept WHERE month <= $1::date)
    UNION ALL
    SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_day
    WHERE day <= $1::date
      AND day >= coalesce((SELECT max(month) FROM figure_month_kept WHERE month <= $1::date), '-infinity'::date)`;

const AS_OF = `
  SELECT p.part AS "regionCode", stage, sum(mines)::int AS mines,
         sum(damaged_square_metres)::text AS damaged, sum(restored_square_metres)::text AS restored
  FROM (${MOVED}) f JOIN unnest($2::text[], $3::text[]) AS p (code, part) ON p.code = f.region_code
  WHERE stage <> 'removed'
  GROUP BY 1, 2 HAVING sum(mines) <> 0`;

/** Mines and areas by stage and division, as of any day. Count and area always stand together. */
@Injectable()
export class FiguresQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Scope) private readonly scope: Scope,
  ) {}

  async read(actor: Actor, asOf: CalendarDay, region?: string): Promise<FiguresView> {
    const code = this.regionWithin(actor, region);
    const { tree } = this.regions;
    // A county with a functional area in it is no sum of such areas: it has no parts.
    const parts = tree.find(code)?.level === 'county' ? [] : tree.children(code).map((child) => child.code);
    const partOf = new Map(parts.flatMap((part) => tree.withDescendants(part).map((inner) => [inner, part])));
    const codes = this.scope.codes(actor, [code]) ?? [];
    // Summed by part in the database: sixty cells come back instead of one for every county and stage.
    const cells = await this.database.rows<Cell>(AS_OF, [
      asOf,
      codes,
      codes.map((inner) => partOf.get(inner) ?? code),
    ]);
    const figuresOf = (part: string) => ({
      regionCode: part,
      stages: byStage(cells.filter((cell) => cell.regionCode === part)),
    });
    return { asOf, whole: { regionCode: code, stages: byStage(cells) }, parts: parts.map(figuresOf) };
  }

  /** At the end of each month between the days, and on the last day. */
  async trend(actor: Actor, from: CalendarDay, to: CalendarDay, region?: string): Promise<TrendView> {
    const code = this.regionWithin(actor, region);
    const codes = this.scope.codes(actor, [code]);
    const rows = await this.database.rows<Cell & { day: string }>(
      `WITH points AS (
         SELECT least((m + interval '1 month - 1 day')::date, $2::date) AS day
         FROM generate_series($1::date, $2::date, interval '1 month') m)
       SELECT p.day, f.* FROM points p LEFT JOIN LATERAL (
         SELECT stage, sum(mines)::int AS mines, sum(damaged_square_metres)::text AS damaged, sum(restored_square_metres)::text AS restored
         FROM (SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_month
               WHERE month = (SELECT max(month) FROM figure_month_kept WHERE month <= p.day)
               UNION ALL
               SELECT region_code, stage, mines, damaged_square_metres, restored_square_metres FROM figure_day
               WHERE day <= p.day AND day >= coalesce((SELECT max(month) FROM figure_month_kept WHERE month <= p.day), '-infinity'::date)) x
         WHERE stage <> 'removed' AND ($3::text[] IS NULL OR region_code = ANY($3::text[]))
         GROUP BY 1) f ON true ORDER BY p.day`,
      [firstOfMonth(from), to, codes],
    );
    const cellsOf = new Map<CalendarDay, Cell[]>();
    for (const row of rows) cellsOf.set(row.day, [...(cellsOf.get(row.day) ?? []), row]);
    return {
      regionCode: code,
      points: [...cellsOf].map(([day, cells]) => ({ day, stages: byStage(cells) })),
    };
  }

  /** How many mines each division holds itself, by stage, the removed ones too; `null` codes are all there are. */
  minesByRegion(
    asOf: CalendarDay,
    codes: readonly string[] | null,
  ): Promise<{ regionCode: string; stage: Stage; mines: number }[]> {
    return this.database.rows(
      `SELECT region_code AS "regionCode", stage, sum(mines)::int AS mines FROM (${MOVED}) f
       WHERE $2::text[] IS NULL OR region_code = ANY($2::text[])
       GROUP BY 1, 2 HAVING sum(mines) <> 0`,
      [asOf, codes],
    );
  }

  private regionWithin(actor: Actor, region: string | undefined): string {
    const wanted = region ?? actor.regionCode;
    const code = this.regions.tree.current(wanted)?.code ?? wanted;
    if (!this.regions.tree.find(code) || !this.scope.reaches(actor, code)) throw refused('not-found');
    return code;
  }
}

const byStage = (cells: readonly Cell[]): StageFigure[] =>
  LISTED_STAGES.map((stage) => {
    const own = cells.filter((cell) => cell.stage === stage);
    return {
      stage,
      mines: own.reduce((sum, cell) => sum + cell.mines, 0),
      damagedSquareMetres: sumOfAreas(own.map((cell) => cell.damaged)),
      restoredSquareMetres: sumOfAreas(own.map((cell) => cell.restored)),
    };
  });
