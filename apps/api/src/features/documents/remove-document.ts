import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, documentRoutes } from '@qingshan/contracts';
import { takingOutRefusal } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { MinesStore } from '../mines/mines.store';
import { refuseUnderReview } from '../mines/under-review';
import { DocumentsStore } from './documents.store';

/** Takes a document out of the file, with a reason. The bytes and the row stay: only the gate counts it no more. */
@Injectable()
export class RemoveDocument {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(DocumentsStore) private readonly documents: DocumentsStore,
  ) {}

  run(caller: Caller, { params, body }: CallOf<typeof documentRoutes.remove>): Promise<void> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.hold(tx, caller.actor, params.id);
      const document = await this.documents.of(tx, mine.id, params.documentId);
      throwIf(takingOutRefusal(mine.stage, document.stage));
      await refuseUnderReview(tx, mine.id);
      if (document.removedAt !== null) throw refused('already-done');
      await this.documents.takeOut(tx, document, caller.actor.personId, body.reason);
      await tx.record({
        action: 'document.removed',
        mineId: mine.id,
        subject: mine.number,
        before: { document: document.type, fileName: document.fileName, stage: document.stage },
        remark: body.reason,
        detail: { sha256: document.sha256 },
      });
    });
  }
}
