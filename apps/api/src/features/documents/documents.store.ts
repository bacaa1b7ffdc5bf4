import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { DocumentRow } from './document.row';

type NewDocument = Omit<DocumentRow, 'id' | 'addedAt' | 'removedAt' | 'removedBy' | 'removalReason'>;

/** More papers than this in one file are a mistake or an attack (S41). */
const DOCUMENTS_AT_MOST = 500;

/** Documents are added and taken out; nothing else happens to one. */
@Injectable()
export class DocumentsStore {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async refuseDouble(
    tx: WriteTx,
    { mineId, stage, type, sha256 }: Pick<NewDocument, 'mineId' | 'stage' | 'type' | 'sha256'>,
  ): Promise<void> {
    const [found] = await tx.rows<{ same: boolean | null; count: number }>(
      `SELECT bool_or(stage = $2 AND type = $3 AND sha256 = $4) AS same, count(*)::int AS count
       FROM document WHERE mine_id = $1 AND removed_at IS NULL`,
      [mineId, stage, type, sha256],
    );
    if (found?.same) throw refused('already-exists', { sha256 });
    if ((found?.count ?? 0) >= DOCUMENTS_AT_MOST)
      throw refused('file-refused', { why: 'too-many', limit: DOCUMENTS_AT_MOST });
  }

  async add(tx: WriteTx, document: NewDocument): Promise<void> {
    await tx.manager.insert(DocumentRow, { ...document, addedAt: this.clock.now() });
  }

  /** The document of this mine, held until the transaction ends. */
  async of(tx: WriteTx, mineId: number, id: number): Promise<DocumentRow> {
    const document = await tx.manager.findOne(DocumentRow, {
      where: { id, mineId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!document) throw refused('not-found');
    return document;
  }

  async takeOut(tx: WriteTx, { id }: DocumentRow, removedBy: number, removalReason: string): Promise<void> {
    await tx.manager.update(DocumentRow, { id }, { removedAt: this.clock.now(), removedBy, removalReason });
  }
}
