import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { exportRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { CancelExport } from './cancel-export';
import { ExportsQueries } from './exports.queries';
import { FetchExport } from './fetch-export';
import { MakeExport } from './make-export';

@Controller()
export class ExportsController {
  constructor(
    @Inject(ExportsQueries) private readonly queries: ExportsQueries,
    @Inject(MakeExport) private readonly makeExport: MakeExport,
    @Inject(CancelExport) private readonly cancelExport: CancelExport,
    @Inject(FetchExport) private readonly fetchExport: FetchExport,
  ) {}

  @Endpoint(exportRoutes.list)
  list({ query }: CallOf<typeof exportRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query.page, query.pageSize);
  }

  @Endpoint(exportRoutes.make)
  async make({ body }: CallOf<typeof exportRoutes.make>, caller: Caller) {
    return this.queries.one(caller.actor, await this.makeExport.run(caller, body));
  }

  @Endpoint(exportRoutes.read)
  read({ params }: CallOf<typeof exportRoutes.read>, { actor }: Caller) {
    return this.queries.one(actor, params.id);
  }

  @Endpoint(exportRoutes.cancel)
  async cancel({ params }: CallOf<typeof exportRoutes.cancel>, caller: Caller) {
    return this.queries.one(caller.actor, await this.cancelExport.run(caller, params.id));
  }

  @Endpoint(exportRoutes.file)
  async file({ params }: CallOf<typeof exportRoutes.file>, caller: Caller) {
    const { fileName, mediaType, bytes, length } = await this.fetchExport.run(caller, params.id);
    return new StreamableFile(bytes, { type: mediaType, disposition: attachment(fileName), length });
  }
}

/** RFC 6266 with the real name in RFC 5987 form, so that a Chinese name arrives whole (S40). */
const attachment = (fileName: string): string => {
  const suffix = fileName.slice(fileName.lastIndexOf('.'));
  return `attachment; filename="export${suffix}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
};
