import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, figureRoutes, FiguresView, StageFigure, TrendView } from '@qingshan/contracts';
import {
  firstOfMonth,
  instantOf,
  LISTED_STAGES,
  sumOfAreas,
  type Actor,
  type CalendarDay,
  type Stage,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { changedSince } from '../mines/known-periods.sql';
import { filterSql } from '../mines/mine-filter.sql';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { sumsAsOf } from './sums-as-of.sql';

interface Cell {
  regionCode: string;
  stage: StageFigure['stage'];
  mines: number;
  damaged: string;
  restored: string;
}

/** Sums of the nearest kept day, and what moved between: a few hundred rows, at ten thousand mines as at a million. */
const MOVED = sumsAsOf('$1::date', '$2::text[]');

/** The same as known at $4: what was learned since is taken away, what was believed then is put back. */
const KNOWN = `(SELECT * FROM ${MOVED} m
    UNION ALL
    SELECT region_code, stage, sign, sign * damaged_square_metres, sign * restored_square_metres
    FROM ${changedSince('$4::timestamptz')} c WHERE valid_from <= $1::date AND valid_to > $1::date)`;

const asOfSql = (moved: string) => `
  SELECT p.part AS "regionCode", stage, sum(mines)::int AS mines,
         sum(damaged_square_metres)::text AS damaged, sum(restored_square_metres)::text AS restored
  FROM ${moved} f JOIN unnest($2::text[], $3::text[]) AS p (code, part) ON p.code = f.region_code
  WHERE stage <> 'removed'
  GROUP BY 1, 2 HAVING sum(mines) <> 0`;

const AS_OF = asOfSql(MOVED);
const AS_KNOWN = asOfSql(KNOWN);

/** What the trend has to add from each of its points on to be that of a moment's knowledge. */
const LEARNED = `
  SELECT least((date_trunc('month', b.day) + interval '1 month - 1 day')::date, $2::date) AS day, c.stage,
    sum(b.sign * c.sign) AS mines,
    sum(b.sign * c.sign * c.damaged_square_metres) AS damaged_square_metres,
    sum(b.sign * c.sign * c.restored_square_metres) AS restored_square_metres
  FROM ${changedSince('$4::timestamptz')} c, LATERAL (VALUES (c.valid_from, 1), (c.valid_to, -1)) b (day, sign)
  WHERE b.day <= $2::date AND ($3::text[] IS NULL OR c.region_code = ANY($3::text[])) GROUP BY 1, 2`;

const trendSql = (learned: string, more: string) => `
  WITH points AS (
    SELECT least((m + interval '1 month - 1 day')::date, $2::date) AS day
    FROM generate_series($1::date, $2::date, interval '1 month') m)${learned}
  SELECT p.day, f.* FROM points p LEFT JOIN LATERAL (
    SELECT stage, sum(mines)::int AS mines, sum(damaged_square_metres)::text AS damaged, sum(restored_square_metres)::text AS restored
    FROM (SELECT stage, mines, damaged_square_metres, restored_square_metres FROM ${sumsAsOf('p.day', '$3::text[]')} s${more}) x
    WHERE stage <> 'removed'
    GROUP BY 1) f ON true ORDER BY p.day`;

const TREND = trendSql('', '');
const TREND_AS_KNOWN = trendSql(
  `, learned AS MATERIALIZED (${LEARNED})`,
  `
          UNION ALL
          SELECT stage, mines, damaged_square_metres, restored_square_metres FROM learned WHERE day <= p.day`,
);

/** Mines and areas by stage and division, as of any day. Count and area always stand together. */
@Injectable()
export class FiguresQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  read(
    actor: Actor,
    { asOf, knownAt, region }: CallOf<typeof figureRoutes.read>['query'],
  ): Promise<FiguresView> {
    return this.divided(actor, asOf, region, (codes, parts) =>
      // Summed by part in the database: sixty cells come back instead of one for every county and stage.
      this.database.rows<Cell>(knownAt ? AS_KNOWN : AS_OF, [
        asOf,
        codes,
        parts,
        ...(knownAt ? [instantOf(knownAt)] : []),
      ]),
    );
  }

  /** The same of the mines whose stage is past its due day: by the filter that the list behind each number has. */
  overdue(
    actor: Actor,
    { asOf, knownAt, region }: CallOf<typeof figureRoutes.overdue>['query'],
  ): Promise<FiguresView> {
    const today = this.clock.today();
    const day = asOf === today && !knownAt ? {} : { asOf, knownAt };
    return this.divided(actor, asOf, region, (codes, parts) => {
      const sql = filterSql({ overdue: 'yes', region: [...codes], ...day }, actor, this.scope, today);
      const [own, part] = [codes, parts].map((list) => `$${sql.values.push(list)}::text[]`);
      // First by division: joined mine by mine, a plan made for any values takes three times as long.
      return this.database.rows<Cell>(
        `SELECT p.part AS "regionCode", late.stage, sum(late.mines)::int AS mines,
           sum(late.damaged)::text AS damaged, sum(late.restored)::text AS restored
         FROM (SELECT m.region_code, m.stage, count(*) AS mines, sum(m.damaged_square_metres) AS damaged,
                 sum(m.restored_square_metres) AS restored
               FROM ${sql.from} WHERE ${sql.where} GROUP BY 1, 2) late
         JOIN unnest(${own}, ${part}) AS p (code, part) ON p.code = late.region_code GROUP BY 1, 2`,
        sql.values,
      );
    });
  }

  /** At the end of each month between the days, and on the last day. */
  async trend(
    actor: Actor,
    { from, to, knownAt, region }: CallOf<typeof figureRoutes.trend>['query'],
  ): Promise<TrendView> {
    const code = this.regionWithin(actor, region);
    const rows = await this.database.rows<Cell & { day: string }>(knownAt ? TREND_AS_KNOWN : TREND, [
      firstOfMonth(from),
      to,
      this.scope.codes(actor, [code]),
      ...(knownAt ? [instantOf(knownAt)] : []),
    ]);
    const cellsOf = new Map<CalendarDay, Cell[]>();
    for (const row of rows) cellsOf.set(row.day, [...(cellsOf.get(row.day) ?? []), row]);
    return {
      regionCode: code,
      points: [...cellsOf].map(([day, cells]) => ({ day, stages: byStage(cells) })),
    };
  }

  /** What each of the divisions holds itself, without those below it. */
  async ofEach(
    codes: readonly string[],
    { asOf, knownAt }: Pick<CallOf<typeof figureRoutes.read>['query'], 'asOf' | 'knownAt'>,
  ): Promise<ReadonlyMap<string, StageFigure[]>> {
    const cells = await this.database.rows<Cell>(knownAt ? AS_KNOWN : AS_OF, [
      asOf,
      codes,
      codes,
      ...(knownAt ? [instantOf(knownAt)] : []),
    ]);
    const own = new Map<string, Cell[]>(codes.map((code) => [code, []]));
    for (const cell of cells) own.get(cell.regionCode)?.push(cell);
    return new Map([...own].map(([code, of]) => [code, byStage(of)]));
  }

  /** How many mines each division holds itself, by stage, the removed ones too; `null` codes are all there are. */
  minesByRegion(
    asOf: CalendarDay,
    codes: readonly string[] | null,
  ): Promise<{ regionCode: string; stage: Stage; mines: number }[]> {
    return this.database.rows(
      `SELECT region_code AS "regionCode", stage, sum(mines)::int AS mines FROM ${MOVED} f
       GROUP BY 1, 2 HAVING sum(mines) <> 0`,
      [asOf, codes],
    );
  }

  /** A division with those next below it; `cellsOf` sums what lies in each of `codes` by the part it belongs to. */
  private async divided(
    actor: Actor,
    asOf: CalendarDay,
    region: string | undefined,
    cellsOf: (codes: readonly string[], parts: readonly string[]) => Promise<Cell[]>,
  ): Promise<FiguresView> {
    const code = this.regionWithin(actor, region);
    const { tree } = this.regions;
    // A county with a functional area in it is no sum of such areas: it has no parts.
    const parts = tree.find(code)?.level === 'county' ? [] : tree.children(code).map((child) => child.code);
    const partOf = new Map(parts.flatMap((part) => tree.withDescendants(part).map((inner) => [inner, part])));
    const codes = this.scope.codes(actor, [code]) ?? [];
    const cells = await cellsOf(
      codes,
      codes.map((inner) => partOf.get(inner) ?? code),
    );
    const figuresOf = (part: string) => ({
      regionCode: part,
      stages: byStage(cells.filter((cell) => cell.regionCode === part)),
    });
    return { asOf, whole: { regionCode: code, stages: byStage(cells) }, parts: parts.map(figuresOf) };
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
