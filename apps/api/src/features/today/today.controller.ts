import { Controller, Inject } from '@nestjs/common';
import { todayRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { EscalationsQueries } from './escalations.queries';
import { DueStepsQueries } from './due-steps.queries';
import { TodayQueries } from './today.queries';

@Controller()
export class TodayController {
  constructor(
    @Inject(TodayQueries) private readonly queries: TodayQueries,
    @Inject(EscalationsQueries) private readonly escalations: EscalationsQueries,
    @Inject(DueStepsQueries) private readonly dueSteps: DueStepsQueries,
  ) {}

  @Endpoint(todayRoutes.read)
  read(_: CallOf<typeof todayRoutes.read>, { actor }: Caller) {
    return this.queries.read(actor);
  }

  @Endpoint(todayRoutes.escalated)
  escalated(_: CallOf<typeof todayRoutes.escalated>, { actor }: Caller) {
    return this.escalations.read(actor);
  }

  @Endpoint(todayRoutes.steps)
  steps(_: CallOf<typeof todayRoutes.steps>, { actor }: Caller) {
    return this.dueSteps.read(actor);
  }
}
