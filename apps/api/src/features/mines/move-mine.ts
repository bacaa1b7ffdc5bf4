import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import { destination, moveRefusal, type GateFacts } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { filedDocuments } from './filed-documents';
import { MineViews } from './mine-view';
import type { MineRow } from './mines.row';
import { MinesStore } from './mines.store';
import { PatchesStore } from './patches.store';

type Body = BodyOf<typeof mineRoutes.move>;

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

  run(caller: Caller, id: number, body: Body): Promise<number> {
    const { move, effectiveOn, reason } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, id, body.version);
      const request = {
        move,
        role: caller.actor.role,
        effectiveOn,
        reason,
        today: this.clock.today(),
        stageSince: mine.stageSince,
      };
      throwIf(moveRefusal(request, await this.facts(tx, mine)));
      await this.pass(tx, mine, { move, effectiveOn, reason });
      return id;
    });
  }

  /** Writes a move that has been found possible. */
  async pass(
    tx: WriteTx,
    mine: MineRow,
    { move, effectiveOn, reason }: Pick<Body, 'move' | 'effectiveOn' | 'reason'>,
  ): Promise<void> {
    const to = destination(move, mine.stage, mine.approach);
    if (to === null) throw refused('move-not-possible', { stage: mine.stage, move });
    await this.store.save(tx, mine, { stage: to, stageSince: effectiveOn }, effectiveOn);
    await tx.record({
      action: 'mine.moved',
      mineId: mine.id,
      subject: mine.number,
      effectiveOn,
      before: { stage: mine.stage },
      after: { stage: to },
      remark: reason,
      detail: { move },
    });
  }

  /** What the gate of this mine looks at, as the transaction sees it. */
  async facts(tx: WriteTx, mine: MineRow): Promise<GateFacts> {
    return {
      mine,
      patches: await this.patches.of(tx, mine.id),
      placed: this.views.isPlaced(mine.regionCode),
      documents: await filedDocuments(tx, mine.id),
    };
  }
}
