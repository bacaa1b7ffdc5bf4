import { Controller, Inject } from '@nestjs/common';
import { reviewRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { DecideSubmission } from './decide-submission';
import { ReviewsQueries } from './reviews.queries';
import { SubmitStage } from './submit-stage';

@Controller()
export class ReviewsController {
  constructor(
    @Inject(ReviewsQueries) private readonly queries: ReviewsQueries,
    @Inject(SubmitStage) private readonly submitStage: SubmitStage,
    @Inject(DecideSubmission) private readonly decideSubmission: DecideSubmission,
  ) {}

  @Endpoint(reviewRoutes.list)
  list({ query }: CallOf<typeof reviewRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query);
  }

  @Endpoint(reviewRoutes.submit)
  async submit({ body }: CallOf<typeof reviewRoutes.submit>, caller: Caller) {
    return this.queries.one(caller.actor, await this.submitStage.run(caller, body));
  }

  @Endpoint(reviewRoutes.read)
  read({ params }: CallOf<typeof reviewRoutes.read>, { actor }: Caller) {
    return this.queries.one(actor, params.id);
  }

  @Endpoint(reviewRoutes.approve)
  async approve({ params, body }: CallOf<typeof reviewRoutes.approve>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decideSubmission.approve(caller, params.id, body));
  }

  @Endpoint(reviewRoutes.sendBack)
  async sendBack({ params, body }: CallOf<typeof reviewRoutes.sendBack>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decideSubmission.sendBack(caller, params.id, body));
  }

  @Endpoint(reviewRoutes.withdraw)
  async withdraw({ params, body }: CallOf<typeof reviewRoutes.withdraw>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decideSubmission.withdraw(caller, params.id, body));
  }

  @Endpoint(reviewRoutes.reconsider)
  async reconsider({ params, body }: CallOf<typeof reviewRoutes.reconsider>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decideSubmission.reconsider(caller, params.id, body));
  }
}
