import { Module } from '@nestjs/common';
import { ReviewRoutesController } from './review-routes.controller';
import { ReviewRoutesQueries } from './review-routes.queries';
import { SetReviewRoute } from './set-review-route';

@Module({
  controllers: [ReviewRoutesController],
  providers: [ReviewRoutesQueries, SetReviewRoute],
  exports: [ReviewRoutesQueries],
})
export class ReviewRoutesModule {}
