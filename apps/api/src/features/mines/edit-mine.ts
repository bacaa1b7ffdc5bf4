import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { fieldChanges } from './field-changes';
import { MinesStore } from './mines.store';

/** Changes facts of a mine from a day on. */
@Injectable()
export class EditMine {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Regions) private readonly regions: Regions,
  ) {}

  run(caller: Caller, id: number, body: BodyOf<typeof mineRoutes.edit>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, id, body.version);
      if (mine.stage === 'removed') throw refused('move-not-possible', { stage: mine.stage });
      const { before, after, any } = fieldChanges(mine, body.changes);
      if (!any) throw refused('invalid-input', { why: 'nothing-changed' });
      const located = { ...mine, ...after };
      if ((located.longitude === null) !== (located.latitude === null))
        throw refused('invalid-input', { why: 'half-coordinates' });
      if (after.regionCode !== undefined) this.refuseRegion(caller.actor, after.regionCode);
      await this.store.save(tx, mine, after, body.effectiveOn);
      await tx.record({
        action: 'mine.edited',
        mineId: id,
        subject: mine.number,
        effectiveOn: body.effectiveOn,
        before,
        after,
        remark: body.remark,
      });
      return id;
    });
  }

  /** Only somebody above both places moves a mine between divisions (S05). */
  private refuseRegion(actor: Actor, regionCode: string): void {
    const region = this.regions.tree.find(regionCode);
    const bookable = region && region.successorCode === null && !['province', 'city'].includes(region.level);
    if (!bookable) throw refused('invalid-input', { field: 'regionCode', found: regionCode });
    if (actor.role !== 'manager' || !this.scope.reaches(actor, regionCode))
      throw refused('scope-not-allowed', { regionCode });
  }
}
