import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import { datedSteps, destination, moveRefusal, type GateFacts, type MoveReason } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { MineViews } from './mine-view';
import type { MineRow } from './mines.row';
import { MinesStore } from './mines.store';
import { PatchesStore } from './patches.store';
import { standingOf } from './standing.sql';

type Body = BodyOf<typeof mineRoutes.move>;

interface Passing {
  readonly move: Body['move'];
  readonly effectiveOn: string;
  /** Why, as a code of the table; the regular way has none. */
  readonly reasonCode: MoveReason | null;
  readonly reason: string | null;
}

const ADD_REASON = `INSERT INTO stage_reason (mine_id, move, stage, reason, effective_on, recorded_at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp())`;

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
    const { move, effectiveOn, reasonCode, reason } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.store.load(tx, caller.actor, id, body.version);
      const facts = await this.facts(tx, mine);
      const request = {
        move,
        role: caller.actor.role,
        effectiveOn,
        reasonCode,
        reason,
        today: this.clock.today(),
        stageSince: mine.stageSince,
        paused: facts.paused,
      };
      throwIf(moveRefusal(request, facts));
      await this.pass(tx, mine, { move, effectiveOn, reasonCode, reason });
      return id;
    });
  }

  /** Writes a move that has been found possible. */
  async pass(tx: WriteTx, mine: MineRow, { move, effectiveOn, reasonCode, reason }: Passing): Promise<void> {
    const to = destination(move, mine.stage, mine.approach);
    if (to === null) throw refused('move-not-possible', { stage: mine.stage, move });
    const mineVersion = await this.store.save(tx, mine, { stage: to, stageSince: effectiveOn }, effectiveOn);
    if (reasonCode) await tx.rows(ADD_REASON, [mine.id, move, to, reasonCode, effectiveOn]);
    await tx.record({
      action: 'mine.moved',
      mineId: mine.id,
      subject: mine.number,
      effectiveOn,
      before: { stage: mine.stage },
      after: { stage: to, ...(reasonCode && { stageReason: reasonCode }) },
      remark: reason,
      detail: { move, mineVersion },
    });
  }

  /** What the gate of this mine looks at, as the transaction sees it, and whether its clock stands still. */
  async facts(tx: WriteTx, mine: MineRow): Promise<GateFacts & { readonly paused: boolean }> {
    const { documents, steps, pauses, relapsedOn } = await standingOf(tx, mine.id);
    return {
      mine,
      patches: await this.patches.of(tx, mine.id),
      placed: this.views.isPlaced(mine.regionCode),
      documents,
      steps: datedSteps(mine, steps),
      relapsedOn,
      paused: pauses.some(({ to }) => to === null),
    };
  }
}
