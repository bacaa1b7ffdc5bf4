import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller';
import { FiguresQueries } from './figures.queries';

@Module({ controllers: [FiguresController], providers: [FiguresQueries], exports: [FiguresQueries] })
export class FiguresModule {}
