import { Controller, Inject } from '@nestjs/common';
import { reviewRouteRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { ReviewRoutesQueries } from './review-routes.queries';
import { SetReviewRoute } from './set-review-route';

@Controller()
export class ReviewRoutesController {
  constructor(
    @Inject(ReviewRoutesQueries) private readonly queries: ReviewRoutesQueries,
    @Inject(SetReviewRoute) private readonly setReviewRoute: SetReviewRoute,
  ) {}

  @Endpoint(reviewRouteRoutes.read)
  read({ query }: CallOf<typeof reviewRouteRoutes.read>) {
    return this.queries.of(query.region);
  }

  @Endpoint(reviewRouteRoutes.set)
  set({ body }: CallOf<typeof reviewRouteRoutes.set>, caller: Caller) {
    return this.setReviewRoute.run(caller, body);
  }
}
