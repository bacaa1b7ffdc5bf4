import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import { compareAreas, type PatchFacts } from '@qingshan/domain';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import type { TellsWhen } from './edit-mine';
import { fieldChanges } from './field-changes';
import type { MineRow, PatchRow } from './mines.row';
import { MinesStore, type SecondPerson } from './mines.store';
import { PatchesStore } from './patches.store';

/** A patch, and what is to become of it. */
interface ChangedPatch {
  readonly patch: PatchRow;
  readonly before: Partial<PatchFacts>;
  readonly after: Partial<PatchFacts>;
}

/** Adds or changes a patch; the mine's version guards both, since its areas are their sums. */
@Injectable()
export class WritePatch {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(PatchesStore) private readonly patches: PatchesStore,
  ) {}

  add(caller: Caller, mineId: number, body: BodyOf<typeof mineRoutes.addPatch>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, mineId, body.version);
      refuseOverRestored(body.patch);
      await this.patches.add(tx, [{ ...body.patch, mineId, effectiveOn: body.effectiveOn }]);
      const mineVersion = await this.saveSums(tx, mine, body.effectiveOn);
      await tx.record({
        action: 'patch.added',
        mineId,
        subject: body.patch.number,
        effectiveOn: body.effectiveOn,
        after: body.patch,
        remark: body.remark,
        detail: { mineVersion },
      });
      return mineId;
    });
  }

  edit(
    caller: Caller,
    mineId: number,
    patchId: number,
    body: BodyOf<typeof mineRoutes.editPatch>,
  ): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, mineId, body.version);
      await this.write(tx, mine, await this.judge(tx, mine, patchId, body.changes), body);
      return mineId;
    });
  }

  /** The patch and what of the wanted facts really differs, once they have been found possible together. */
  async judge(
    tx: WriteTx,
    mine: MineRow,
    patchId: number,
    wanted: Partial<PatchFacts>,
  ): Promise<ChangedPatch> {
    const patch = (await this.patches.of(tx, mine.id)).find(({ id }) => id === patchId);
    if (!patch) throw refused('not-found');
    const { before, after, any } = fieldChanges<PatchFacts>(patch, wanted);
    if (!any) throw refused('invalid-input', { why: 'nothing-changed' });
    refuseOverRestored({ ...patch, ...after });
    return { patch, before, after };
  }

  async write(
    tx: WriteTx,
    mine: MineRow,
    { patch, before, after }: ChangedPatch,
    { effectiveOn, remark, second }: TellsWhen,
  ): Promise<void> {
    await this.patches.change(tx, patch, after, effectiveOn);
    const mineVersion = await this.saveSums(tx, mine, effectiveOn, second);
    await tx.record({
      action: 'patch.edited',
      mineId: mine.id,
      subject: patch.number,
      effectiveOn,
      before,
      after,
      remark,
      detail: { ...second, mineVersion },
    });
  }

  private async saveSums(
    tx: WriteTx,
    mine: MineRow,
    effectiveOn: string,
    second?: SecondPerson,
  ): Promise<number> {
    if (mine.stage === 'removed') throw refused('move-not-possible', { stage: mine.stage });
    const { after } = fieldChanges(mine, await this.patches.sums(tx, mine.id));
    return this.store.save(tx, mine, after, effectiveOn, second);
  }
}

/** K02: nobody restores more than was destroyed. */
export const refuseOverRestored = (patch: {
  areaSquareMetres: string;
  restoredSquareMetres: string;
}): void => {
  if (compareAreas(patch.restoredSquareMetres, patch.areaSquareMetres) > 0)
    throw refused('area-not-whole', { area: patch.areaSquareMetres, restored: patch.restoredSquareMetres });
};
