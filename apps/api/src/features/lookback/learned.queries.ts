import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, LearnedView, lookbackRoutes } from '@qingshan/contracts';
import { instantOf, type Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { FiguresQueries } from '../figures/figures.queries';
import { changedSince } from '../mines/known-periods.sql';
import { Scope } from '../regions/scope';

const state = (
  alias: string,
) => `CASE WHEN ${alias}.id IS NOT NULL AND ($3::text[] IS NULL OR ${alias}.region_code = ANY($3::text[]))
    THEN json_build_object('regionCode', ${alias}.region_code, 'stage', ${alias}.stage,
      'damagedSquareMetres', ${alias}.damaged_square_metres::text, 'restoredSquareMetres', ${alias}.restored_square_metres::text) END`;

/** What was learned after $2 of the state on $1 that a figure rests on; $3 the codes within reach. */
const MOVED = `
  WITH changed AS (SELECT * FROM ${changedSince('$2::timestamptz')} c WHERE c.valid_from <= $1::date AND c.valid_to > $1::date),
  moved AS (
    SELECT coalesce(t.mine_id, n.mine_id) AS mine_id, ${state('t')} AS "then", ${state('n')} AS now
    FROM (SELECT * FROM changed WHERE sign = 1) t FULL JOIN (SELECT * FROM changed WHERE sign = -1) n ON n.mine_id = t.mine_id
    WHERE (t.region_code, t.stage, t.damaged_square_metres, t.restored_square_metres)
        IS DISTINCT FROM (n.region_code, n.stage, n.damaged_square_metres, n.restored_square_metres)
      AND ($3::text[] IS NULL OR t.region_code = ANY($3::text[]) OR n.region_code = ANY($3::text[])))`;

const COUNT = `${MOVED} SELECT count(*)::int AS total FROM moved`;

const ROWS = `${MOVED}
  SELECT v.mine_id AS "mineId", m.number, m.name, v."then", v.now,
    (SELECT coalesce(json_agg(e ORDER BY e.id), '[]'::json) FROM (
       SELECT t.id, t.action, to_char(t.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt",
         coalesce(p.name, '') AS "personName", t.effective_on AS "effectiveOn", t.remark
       FROM trail t LEFT JOIN person p ON p.id = t.person_id
       WHERE t.mine_id = v.mine_id AND v.now IS NOT NULL AND t.recorded_at > $2::timestamptz AND t.outcome = 'done'
         AND (t.action LIKE 'mine.%' OR t.action LIKE 'patch.%') AND coalesce(t.effective_on <= $1::date, true)
       ORDER BY t.id DESC LIMIT 20) e) AS records
  FROM moved v JOIN mine m ON m.id = v.mine_id
  ORDER BY m.number, m.id LIMIT $4 OFFSET $5`;

/** Figures as known then against figures as known now: the audits' question why they change from one report to the next. */
@Injectable()
export class LearnedQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FiguresQueries) private readonly figures: FiguresQueries,
    @Inject(Scope) private readonly scope: Scope,
  ) {}

  async read(
    actor: Actor,
    { asOf, knownAt, region, page, pageSize }: CallOf<typeof lookbackRoutes.learned>['query'],
  ): Promise<LearnedView> {
    const codes = this.scope.codes(actor, [region ?? actor.regionCode]) ?? [];
    const values = [asOf, instantOf(knownAt), codes];
    const [then, now, [counted], rows] = await Promise.all([
      this.figures.ofEach(codes, { asOf, knownAt }),
      this.figures.ofEach(codes, { asOf }),
      this.database.rows<{ total: number }>(COUNT, values),
      this.database.rows<LearnedView['rows'][number]>(ROWS, [...values, pageSize, (page - 1) * pageSize]),
    ]);
    return {
      counties: codes.flatMap((regionCode) => {
        const [before, after] = [then.get(regionCode) ?? [], now.get(regionCode) ?? []];
        return JSON.stringify(before) === JSON.stringify(after)
          ? []
          : [{ regionCode, then: before, now: after }];
      }),
      total: counted?.total ?? 0,
      rows: rows.map((row) => ({ ...row, mineId: Number(row.mineId) })),
    };
  }
}
