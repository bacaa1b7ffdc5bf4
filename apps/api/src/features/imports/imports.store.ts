import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { LedgerImportRow } from './imports.row';

/** The class of the advisory lock that is held for as long as a check runs: nothing has to be cleaned up after a crash. */
export const CHECK_LOCK = 7_431;

@Injectable()
export class ImportsStore {
  /** One's own import, locked until the transaction ends. Somebody else's is not found. */
  async load(tx: WriteTx, caller: Caller, id: number): Promise<LedgerImportRow> {
    const found = await tx.manager.findOne(LedgerImportRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found || found.personId !== caller.actor.personId) throw refused('not-found');
    return found;
  }

  /** One's own import that nothing has been written of yet. */
  async loadOpen(tx: WriteTx, caller: Caller, id: number): Promise<LedgerImportRow> {
    const found = await this.load(tx, caller, id);
    if (found.state !== 'mapping' && found.state !== 'checked')
      throw refused('already-done', { state: found.state });
    return found;
  }

  async save(
    tx: WriteTx,
    found: LedgerImportRow,
    changes: Parameters<typeof tx.manager.update<LedgerImportRow>>[2],
  ): Promise<void> {
    await tx.manager.update(
      LedgerImportRow,
      { id: found.id, version: found.version },
      { ...changes, version: found.version + 1 },
    );
  }
}
