import { Module } from '@nestjs/common';
import { DelegateReview } from './delegate-review';
import { DelegationsController } from './delegations.controller';
import { DelegationsQueries } from './delegations.queries';

@Module({
  controllers: [DelegationsController],
  providers: [DelegationsQueries, DelegateReview],
  exports: [DelegationsQueries],
})
export class DelegationsModule {}
