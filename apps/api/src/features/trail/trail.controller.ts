import { Controller, Inject } from '@nestjs/common';
import { trailRoutes, type CallOf } from '@qingshan/contracts';
import { Endpoint } from '../../platform/http/endpoint';
import { TrailQueries } from './trail.queries';

@Controller()
export class TrailController {
  constructor(@Inject(TrailQueries) private readonly queries: TrailQueries) {}

  @Endpoint(trailRoutes.list)
  list({ query }: CallOf<typeof trailRoutes.list>) {
    return this.queries.list(query);
  }

  @Endpoint(trailRoutes.read)
  read({ params }: CallOf<typeof trailRoutes.read>) {
    return this.queries.one(params.id);
  }
}
