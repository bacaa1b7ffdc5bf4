import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, TrailEntry, trailRoutes } from '@qingshan/contracts';
import { trailActionsOf } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { likePattern } from '../../platform/database/like';
import { refused } from '../../platform/http/refused';

type TrailQuery = CallOf<typeof trailRoutes.list>['query'];
type TrailFacts = Omit<TrailEntry, 'recordedAt'> & { readonly recordedAt: Date };

const ENTRIES = `
  SELECT t.id, t.recorded_at AS "recordedAt", p.username, p.name AS "personName", t.detail->>'role' AS role, t.action,
    t.subject, t.effective_on AS "effectiveOn", host(t.address) AS address, t.outcome, t.before, t.after, t.remark, t.detail
  FROM trail t LEFT JOIN person p ON p.id = t.person_id`;

interface Objects {
  readonly mines: string[];
  readonly subjects: string[];
}

/**
 * A mine by what it is called today, however it was called in the entry; an account by its person's name; all else by the
 * subject that was written.
 */
const OBJECTS = `
  SELECT ARRAY(SELECT id::text FROM mine WHERE number ILIKE $1 OR name ILIKE $1 OR id::text = $2) AS mines,
    ARRAY(SELECT username FROM person WHERE name ILIKE $1
      UNION SELECT subject FROM trail WHERE subject ILIKE $1) AS subjects`;

/** Only what was asked for stands in the statement, so that an index can answer it. */
const whereOf = ({ action, person, from, to, outcome }: TrailQuery, objects: Objects | undefined) => {
  const values: unknown[] = [];
  const conditions: string[] = ['true'];
  const when = (value: unknown, condition: (parameter: string) => string) => {
    if (value) conditions.push(condition(`$${values.push(value)}`));
  };
  when(action && trailActionsOf(action), (these) => `t.action = ANY(${these}::text[])`);
  when(
    person && likePattern(person),
    (like) =>
      `t.person_id = ANY(ARRAY(SELECT id FROM person WHERE name ILIKE ${like} OR username ILIKE ${like}))`,
  );
  if (objects)
    conditions.push(
      `(t.mine_id = ANY($${values.push(objects.mines)}::bigint[]) OR t.subject = ANY($${values.push(objects.subjects)}::text[]))`,
    );
  when(from, (day) => `t.recorded_at >= ${day}::date::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  when(to, (day) => `t.recorded_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  // The rare ones have an index of their own: the word stands in the statement for it.
  if (outcome) conditions.push(`t.outcome = '${outcome}'`);
  return { where: conditions.join(' AND '), values };
};

@Injectable()
export class TrailQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(query: TrailQuery) {
    // Looked up once: the count and the page are both of these.
    const [objects] = query.object
      ? await this.database.rows<Objects>(OBJECTS, [likePattern(query.object), query.object])
      : [];
    const { where, values } = whereOf(query, objects);
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
