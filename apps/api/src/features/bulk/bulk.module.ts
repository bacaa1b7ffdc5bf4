import { Module } from '@nestjs/common';
import { MinesModule } from '../mines/mines.module';
import { BulkJobs } from './bulk-jobs';
import { BulkController } from './bulk.controller';
import { BulkQueries } from './bulk.queries';
import { BulkStore } from './bulk.store';
import { PrepareBulk } from './prepare-bulk';
import { StartBulk } from './start-bulk';

@Module({
  imports: [MinesModule],
  controllers: [BulkController],
  providers: [BulkJobs, BulkQueries, BulkStore, PrepareBulk, StartBulk],
})
export class BulkModule {}
