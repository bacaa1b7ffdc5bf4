import { Module } from '@nestjs/common';
import { TodayController } from './today.controller';
import { TodayQueries } from './today.queries';

@Module({ controllers: [TodayController], providers: [TodayQueries] })
export class TodayModule {}
