import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module';
import { TodayModule } from '../today/today.module';
import { ComposeDigests } from './compose-digests';
import { DeliverMails } from './deliver-mails';
import { GatherDigest } from './gather-digest';
import { OutboxQueries } from './outbox.queries';
import { OwnRemindersAct } from './own-reminders';
import { Remind } from './remind';
import { RemindersController } from './reminders.controller';
import { SendAgain } from './send-again';

@Module({
  imports: [TodayModule, ReviewsModule],
  controllers: [RemindersController],
  providers: [OwnRemindersAct, OutboxQueries, GatherDigest, ComposeDigests, DeliverMails, Remind, SendAgain],
})
export class RemindersModule {}
