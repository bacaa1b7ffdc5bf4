import { Inject, Injectable } from '@nestjs/common';
import type { PersonView } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Rows } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

type PersonFacts = Omit<PersonView, 'lastSignInAt'> & { lastSignInAt: Date | null };

@Injectable()
export class PeopleQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  all(): Promise<PersonView[]> {
    return this.select(this.database, null);
  }

  async one(id: number, rows: Rows = this.database): Promise<PersonView> {
    const [person] = await this.select(rows, id);
    if (!person) throw refused('not-found');
    return person;
  }

  private async select(rows: Rows, id: number | null): Promise<PersonView[]> {
    const people = await rows.rows<PersonFacts>(
      `SELECT id, username, name, role, region_code AS "regionCode", disabled_at IS NOT NULL AS disabled,
              coalesce(locked_until > $2, false) AS locked, last_sign_in_at AS "lastSignInAt", version
       FROM person WHERE $1::bigint IS NULL OR id = $1 ORDER BY role, username`,
      [id, this.clock.now()],
    );
    return people.map((person) => ({ ...person, lastSignInAt: person.lastSignInAt?.toISOString() ?? null }));
  }
}
