import { Controller, Inject } from '@nestjs/common';
import { bulkRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { BulkQueries } from './bulk.queries';
import { PrepareBulk } from './prepare-bulk';
import { StartBulk } from './start-bulk';

@Controller()
export class BulkController {
  constructor(
    @Inject(BulkQueries) private readonly queries: BulkQueries,
    @Inject(PrepareBulk) private readonly prepareBulk: PrepareBulk,
    @Inject(StartBulk) private readonly startBulk: StartBulk,
  ) {}

  @Endpoint(bulkRoutes.prepare)
  async prepare({ body }: CallOf<typeof bulkRoutes.prepare>, caller: Caller) {
    return this.queries.one(caller.actor, await this.prepareBulk.run(caller, body));
  }

  @Endpoint(bulkRoutes.read)
  read({ params }: CallOf<typeof bulkRoutes.read>, { actor }: Caller) {
    return this.queries.one(actor, params.id);
  }

  @Endpoint(bulkRoutes.rows)
  rows({ params, query }: CallOf<typeof bulkRoutes.rows>, { actor }: Caller) {
    return this.queries.rows(actor, params.id, query);
  }

  @Endpoint(bulkRoutes.apply)
  async apply({ params }: CallOf<typeof bulkRoutes.apply>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startBulk.apply(caller, params.id));
  }

  @Endpoint(bulkRoutes.cancel)
  async cancel({ params }: CallOf<typeof bulkRoutes.cancel>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startBulk.cancel(caller, params.id));
  }

  @Endpoint(bulkRoutes.undo)
  async undo({ params }: CallOf<typeof bulkRoutes.undo>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startBulk.undo(caller, params.id));
  }
}
