import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, correctionRoutes } from '@qingshan/contracts';
import { needsSecondPerson } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { EditMine } from '../mines/edit-mine';
import { MinesStore } from '../mines/mines.store';
import { WritePatch } from '../mines/write-patch';
import { CorrectionsStore } from './corrections.store';

type Body = BodyOf<typeof correctionRoutes.propose>;
type HeldMine = Awaited<ReturnType<MinesStore['hold']>>;

/** Writes down what is to be changed of an accepted mine, and why. Nothing of it changes yet. */
@Injectable()
export class ProposeCorrection {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(EditMine) private readonly editMine: EditMine,
    @Inject(WritePatch) private readonly writePatch: WritePatch,
    @Inject(CorrectionsStore) private readonly corrections: CorrectionsStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, body: Body): Promise<number> {
    const { effectiveOn, reason } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.load(tx, caller.actor, body.mineId, body.version);
      // What one person may change needs no second one.
      if (!needsSecondPerson(mine.stage)) throw refused('move-not-possible', { stage: mine.stage });
      const today = this.clock.today();
      if (effectiveOn > today) throw refused('date-in-future', { today });
      const { before, after, patchId, subject } = await this.judge(tx, caller, mine, body.what);
      const id = await this.corrections.propose(tx, {
        mineId: mine.id,
        patchId,
        effectiveOn,
        reason,
        before,
        after,
        proposedBy: caller.actor.personId,
      });
      await tx.record({
        action: 'correction.proposed',
        mineId: mine.id,
        subject,
        effectiveOn,
        before,
        after,
        remark: reason,
        detail: { correctionId: id },
      });
      return id;
    });
  }

  /** What really differs, found possible: a mistake is told to who makes it, not to who is to confirm it. */
  private async judge(
    tx: WriteTx,
    caller: Caller,
    mine: HeldMine,
    what: Body['what'],
  ): Promise<{
    before: Record<string, unknown>;
    after: Record<string, unknown>;
    patchId: number | null;
    subject: string;
  }> {
    if (what.of === 'mine') {
      const { before, after } = this.editMine.judge(caller, mine, what.changes);
      return { before, after, patchId: null, subject: mine.number };
    }
    const { patch, before, after } = await this.writePatch.judge(tx, mine, what.patchId, what.changes);
    return { before, after, patchId: patch.id, subject: patch.number };
  }
}
