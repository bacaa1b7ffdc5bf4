import { Inject, Injectable } from '@nestjs/common';
import {
  canonicalJson,
  CORRECTION_DECISIONS,
  correctionRefusal,
  type CorrectionDecision,
  type TrailAction,
} from '@qingshan/domain';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { DelegationsQueries } from '../delegations/delegations.queries';
import { EditMine } from '../mines/edit-mine';
import { MinesStore } from '../mines/mines.store';
import { WritePatch } from '../mines/write-patch';
import type { CorrectionRow } from './correction.row';
import { CorrectionsStore } from './corrections.store';

type HeldMine = Awaited<ReturnType<MinesStore['hold']>>;

interface Said {
  readonly version: number;
  readonly remark?: string | null;
}

const ACTIONS: Record<CorrectionDecision, TrailAction> = {
  confirm: 'correction.confirmed',
  refuse: 'correction.refused',
  withdraw: 'correction.withdrawn',
};

/** Confirms, refuses or takes back a correction. Confirmed, it is written as of its day, in the same transaction. */
@Injectable()
export class DecideCorrection {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(EditMine) private readonly editMine: EditMine,
    @Inject(WritePatch) private readonly writePatch: WritePatch,
    @Inject(CorrectionsStore) private readonly corrections: CorrectionsStore,
    @Inject(DelegationsQueries) private readonly delegations: DelegationsQueries,
  ) {}

  run(caller: Caller, id: number, decision: CorrectionDecision, said: Said): Promise<number> {
    const { personId, role } = caller.actor;
    const remark = said.remark ?? null;
    return this.database.write(caller, async (tx) => {
      // The mine first, like every other act on one: who is out of its reach learns nothing of its corrections.
      const mine = await this.mines.hold(tx, caller.actor, await this.corrections.mineOf(tx, id));
      const correction = await this.corrections.hold(tx, id, said.version);
      const actsFor = await this.delegations.actsFor(caller.actor, tx);
      throwIf(correctionRefusal({ decision, personId, actsFor, role, reason: remark }, correction));
      await this.corrections.decide(tx, correction, {
        state: CORRECTION_DECISIONS[decision].to,
        decidedBy: personId,
        remark,
      });
      await tx.record({
        action: ACTIONS[decision],
        mineId: mine.id,
        subject: mine.number,
        remark,
        detail: { correctionId: id, proposedBy: correction.proposedBy },
      });
      if (decision === 'confirm') await this.write(tx, caller, mine, correction);
      return id;
    });
  }

  /** What was proposed is written over what it was proposed against, and over nothing else. */
  private async write(tx: WriteTx, caller: Caller, mine: HeldMine, correction: CorrectionRow): Promise<void> {
    const { patchId, effectiveOn, reason, before, after, proposedBy } = correction;
    const change = {
      effectiveOn,
      remark: reason,
      second: { proposedBy, confirmedBy: caller.actor.personId, correctionId: correction.id },
    };
    const found =
      patchId === null
        ? this.editMine.judge(caller, mine, after)
        : await this.writePatch.judge(tx, mine, Number(patchId), after);
    if (canonicalJson(found.before) !== canonicalJson(before)) throw refused('content-changed');
    if ('patch' in found) await this.writePatch.write(tx, mine, found, change);
    else await this.editMine.write(tx, mine, found, change);
  }
}
