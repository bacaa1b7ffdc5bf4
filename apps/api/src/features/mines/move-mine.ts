import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import { destination, moveRefusal } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { filedDocuments } from './filed-documents';
import { MineViews } from './mine-view';
import { MinesStore } from './mines.store';
import { PatchesStore } from './patches.store';

/** Moves a mine to another stage from a day on, when its gate is met and this person may. */
@Injectable()
export class MoveMine {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(PatchesStore) private readonly patches: PatchesStore,
    @Inject(MineViews) private readonly views: MineViews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: number, body: BodyOf<typeof mineRoutes.move>): Promise<number> {
    const { move, effectiveOn, reason } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, id, body.version);
      const facts = {
        mine,
        patches: await this.patches.of(tx, id),
        placed: this.views.isPlaced(mine.regionCode),
        documents: await filedDocuments(tx, id),
      };
      const request = {
        move,
        role: caller.actor.role,
        effectiveOn,
        reason,
        today: this.clock.today(),
        stageSince: mine.stageSince,
      };
      throwIf(moveRefusal(request, facts));
      const to = destination(move, mine.stage, mine.approach);
      if (to === null) throw refused('move-not-possible', { stage: mine.stage, move });
      await this.store.save(tx, mine, { stage: to, stageSince: effectiveOn }, effectiveOn);
      await tx.record({
        action: 'mine.moved',
        mineId: id,
        subject: mine.number,
        effectiveOn,
        before: { stage: mine.stage },
        after: { stage: to },
        remark: reason,
        detail: { move },
      });
      return id;
    });
  }
}
