import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module';
import { LateQueries } from './late.queries';
import { LearnedQueries } from './learned.queries';
import { LookbackController } from './lookback.controller';

/** What an auditor asks of the past: what was learned since, and what was told late. */
@Module({
  imports: [FiguresModule],
  controllers: [LookbackController],
  providers: [LearnedQueries, LateQueries],
})
export class LookbackModule {}
