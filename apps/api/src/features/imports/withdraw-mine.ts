import { Inject, Injectable } from '@nestjs/common';
import type { RefusalCode } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Refused, refused } from '../../platform/http/refused';
import { fieldChanges } from '../mines/field-changes';
import { MinesStore } from '../mines/mines.store';
import { PatchesStore } from '../mines/patches.store';
import type { LedgerImportRow } from './imports.row';
import type { MineToUndo } from './rows-to-undo';

type MineRow = Awaited<ReturnType<MinesStore['load']>>;

/** Papers and submissions are beside the mine, and are no new version of it: somebody has worked with it all the same. */
const WORKED_WITH = `SELECT 1 FROM document WHERE mine_id = $1 UNION ALL SELECT 1 FROM submission WHERE mine_id = $1 LIMIT 1`;

/**
 * Takes back what an import wrote of one mine. Nothing is ever deleted: a mine that it entered leaves the list, a patch that it
 * added keeps its number and has no area; both come back when the ledger is imported again.
 */
@Injectable()
export class WithdrawMine {
  constructor(
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(PatchesStore) private readonly patches: PatchesStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Null, or why the mine stays as it is: then nothing of it is touched. */
  async run(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    mine: MineToUndo,
  ): Promise<RefusalCode | null> {
    await tx.rows('SAVEPOINT one_mine');
    try {
      await this.takeBack(tx, caller, source, mine);
      await tx.rows('RELEASE SAVEPOINT one_mine');
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await tx.rows('ROLLBACK TO SAVEPOINT one_mine');
      return error.refusal.code;
    }
  }

  private async takeBack(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    mine: MineToUndo,
  ): Promise<void> {
    const effectiveOn = source.effectiveOn ?? this.clock.today();
    const row = await this.store.load(tx, caller.actor, mine.mineId, mine.mineVersion);
    if (mine.isNew && (await tx.rows(WORKED_WITH, [row.id])).length > 0) throw refused('version-conflict');
    const wanted = mine.isNew
      ? { stage: 'removed' as const }
      : await this.formerFacts(tx, row, mine, effectiveOn);
    const { before, after } = fieldChanges<Partial<MineRow>>(row, wanted);
    const since = after.stage === undefined ? {} : { stageSince: effectiveOn };
    const mineVersion = await this.store.save(tx, row, { ...after, ...since }, effectiveOn);
    await tx.record({
      action: mine.isNew ? 'mine.withdrawn' : 'mine.edited',
      mineId: row.id,
      subject: row.number,
      effectiveOn,
      before,
      after,
      detail: {
        importId: source.id,
        undo: true,
        rows: mine.rows.map(({ rowNumber }) => rowNumber),
        mineVersion,
      },
    });
  }

  /** The facts as the check found them, and the areas as the patches add up once theirs are back. */
  private async formerFacts(
    tx: WriteTx,
    row: MineRow,
    mine: MineToUndo,
    effectiveOn: string,
  ): Promise<Partial<MineRow>> {
    const changes = mine.rows.flatMap((one) => one.changes);
    const facts = Object.fromEntries(
      changes
        .filter(({ field }) => field !== 'patch' && !field.startsWith('patch.'))
        .map(({ field, before }) => [field, before]),
    );
    await this.restorePatches(tx, row.id, mine, effectiveOn);
    return { ...facts, ...(await this.patches.sums(tx, row.id)) };
  }

  private async restorePatches(
    tx: WriteTx,
    mineId: number,
    mine: MineToUndo,
    effectiveOn: string,
  ): Promise<void> {
    const patches = await this.patches.of(tx, mineId);
    for (const { changes, patchNumber } of mine.rows) {
      const patch = patches.find(({ number }) => number === patchNumber);
      if (!patch) continue;
      const isAdded = changes.some(({ field }) => field === 'patch');
      const former = isAdded
        ? { areaSquareMetres: '0.00', restoredSquareMetres: '0.00' }
        : Object.fromEntries(
            changes
              .filter(({ field }) => field.startsWith('patch.'))
              .map(({ field, before }) => [field.slice('patch.'.length), before]),
          );
      const { after, any } = fieldChanges<object>(patch, former);
      if (any) await this.patches.change(tx, patch, after, effectiveOn);
    }
  }
}
