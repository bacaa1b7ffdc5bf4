import { Module } from '@nestjs/common';
import { MinesModule } from '../mines/mines.module';
import { PauseStage } from './pause-stage';
import { StepsController } from './steps.controller';
import { StepsStore } from './steps.store';
import { WriteSteps } from './write-steps';

@Module({
  imports: [MinesModule],
  controllers: [StepsController],
  providers: [StepsStore, WriteSteps, PauseStage],
})
export class StepsModule {}
