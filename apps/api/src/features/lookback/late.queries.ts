import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, LateCounts, LateEntry, lookbackRoutes } from '@qingshan/contracts';
import { trailActionsOf, type Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { Scope } from '../regions/scope';

type Asked = CallOf<typeof lookbackRoutes.late>['query'];

/** What changes a mine; a submission or a paper has no figure. */
const ACTIONS = [...trailActionsOf('mine'), ...trailActionsOf('patch')];

const DAYS_LATE = `(t.recorded_at AT TIME ZONE 'Asia/Shanghai')::date - t.effective_on`;

/** $1 and $2 days of recording in Shanghai, $3 the codes within reach, $4 what counts. */
const AMONG = `
  FROM trail t JOIN mine m ON m.id = t.mine_id
  WHERE t.recorded_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND t.recorded_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND ($3::text[] IS NULL OR m.region_code = ANY($3::text[]))
    AND t.action = ANY($4::text[]) AND t.outcome = 'done' AND t.effective_on IS NOT NULL`;

const COUNTS = `SELECT m.region_code AS "regionCode", count(*)::int AS entries,
    (count(*) FILTER (WHERE ${DAYS_LATE} > $5::int))::int AS late ${AMONG} GROUP BY 1 ORDER BY 3 DESC, 1`;

const ROWS = `SELECT t.id, t.action, to_char(t.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt",
    coalesce(p.name, '') AS "personName", t.effective_on AS "effectiveOn", t.remark, ${DAYS_LATE} AS "daysLate",
    m.id AS "mineId", m.number, m.name, m.region_code AS "regionCode"
  ${AMONG.replace('WHERE', 'LEFT JOIN person p ON p.id = t.person_id WHERE')} AND ${DAYS_LATE} > $5::int
  ORDER BY t.recorded_at DESC, t.id DESC LIMIT $6 OFFSET $7`;

/** Entries recorded long after they took effect: counted where they lie, and one by one. */
@Injectable()
export class LateQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
  ) {}

  async counts(actor: Actor, asked: Asked): Promise<LateCounts> {
    const counties = await this.database.rows<LateCounts['counties'][number]>(
      COUNTS,
      this.values(actor, asked),
    );
    return {
      counties,
      entries: counties.reduce((sum, { entries }) => sum + entries, 0),
      late: counties.reduce((sum, { late }) => sum + late, 0),
    };
  }

  async entries(
    actor: Actor,
    { page, pageSize, ...asked }: CallOf<typeof lookbackRoutes.lateEntries>['query'],
  ): Promise<{ total: number; rows: LateEntry[] }> {
    const [{ late }, rows] = await Promise.all([
      this.counts(actor, asked),
      this.database.rows<LateEntry>(ROWS, [...this.values(actor, asked), pageSize, (page - 1) * pageSize]),
    ]);
    return {
      total: late,
      rows: rows.map((row) => ({ ...row, id: Number(row.id), mineId: Number(row.mineId) })),
    };
  }

  private values(actor: Actor, { from, to, days, region }: Asked): unknown[] {
    return [from, to, this.scope.codes(actor, region === undefined ? undefined : [region]), ACTIONS, days];
  }
}
