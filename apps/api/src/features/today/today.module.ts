import { Module } from '@nestjs/common';
import { EscalationsQueries } from './escalations.queries';
import { TodayController } from './today.controller';
import { TodayQueries } from './today.queries';

@Module({
  controllers: [TodayController],
  providers: [TodayQueries, EscalationsQueries],
  exports: [TodayQueries, EscalationsQueries],
})
export class TodayModule {}
