import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, PeopleSort, peopleRoutes, PersonView } from '@qingshan/contracts';
import { ROLES } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type Rows } from '../../platform/database/database';
import { likePattern } from '../../platform/database/like';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';

type PeopleQuery = CallOf<typeof peopleRoutes.list>['query'];
type PersonFacts = Omit<PersonView, 'lockedUntil' | 'lastSignInAt' | 'createdAt'> & {
  readonly lockedUntil: Date | null;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
};

// $1 is now.
const PEOPLE = `(SELECT id, username, name, role, region_code AS "regionCode", email, version,
    CASE WHEN disabled_at IS NOT NULL THEN 'disabled' WHEN locked_until > $1 THEN 'locked' ELSE 'active' END AS state,
    CASE WHEN locked_until > $1 THEN locked_until END AS "lockedUntil",
    must_change_password AS "mustChangePassword", last_sign_in_at AS "lastSignInAt", created_at AS "createdAt"
  FROM person) p`;

/** The expression behind each name the list may be sorted by. */
const ORDERS: Record<PeopleSort, string> = {
  // Chinese by pinyin.
  name: 'p.name COLLATE "zh-x-icu"',
  username: 'p.username',
  role: `array_position('{${ROLES.join(',')}}'::text[], p.role)`,
  regionCode: 'p."regionCode"',
  state: 'p.state',
  lastSignInAt: 'p."lastSignInAt"',
};

const orderOf = (sort: PeopleQuery['sort']): string => {
  const down = sort.startsWith('-');
  return `${ORDERS[sort.replace(/^-/, '') as PeopleSort]} ${down ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}, p.username`;
};

@Injectable()
export class PeopleQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
  ) {}

  async list({ q, role, region, state, sort, page, pageSize }: PeopleQuery) {
    const where = `($2::text IS NULL OR p.name ILIKE $2 OR p.username ILIKE $2)
      AND ($3::text[] IS NULL OR p.role = ANY($3)) AND ($4::text[] IS NULL OR p."regionCode" = ANY($4))
      AND ($5::text IS NULL OR p.state = $5)`;
    const values = [
      this.clock.now(),
      q ? likePattern(q) : null,
      role?.length ? role : null,
      region ? this.regions.tree.withDescendants(region) : null,
      state ?? null,
    ];
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${PEOPLE} WHERE ${where}`,
      values,
    );
    const people = await this.database.rows<PersonFacts>(
      `SELECT p.* FROM ${PEOPLE} WHERE ${where} ORDER BY ${orderOf(sort)} LIMIT $6 OFFSET $7`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, people: people.map(viewOf) };
  }

  async one(id: number, rows: Rows = this.database): Promise<PersonView> {
    const [person] = await rows.rows<PersonFacts>(`SELECT p.* FROM ${PEOPLE} WHERE p.id = $2`, [
      this.clock.now(),
      id,
    ]);
    if (!person) throw refused('not-found');
    return viewOf(person);
  }
}

const viewOf = (person: PersonFacts): PersonView => ({
  ...person,
  lockedUntil: person.lockedUntil?.toISOString() ?? null,
  lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
  createdAt: person.createdAt.toISOString(),
});
