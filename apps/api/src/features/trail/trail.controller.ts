import { Controller, Inject } from '@nestjs/common';
import { trailRoutes, type CallOf, type TrailEntry } from '@qingshan/contracts';
import { Database } from '../../platform/database/database';
import { Endpoint } from '../../platform/http/endpoint';

@Controller()
export class TrailController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Endpoint(trailRoutes.list)
  async list({ query }: CallOf<typeof trailRoutes.list>) {
    const { action, person, page, pageSize } = query;
    const which = `($1::text IS NULL OR t.action = $1 OR t.action LIKE $1 || '.%')
      AND ($2::text IS NULL OR p.username = $2 OR p.name = $2)`;
    const values = [action || null, person || null];
    const from = 'FROM trail t LEFT JOIN person p ON p.id = t.person_id';
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total ${from} WHERE ${which}`,
      values,
    );
    const rows = await this.database.rows<Omit<TrailEntry, 'recordedAt'> & { recordedAt: Date }>(
      `SELECT t.id, t.recorded_at AS "recordedAt", p.name AS "personName", t.action, t.subject, host(t.address) AS address,
              t.outcome, t.detail
       ${from} WHERE ${which} ORDER BY t.id DESC LIMIT $3 OFFSET $4`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    const entries = rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
    return { total: count?.total ?? 0, entries };
  }
}
