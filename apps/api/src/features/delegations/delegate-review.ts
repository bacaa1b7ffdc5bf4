import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, delegationRoutes, Delegations } from '@qingshan/contracts';
import { delegationRefusal, type DelegationRequest, type StandingDelegation } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { DelegationRow } from './delegation.row';
import { DelegationsQueries } from './delegations.queries';

type Party = DelegationRequest['to'] & { readonly name: string; readonly username: string };

const PARTY = `
  SELECT id AS "personId", name, username, role, region_code AS "regionCode", disabled_at IS NOT NULL AS disabled
  FROM person WHERE id = $1`;

const STANDING = `
  SELECT person_id AS "personId", delegate_id AS "delegateId", starts_on AS "startsOn", ends_on AS "endsOn"
  FROM delegation WHERE revoked_at IS NULL AND ends_on >= $1`;

/** Hands reviewing on for a while, and takes it back. */
@Injectable()
export class DelegateReview {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(DelegationsQueries) private readonly queries: DelegationsQueries,
  ) {}

  make(
    caller: Caller,
    { delegateId, startsOn, endsOn, reason }: BodyOf<typeof delegationRoutes.make>,
  ): Promise<Delegations> {
    const { personId } = caller.actor;
    return this.database.write(caller, async (tx) => {
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('qingshan.delegation'))`);
      const from = await this.party(tx, personId);
      const to = await this.party(tx, delegateId);
      // Whoever reviews elsewhere is nobody here: no name is told apart from none.
      if (!from || to?.regionCode !== from.regionCode) throw refused('not-found');
      const today = this.clock.today();
      const standing = await tx.rows<StandingDelegation>(STANDING, [today]);
      throwIf(delegationRefusal({ from, to, startsOn, endsOn, today }, standing));
      const { regionCode } = from;
      const row = { personId, delegateId, regionCode, startsOn, endsOn, reason, version: 1 };
      const { identifiers } = await tx.manager.insert(DelegationRow, row);
      await tx.record({
        action: 'delegation.made',
        subject: to.username,
        remark: reason,
        after: { startsOn, endsOn },
        detail: { delegationId: Number(identifiers[0]?.id) },
      });
      return this.queries.list(caller.actor, tx);
    });
  }

  revoke(
    caller: Caller,
    id: number,
    { version }: BodyOf<typeof delegationRoutes.revoke>,
  ): Promise<Delegations> {
    const { actor } = caller;
    return this.database.write(caller, async (tx) => {
      const row = await tx.manager.findOne(DelegationRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row || !this.scope.reaches(actor, row.regionCode)) throw refused('not-found');
      if (![row.personId, row.delegateId].map(Number).includes(actor.personId)) throw refused('not-allowed');
      if (row.revokedAt) throw refused('already-done', { state: 'revoked' });
      if (row.version !== version) throw refused('version-conflict', { version: row.version });
      await tx.manager.update(
        DelegationRow,
        { id, version },
        { revokedAt: this.clock.now(), revokedBy: actor.personId, version: version + 1 },
      );
      const { startsOn, endsOn } = row;
      await tx.record({
        action: 'delegation.revoked',
        subject: (await this.party(tx, row.delegateId))?.username,
        before: { startsOn, endsOn },
        detail: { delegationId: id },
      });
      return this.queries.list(actor, tx);
    });
  }

  private async party(tx: WriteTx, id: number): Promise<Party | undefined> {
    const [party] = await tx.rows<Party>(PARTY, [id]);
    return party;
  }
}
