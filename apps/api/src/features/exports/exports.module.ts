import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller';
import { ExportsQueries } from './exports.queries';
import { MakeExport } from './make-export';
import { StreamExport } from './stream-export';

@Module({ controllers: [ExportsController], providers: [ExportsQueries, MakeExport, StreamExport] })
export class ExportsModule {}
