import { Controller, Inject } from '@nestjs/common';
import { lookbackRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { LateQueries } from './late.queries';
import { LearnedQueries } from './learned.queries';

@Controller()
export class LookbackController {
  constructor(
    @Inject(LearnedQueries) private readonly learnedQueries: LearnedQueries,
    @Inject(LateQueries) private readonly lateQueries: LateQueries,
  ) {}

  @Endpoint(lookbackRoutes.learned)
  learned({ query }: CallOf<typeof lookbackRoutes.learned>, { actor }: Caller) {
    return this.learnedQueries.read(actor, query);
  }

  @Endpoint(lookbackRoutes.late)
  late({ query }: CallOf<typeof lookbackRoutes.late>, { actor }: Caller) {
    return this.lateQueries.counts(actor, query);
  }

  @Endpoint(lookbackRoutes.lateEntries)
  lateEntries({ query }: CallOf<typeof lookbackRoutes.lateEntries>, { actor }: Caller) {
    return this.lateQueries.entries(actor, query);
  }
}
