import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import type { Actor, MineFacts } from '@qingshan/domain';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { fieldChanges, type FieldChanges } from './field-changes';
import type { MineRow } from './mines.row';
import { MinesStore, type SecondPerson } from './mines.store';

/** From which day on, why, and where it needs two persons, who they are. */
export interface TellsWhen {
  readonly effectiveOn: string;
  readonly remark: string | null;
  readonly second?: SecondPerson;
}

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
      await this.write(tx, mine, this.judge(caller, mine, body.changes), body);
      return id;
    });
  }

  /** What of the wanted facts really differs, once they have been found possible together. */
  judge(caller: Caller, mine: MineRow, wanted: Partial<MineFacts>): FieldChanges<MineFacts> {
    if (mine.stage === 'removed') throw refused('move-not-possible', { stage: mine.stage });
    const changes = fieldChanges<MineFacts>(mine, wanted);
    const { after, any } = changes;
    if (!any) throw refused('invalid-input', { why: 'nothing-changed' });
    const located = { ...mine, ...after };
    if ((located.longitude === null) !== (located.latitude === null))
      throw refused('invalid-input', { why: 'half-coordinates' });
    if (after.regionCode !== undefined) this.refuseRegion(caller.actor, after.regionCode);
    return changes;
  }

  async write(
    tx: WriteTx,
    mine: MineRow,
    { before, after }: FieldChanges<MineFacts>,
    { effectiveOn, remark, second }: TellsWhen,
  ): Promise<void> {
    const mineVersion = await this.store.save(tx, mine, after, effectiveOn, second);
    await tx.record({
      action: 'mine.edited',
      mineId: mine.id,
      subject: mine.number,
      effectiveOn,
      before,
      after,
      remark,
      detail: { ...second, mineVersion },
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
