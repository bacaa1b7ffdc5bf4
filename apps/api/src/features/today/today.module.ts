import { Module } from '@nestjs/common';
import { DueStepsQueries } from './due-steps.queries';
import { EscalationsQueries } from './escalations.queries';
import { TodayController } from './today.controller';
import { TodayQueries } from './today.queries';

@Module({
  controllers: [TodayController],
  providers: [TodayQueries, DueStepsQueries, EscalationsQueries],
  exports: [TodayQueries, EscalationsQueries],
})
export class TodayModule {}
