import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, documentRoutes } from '@qingshan/contracts';
import { LARGEST_DOCUMENT_BYTES, MEDIA_TYPES, mediaTypeOf, type MediaType } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { FileStore } from '../../platform/files/file-store';
import type { Caller } from '../../platform/http/caller';
import type { UploadedFile } from '../../platform/http/read-call';
import { refused } from '../../platform/http/refused';
import { MinesStore } from '../mines/mines.store';
import { refuseUnderReview } from '../mines/under-review';
import { DocumentsStore } from './documents.store';

/** Puts a document or photo into a mine's file, for a stage. What it is, its bytes say. */
@Injectable()
export class AddDocument {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(DocumentsStore) private readonly documents: DocumentsStore,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  run(caller: Caller, { params, query }: CallOf<typeof documentRoutes.add>, file: UploadedFile) {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return this.database.write(withFile(caller, sha256), async (tx) => {
      const mine = await this.mines.hold(tx, caller.actor, params.id);
      if (mine.stage === 'removed') throw refused('move-not-possible', { stage: mine.stage });
      await refuseUnderReview(tx, mine.id);
      const mediaType = typeOf(file);
      const stage = query.stage ?? mine.stage;
      const { type } = query;
      const fileName = nameFor(file.name, mediaType);
      await this.documents.refuseDouble(tx, { mineId: mine.id, stage, type, sha256 });
      // The bytes come first: a row without its file would lie, a file without its row is swept.
      const storageKey = await this.files.keep(file.bytes);
      await this.documents.add(tx, {
        mineId: mine.id,
        stage,
        type,
        fileName,
        mediaType,
        byteCount: file.bytes.length,
        sha256,
        storageKey,
        personId: caller.actor.personId,
      });
      await tx.record({
        action: 'document.added',
        mineId: mine.id,
        subject: mine.number,
        after: { document: type, fileName, stage },
        detail: { sha256, bytes: file.bytes.length },
      });
    });
  }
}

/** A repeated request is the same only with the same file, which its hash does not know. */
const withFile = (caller: Caller, sha256: string): Caller =>
  caller.once
    ? {
        ...caller,
        once: {
          ...caller.once,
          requestHash: createHash('sha256').update(caller.once.requestHash).update(sha256).digest(),
        },
      }
    : caller;

const typeOf = ({ bytes }: UploadedFile): MediaType => {
  if (bytes.length === 0) throw refused('file-refused', { why: 'empty' });
  if (bytes.length > LARGEST_DOCUMENT_BYTES)
    throw refused('file-refused', { why: 'too-large', limit: LARGEST_DOCUMENT_BYTES });
  const type = mediaTypeOf(bytes);
  if (type === null) throw refused('file-refused', { why: 'type', allowed: Object.keys(MEDIA_TYPES) });
  return type;
};

const JPEG = /\.jpe?g$/i;

/** The name it came with; where its ending says something else than its bytes, theirs is put behind it (S38). */
const nameFor = (name: string, type: MediaType): string => {
  const ending = MEDIA_TYPES[type];
  const honest = type === 'image/jpeg' ? JPEG.test(name) : name.toLowerCase().endsWith(ending);
  return honest ? name : `${name}${ending}`;
};
