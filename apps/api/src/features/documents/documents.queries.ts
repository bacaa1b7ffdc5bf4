import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DocumentList, DocumentView } from '@qingshan/contracts';
import { may, takingOutRefusal, type Actor, type MediaType } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { FileStore } from '../../platform/files/file-store';
import { refused } from '../../platform/http/refused';
import { documentsOf } from '../mines/filed-documents';
import { MineViews } from '../mines/mine-view';
import { Scope } from '../regions/scope';

interface StoredDocument {
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sha256: string;
  readonly storageKey: string;
}

/** What is read of documents: scoped like the mine they belong to. */
@Injectable()
export class DocumentsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(MineViews) private readonly mines: MineViews,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  async list(actor: Actor, mineId: number): Promise<DocumentList> {
    const mine = await this.mines.of(actor, mineId);
    const documents = await this.database.rows<DocumentView>(documentsOf('$1', null), [mineId]);
    const mayWrite = may(actor.role, 'document.write') && mine.stage !== 'removed' && !mine.underReview;
    const isRemovable = ({ removal, stage }: DocumentView) =>
      mayWrite && removal === null && takingOutRefusal(mine.stage, stage) === null;
    return {
      documents,
      wanted: mine.gate.flatMap(({ document, state }) => (document && state === 'notMet' ? [document] : [])),
      stage: mine.stage,
      stageSince: mine.stageSince,
      mayWrite,
      removable: documents.filter(isRemovable).map(({ id }) => id),
    };
  }

  /** The bytes, if they are still the ones that were put there: wrong ones are never handed out (F23). */
  async file(actor: Actor, mineId: number, id: number): Promise<StoredDocument & { bytes: Buffer }> {
    const [document] = await this.database.rows<StoredDocument>(
      `SELECT d.file_name AS "fileName", d.media_type AS "mediaType", d.sha256, d.storage_key AS "storageKey"
       FROM document d JOIN mine m ON m.id = d.mine_id
       WHERE d.id = $1 AND d.mine_id = $2 AND ($3::text[] IS NULL OR m.region_code = ANY($3::text[]))`,
      [id, mineId, this.scope.codes(actor)],
    );
    if (!document) throw refused('not-found');
    const bytes = await this.files.read(document.storageKey);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== document.sha256)
      throw refused('document-lost', { sha256: document.sha256 });
    return { ...document, bytes };
  }
}
