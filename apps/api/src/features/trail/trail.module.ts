import { Module } from '@nestjs/common';
import { TrailController } from './trail.controller';

@Module({ controllers: [TrailController] })
export class TrailModule {}
