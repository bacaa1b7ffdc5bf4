import { Controller, Inject } from '@nestjs/common';
import { reminderRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { OutboxQueries } from './outbox.queries';
import { OwnRemindersAct } from './own-reminders';
import { SendAgain } from './send-again';

@Controller()
export class RemindersController {
  constructor(
    @Inject(OwnRemindersAct) private readonly ownReminders: OwnRemindersAct,
    @Inject(OutboxQueries) private readonly outboxQueries: OutboxQueries,
    @Inject(SendAgain) private readonly sendAgain: SendAgain,
  ) {}

  @Endpoint(reminderRoutes.own)
  own(_: CallOf<typeof reminderRoutes.own>, { actor }: Caller) {
    return this.ownReminders.read(actor);
  }

  @Endpoint(reminderRoutes.change)
  change({ body }: CallOf<typeof reminderRoutes.change>, caller: Caller) {
    return this.ownReminders.change(caller, body);
  }

  @Endpoint(reminderRoutes.outbox)
  outbox() {
    return this.outboxQueries.read();
  }

  @Endpoint(reminderRoutes.again)
  again({ params }: CallOf<typeof reminderRoutes.again>, caller: Caller) {
    return this.sendAgain.run(caller, params.id);
  }
}
