import { Controller, Inject } from '@nestjs/common';
import { todayRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { TodayQueries } from './today.queries';

@Controller()
export class TodayController {
  constructor(@Inject(TodayQueries) private readonly queries: TodayQueries) {}

  @Endpoint(todayRoutes.read)
  read(_: CallOf<typeof todayRoutes.read>, { actor }: Caller) {
    return this.queries.read(actor);
  }
}
