import { Module } from '@nestjs/common';
import { DelegationsModule } from '../delegations/delegations.module';
import { MinesModule } from '../mines/mines.module';
import { ReviewRoutesModule } from '../review-routes/review-routes.module';
import { DecideSubmission } from './decide-submission';
import { ReviewsController } from './reviews.controller';
import { ReviewsQueries } from './reviews.queries';
import { SubmissionsStore } from './submissions.store';
import { SubmitStage } from './submit-stage';

@Module({
  imports: [MinesModule, ReviewRoutesModule, DelegationsModule],
  controllers: [ReviewsController],
  providers: [ReviewsQueries, SubmissionsStore, SubmitStage, DecideSubmission],
  exports: [ReviewsQueries],
})
export class ReviewsModule {}
