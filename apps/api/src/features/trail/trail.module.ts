import { Module } from '@nestjs/common';
import { TrailController } from './trail.controller';
import { TrailQueries } from './trail.queries';

@Module({ controllers: [TrailController], providers: [TrailQueries] })
export class TrailModule {}
