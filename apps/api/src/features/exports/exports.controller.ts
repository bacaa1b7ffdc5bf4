import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { exportRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { ExportsQueries } from './exports.queries';
import { MakeExport } from './make-export';
import { StreamExport } from './stream-export';

@Controller()
export class ExportsController {
  constructor(
    @Inject(ExportsQueries) private readonly queries: ExportsQueries,
    @Inject(MakeExport) private readonly makeExport: MakeExport,
    @Inject(StreamExport) private readonly streamExport: StreamExport,
  ) {}

  @Endpoint(exportRoutes.list)
  list({ query }: CallOf<typeof exportRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query.page, query.pageSize);
  }

  @Endpoint(exportRoutes.make)
  async make({ body }: CallOf<typeof exportRoutes.make>, caller: Caller) {
    return this.queries.one(caller.actor, await this.makeExport.run(caller, body));
  }

  @Endpoint(exportRoutes.file)
  async file({ params }: CallOf<typeof exportRoutes.file>, caller: Caller) {
    const { fileName, bytes } = await this.streamExport.run(caller, params.id);
    return new StreamableFile(bytes, { type: 'text/csv; charset=utf-8', disposition: attachment(fileName) });
  }
}

/** RFC 6266 with the real name in RFC 5987 form, so that a Chinese name arrives whole (S40). */
const attachment = (fileName: string): string =>
  `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
