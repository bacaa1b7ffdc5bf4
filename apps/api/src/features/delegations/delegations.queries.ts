import { Inject, Injectable } from '@nestjs/common';
import type { Delegations, DelegationView } from '@qingshan/contracts';
import { may, type Actor } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type Rows } from '../../platform/database/database';
import { Scope } from '../regions/scope';

/** $1 the reader, $2 the codes within reach, $3 today. */
const LIST = `
  SELECT d.id, d.version, d.region_code AS "regionCode", p.name AS "personName", o.name AS "delegateName",
    d.starts_on AS "startsOn", d.ends_on AS "endsOn", d.reason,
    to_char(d.revoked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "revokedAt",
    d.revoked_at IS NULL AND $3::date BETWEEN d.starts_on AND d.ends_on AS holds,
    CASE $1::bigint WHEN d.person_id THEN 'given' WHEN d.delegate_id THEN 'received' ELSE 'none' END AS side
  FROM delegation d JOIN person p ON p.id = d.person_id JOIN person o ON o.id = d.delegate_id
  WHERE ($2::text[] IS NULL OR d.region_code = ANY($2::text[])) AND d.ends_on > $3::date - 90
  ORDER BY holds DESC, d.revoked_at IS NOT NULL, d.starts_on DESC, d.id DESC LIMIT 200`;

const CANDIDATES = `
  SELECT id, name FROM person
  WHERE role = 'manager' AND region_code = $1 AND id <> $2 AND disabled_at IS NULL ORDER BY name, id`;

/** Both still review where they did: an account that was shut or moved neither lends its name nor uses another's. */
const ACTS_FOR = `
  SELECT d.person_id AS "personId" FROM delegation d
  JOIN person p ON p.id = d.person_id AND p.region_code = d.region_code AND p.role = 'manager' AND p.disabled_at IS NULL
  JOIN person o ON o.id = d.delegate_id AND o.region_code = d.region_code
  WHERE d.delegate_id = $1 AND d.revoked_at IS NULL AND $2::date BETWEEN d.starts_on AND d.ends_on ORDER BY d.id`;

/** Who reviews in whose name. */
@Injectable()
export class DelegationsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Scope) private readonly scope: Scope,
  ) {}

  async list(actor: Actor, rows: Rows = this.database): Promise<Delegations> {
    const delegations = await rows.rows<DelegationView>(LIST, [
      actor.personId,
      this.scope.codes(actor),
      this.clock.today(),
    ]);
    const candidates = may(actor.role, 'review.decide')
      ? await rows.rows<Delegations['candidates'][number]>(CANDIDATES, [actor.regionCode, actor.personId])
      : [];
    return { delegations, candidates };
  }

  /** Whom a person stands in for today. */
  async actsFor({ personId }: Pick<Actor, 'personId'>, rows: Rows = this.database): Promise<number[]> {
    const found = await rows.rows<{ personId: number }>(ACTS_FOR, [personId, this.clock.today()]);
    return found.map((one) => Number(one.personId));
  }
}
