import { Module } from '@nestjs/common';
import { CancelExport } from './cancel-export';
import { ExportFiles } from './export-files';
import { ExportJob } from './export-job';
import { ExportsController } from './exports.controller';
import { ExportsQueries } from './exports.queries';
import { FetchExport } from './fetch-export';
import { GatherExport } from './gather-export';
import { MakeExport } from './make-export';
import { StreamExport } from './stream-export';

@Module({
  controllers: [ExportsController],
  providers: [
    CancelExport,
    ExportFiles,
    ExportJob,
    ExportsQueries,
    FetchExport,
    GatherExport,
    MakeExport,
    StreamExport,
  ],
})
export class ExportsModule {}
