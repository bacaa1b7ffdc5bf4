import { Inject, Injectable } from '@nestjs/common';
import type { Escalations } from '@qingshan/contracts';
import { DUE_DAYS, escalatedAfter, OWING, REVIEW_DAYS, reviewLevelOf, type Actor } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { standsSince } from '../reviews/stands-since.sql';
import { STANDING } from './today.queries';

const SHOWN = 20;

type Counted<Row> = Row & { readonly total: number };

/** Stages that the county let lie: late by more than $4 days. */
const OVERDUE = `
  SELECT m.id AS "mineId", m.number, m.name, m.region_code AS "regionCode", m.stage, w."dueOn",
    -w."daysLeft" AS "daysLate", count(*) OVER ()::int AS total
  FROM (${STANDING}) w JOIN mine m ON m.id = w.id
  WHERE -w."daysLeft" > $4::int ORDER BY w."daysLeft", m.id LIMIT ${SHOWN}`;

/** Submissions that a level below let lie: since it came to that level, and later than $3 allows that level. */
const WAITING = `
  SELECT q.id AS "submissionId", q.mine_id AS "mineId", m.number, m.name, m.region_code AS "regionCode", q.stage, q.level,
    to_char(q.due, 'YYYY-MM-DD') AS "dueOn", $2::date - q.due AS "daysLate", count(*) OVER ()::int AS total
  FROM (
    SELECT s.id, s.mine_id, s.stage, s.levels[s.at + 1] AS level,
      (${standsSince('s')}
        AT TIME ZONE 'Asia/Shanghai')::date + ${REVIEW_DAYS} AS due
    FROM submission s WHERE s.state = 'pending') q
  JOIN mine m ON m.id = q.mine_id
  JOIN jsonb_to_recordset($3::jsonb) AS d (level text, days int) ON d.level = q.level
  WHERE ($1::text[] IS NULL OR m.region_code = ANY($1::text[])) AND $2::date - q.due > d.days
  ORDER BY q.due, q.id LIMIT ${SHOWN}`;

/** What has gone up the tree to this person: stages and reviews that a level below let lie past the second limit. */
@Injectable()
export class EscalationsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<Escalations> {
    const region = this.regions.tree.find(actor.regionCode);
    const level = region ? reviewLevelOf(region.level) : null;
    if (!level) return { overdue: { total: 0, items: [] }, waiting: { total: 0, items: [] } };
    const [codes, today] = [this.scope.codes(actor), this.clock.today()];
    const days = Object.entries(DUE_DAYS).map(([stage, count]) => ({ stage, days: count }));
    const limits = OWING.flatMap((owing) => {
      const after = escalatedAfter(owing, level);
      return after === null ? [] : [{ level: owing, days: after }];
    });
    const overdue = await this.database.rows<Counted<Escalations['overdue']['items'][number]>>(OVERDUE, [
      codes,
      today,
      JSON.stringify(days),
      escalatedAfter('official', level),
    ]);
    const waiting = await this.database.rows<Counted<Escalations['waiting']['items'][number]>>(WAITING, [
      codes,
      today,
      JSON.stringify(limits),
    ]);
    return { overdue: listOf(overdue), waiting: listOf(waiting) };
  }
}

const listOf = <Row extends object>(rows: Counted<Row>[]): { total: number; items: Row[] } => ({
  total: rows[0]?.total ?? 0,
  items: rows.map(({ total: _, ...row }) => row as unknown as Row),
});
