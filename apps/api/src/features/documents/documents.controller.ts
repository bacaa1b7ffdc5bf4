import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { documentRoutes, type CallOf } from '@qingshan/contracts';
import { MEDIA_TYPES } from '@qingshan/domain';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import type { UploadedFile } from '../../platform/http/read-call';
import type { Exchange } from '../../platform/http/request';
import { AddDocument } from './add-document';
import { DocumentsQueries } from './documents.queries';
import { RemoveDocument } from './remove-document';

@Controller()
export class DocumentsController {
  constructor(
    @Inject(DocumentsQueries) private readonly queries: DocumentsQueries,
    @Inject(AddDocument) private readonly addDocument: AddDocument,
    @Inject(RemoveDocument) private readonly removeDocument: RemoveDocument,
  ) {}

  @Endpoint(documentRoutes.list)
  list({ params }: CallOf<typeof documentRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, params.id);
  }

  @Endpoint(documentRoutes.add)
  async add({ file, ...call }: CallOf<typeof documentRoutes.add> & { file: UploadedFile }, caller: Caller) {
    await this.addDocument.run(caller, call, file);
    return this.queries.list(caller.actor, call.params.id);
  }

  @Endpoint(documentRoutes.file)
  async file({ params }: CallOf<typeof documentRoutes.file>, { actor }: Caller, { reply }: Exchange) {
    const { fileName, mediaType, bytes } = await this.queries.file(actor, params.id, params.documentId);
    // Opened on its own it may do nothing: no script, no form, no origin (S37).
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    const plain = `document${MEDIA_TYPES[mediaType]}`;
    return new StreamableFile(bytes, {
      type: mediaType,
      disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }

  @Endpoint(documentRoutes.remove)
  async remove(call: CallOf<typeof documentRoutes.remove>, caller: Caller) {
    await this.removeDocument.run(caller, call);
    return this.queries.list(caller.actor, call.params.id);
  }
}
