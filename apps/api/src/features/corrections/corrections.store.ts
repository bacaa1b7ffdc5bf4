import { Inject, Injectable } from '@nestjs/common';
import type { CorrectionState } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { CorrectionRow } from './correction.row';

type Proposed = Pick<
  CorrectionRow,
  'mineId' | 'patchId' | 'effectiveOn' | 'reason' | 'before' | 'after' | 'proposedBy'
>;

/** A correction is proposed and decided once; nothing else happens to one. Whoever writes it holds the mine. */
@Injectable()
export class CorrectionsStore {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async propose(tx: WriteTx, proposed: Proposed): Promise<number> {
    const [waiting] = await tx.rows<{ id: number }>(
      `SELECT id FROM correction WHERE mine_id = $1 AND state = 'pending'`,
      [proposed.mineId],
    );
    if (waiting) throw refused('already-exists', { correctionId: Number(waiting.id) });
    const { identifiers } = await tx.manager.insert(CorrectionRow, {
      ...proposed,
      before: proposed.before as never,
      after: proposed.after as never,
      proposedAt: this.clock.now(),
      state: 'pending',
    });
    return Number(identifiers[0]?.id);
  }

  async mineOf(tx: WriteTx, id: number): Promise<number> {
    const [found] = await tx.rows<{ mineId: number }>(
      'SELECT mine_id AS "mineId" FROM correction WHERE id = $1',
      [id],
    );
    if (!found) throw refused('not-found');
    return found.mineId;
  }

  /** Held until the transaction ends; another version is a conflict. */
  async hold(tx: WriteTx, id: number, version: number): Promise<CorrectionRow> {
    const correction = await tx.manager.findOne(CorrectionRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!correction) throw refused('not-found');
    // Of what is decided the person is told so, and not that there is a newer version.
    if (correction.state !== 'pending') throw refused('already-done', { state: correction.state });
    if (correction.version !== version) throw refused('version-conflict', { version: correction.version });
    return { ...correction, proposedBy: Number(correction.proposedBy) };
  }

  async decide(
    tx: WriteTx,
    { id, version }: CorrectionRow,
    decided: { readonly state: CorrectionState; readonly decidedBy: number; readonly remark: string | null },
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      CorrectionRow,
      { id, version },
      { ...decided, decidedAt: this.clock.now(), version: version + 1 },
    );
    if (affected !== 1) throw refused('version-conflict');
  }
}
