import { Controller, Inject } from '@nestjs/common';
import { delegationRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { DelegateReview } from './delegate-review';
import { DelegationsQueries } from './delegations.queries';

@Controller()
export class DelegationsController {
  constructor(
    @Inject(DelegationsQueries) private readonly queries: DelegationsQueries,
    @Inject(DelegateReview) private readonly delegateReview: DelegateReview,
  ) {}

  @Endpoint(delegationRoutes.list)
  list(_: CallOf<typeof delegationRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor);
  }

  @Endpoint(delegationRoutes.make)
  make({ body }: CallOf<typeof delegationRoutes.make>, caller: Caller) {
    return this.delegateReview.make(caller, body);
  }

  @Endpoint(delegationRoutes.revoke)
  revoke({ params, body }: CallOf<typeof delegationRoutes.revoke>, caller: Caller) {
    return this.delegateReview.revoke(caller, params.id, body);
  }
}
