import { Controller, Inject } from '@nestjs/common';
import { figureRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { FiguresQueries } from './figures.queries';

@Controller()
export class FiguresController {
  constructor(@Inject(FiguresQueries) private readonly queries: FiguresQueries) {}

  @Endpoint(figureRoutes.read)
  read({ query }: CallOf<typeof figureRoutes.read>, { actor }: Caller) {
    return this.queries.read(actor, query);
  }

  @Endpoint(figureRoutes.overdue)
  overdue({ query }: CallOf<typeof figureRoutes.overdue>, { actor }: Caller) {
    return this.queries.overdue(actor, query);
  }

  @Endpoint(figureRoutes.trend)
  trend({ query }: CallOf<typeof figureRoutes.trend>, { actor }: Caller) {
    return this.queries.trend(actor, query);
  }
}
