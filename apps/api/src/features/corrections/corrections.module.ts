import { Module } from '@nestjs/common';
import { DelegationsModule } from '../delegations/delegations.module';
import { MinesModule } from '../mines/mines.module';
import { CorrectionsController } from './corrections.controller';
import { CorrectionsQueries } from './corrections.queries';
import { CorrectionsStore } from './corrections.store';
import { DecideCorrection } from './decide-correction';
import { ProposeCorrection } from './propose-correction';

@Module({
  imports: [MinesModule, DelegationsModule],
  controllers: [CorrectionsController],
  providers: [CorrectionsQueries, CorrectionsStore, ProposeCorrection, DecideCorrection],
})
export class CorrectionsModule {}
