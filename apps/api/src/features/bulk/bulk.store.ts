import { Injectable } from '@nestjs/common';
import type { BulkEditView } from '@qingshan/contracts';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { BulkEditRow } from './bulk.row';

@Injectable()
export class BulkStore {
  /** One's own edit, locked until the transaction ends. Somebody else's is not found. */
  async load(tx: WriteTx, caller: Caller, id: number): Promise<BulkEditRow> {
    const found = await tx.manager.findOne(BulkEditRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found || found.personId !== caller.actor.personId) throw refused('not-found');
    return found;
  }

  async turn(
    tx: WriteTx,
    found: BulkEditRow,
    state: BulkEditView['state'],
    finishedAt: Date | null = null,
  ): Promise<void> {
    await tx.manager.update(
      BulkEditRow,
      { id: found.id, version: found.version },
      { state, finishedAt, version: found.version + 1 },
    );
  }
}
