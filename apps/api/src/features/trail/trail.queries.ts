import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, TrailEntry, trailRoutes } from '@qingshan/contracts';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { trailWhere } from './trail-filter.sql';

type TrailQuery = CallOf<typeof trailRoutes.list>['query'];
type TrailFacts = Omit<TrailEntry, 'recordedAt'> & { readonly recordedAt: Date };

const ENTRIES = `
  SELECT t.id, t.recorded_at AS "recordedAt", p.username, p.name AS "personName", t.detail->>'role' AS role, t.action,
    t.subject, t.effective_on AS "effectiveOn", host(t.address) AS address, t.outcome, t.before, t.after, t.remark, t.detail
  FROM trail t LEFT JOIN person p ON p.id = t.person_id`;

@Injectable()
export class TrailQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(query: TrailQuery) {
    const { where, values } = await trailWhere(this.database, query);
    const { page, pageSize } = query;
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total FROM trail t WHERE ${where}`,
      values,
    );
    const rows = await this.database.rows<TrailFacts>(
      `${ENTRIES} WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC
       LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, entries: rows.map(entryOf) };
  }

  async one(id: number): Promise<TrailEntry> {
    const [row] = await this.database.rows<TrailFacts>(`${ENTRIES} WHERE t.id = $1`, [id]);
    if (!row) throw refused('not-found');
    return entryOf(row);
  }
}

const entryOf = (row: TrailFacts): TrailEntry => ({ ...row, recordedAt: row.recordedAt.toISOString() });
