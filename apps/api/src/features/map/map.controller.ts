import { Controller, Inject } from '@nestjs/common';
import { mapRoutes, type CallOf } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { unlessHeld } from '../../platform/http/held-answer';
import type { UploadedFile } from '../../platform/http/read-call';
import type { Exchange } from '../../platform/http/request';
import { KeepMapSource } from './keep-map-source';
import { LedgerVersion } from './ledger-version';
import { MapQueries } from './map.queries';
import { MapSourcesQueries } from './map-sources.queries';
import { SetBoundaries } from './set-boundaries';

@Controller()
export class MapController {
  constructor(
    @Inject(MapQueries) private readonly queries: MapQueries,
    @Inject(MapSourcesQueries) private readonly sourcesQueries: MapSourcesQueries,
    @Inject(LedgerVersion) private readonly version: LedgerVersion,
    @Inject(SetBoundaries) private readonly setBoundariesAct: SetBoundaries,
    @Inject(KeepMapSource) private readonly keep: KeepMapSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Endpoint(mapRoutes.regions)
  async regions(call: CallOf<typeof mapRoutes.regions>, caller: Caller, exchange: Exchange) {
    return unlessHeld(exchange, await this.stateFor(caller, call), () =>
      this.queries.regions(caller.actor, call.query),
    );
  }

  @Endpoint(mapRoutes.tile)
  async tile(call: CallOf<typeof mapRoutes.tile>, caller: Caller, exchange: Exchange) {
    return unlessHeld(exchange, await this.stateFor(caller, call), () =>
      this.queries.tile(caller.actor, call),
    );
  }

  /** What an answer on mines is made from: the ledger, the day, the reach of who asks, and the question. */
  private async stateFor({ actor }: Caller, call: object): Promise<unknown[]> {
    return [await this.version.now(), this.clock.today(), actor.regionCode, call];
  }

  @Endpoint(mapRoutes.sources)
  sources() {
    return this.sourcesQueries.inForce();
  }

  @Endpoint(mapRoutes.boundaries)
  async boundaries(_: CallOf<typeof mapRoutes.boundaries>, _caller: Caller, exchange: Exchange) {
    return unlessHeld(exchange, [await this.sourcesQueries.boundariesId()], () =>
      this.sourcesQueries.boundaries(),
    );
  }

  @Endpoint(mapRoutes.setBoundaries)
  async setBoundaries(
    { query, file }: CallOf<typeof mapRoutes.setBoundaries> & { file: UploadedFile },
    caller: Caller,
  ) {
    await this.setBoundariesAct.run(caller, file, query);
    return this.sourcesQueries.inForce();
  }

  @Endpoint(mapRoutes.endBoundaries)
  async endBoundaries({ body }: CallOf<typeof mapRoutes.endBoundaries>, caller: Caller) {
    await this.keep.end(caller, 'boundaries', body.version);
    return this.sourcesQueries.inForce();
  }

  @Endpoint(mapRoutes.setBasemap)
  async setBasemap({ body }: CallOf<typeof mapRoutes.setBasemap>, caller: Caller) {
    await this.keep.setBasemap(caller, body);
    return this.sourcesQueries.inForce();
  }

  @Endpoint(mapRoutes.endBasemap)
  async endBasemap({ body }: CallOf<typeof mapRoutes.endBasemap>, caller: Caller) {
    await this.keep.end(caller, 'basemap', body.version);
    return this.sourcesQueries.inForce();
  }
}
