import type { CallOf, trailRoutes } from '@qingshan/contracts';
import { trailActionsOf } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import { likePattern } from '../../platform/database/like';

/** Which entries are looked for. */
export type TrailFilter = CallOf<typeof trailRoutes.excerpt>['query'];

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

/** What a filter means of the trail as `t`, with its values. What is called by a name is looked up once: a count and the rows are both of these. */
export const trailWhere = async (rows: Rows, filter: TrailFilter) => {
  const [objects] = filter.object
    ? await rows.rows<Objects>(OBJECTS, [likePattern(filter.object), filter.object])
    : [];
  return whereOf(filter, objects);
};

/** Only what was asked for stands in the statement, so that an index can answer it. */
const whereOf = ({ action, person, from, to, outcome }: TrailFilter, objects: Objects | undefined) => {
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
