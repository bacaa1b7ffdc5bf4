import { Controller, Inject } from '@nestjs/common';
import { viewRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { KeepView } from './keep-view';
import { ViewsQueries } from './views.queries';

@Controller()
export class ViewsController {
  constructor(
    @Inject(ViewsQueries) private readonly queries: ViewsQueries,
    @Inject(KeepView) private readonly keepView: KeepView,
  ) {}

  @Endpoint(viewRoutes.list)
  list(_: CallOf<typeof viewRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor);
  }

  @Endpoint(viewRoutes.save)
  async save({ body }: CallOf<typeof viewRoutes.save>, caller: Caller) {
    return this.queries.one(caller.actor, await this.keepView.save(caller, body));
  }

  @Endpoint(viewRoutes.edit)
  async edit({ params, body }: CallOf<typeof viewRoutes.edit>, caller: Caller) {
    return this.queries.one(caller.actor, await this.keepView.edit(caller, params.id, body));
  }

  @Endpoint(viewRoutes.remove)
  async remove({ params, body }: CallOf<typeof viewRoutes.remove>, caller: Caller) {
    await this.keepView.remove(caller, params.id, body);
    return this.queries.list(caller.actor);
  }
}
