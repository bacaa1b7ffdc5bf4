import { Controller, Inject } from '@nestjs/common';
import { stepRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { MineViews } from '../mines/mine-view';
import { PauseStage } from './pause-stage';
import { WriteSteps } from './write-steps';

@Controller()
export class StepsController {
  constructor(
    @Inject(MineViews) private readonly views: MineViews,
    @Inject(WriteSteps) private readonly writeSteps: WriteSteps,
    @Inject(PauseStage) private readonly pauseStage: PauseStage,
  ) {}

  @Endpoint(stepRoutes.write)
  async write({ params, body }: CallOf<typeof stepRoutes.write>, caller: Caller) {
    return this.views.of(caller.actor, await this.writeSteps.run(caller, params.id, body));
  }

  @Endpoint(stepRoutes.pause)
  async pause({ params, body }: CallOf<typeof stepRoutes.pause>, caller: Caller) {
    return this.views.of(caller.actor, await this.pauseStage.pause(caller, params.id, body));
  }

  @Endpoint(stepRoutes.resume)
  async resume({ params, body }: CallOf<typeof stepRoutes.resume>, caller: Caller) {
    return this.views.of(caller.actor, await this.pauseStage.resume(caller, params.id, body));
  }
}
