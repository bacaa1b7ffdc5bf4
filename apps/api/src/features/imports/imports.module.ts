import { Module, type DynamicModule } from '@nestjs/common';
import { MinesModule } from '../mines/mines.module';
import { CheckImport } from './check-import';
import { CorrectCells } from './correct-cells';
import { ANNOTATE_LEDGER, HandBackLedger, type AnnotateLedger } from './hand-back-ledger';
import { ImportJob } from './import-job';
import { ImportsController } from './imports.controller';
import { ImportsQueries } from './imports.queries';
import { ImportsStore } from './imports.store';
import { RereadLedger } from './reread-ledger';
import { StartImport } from './start-import';
import { UndoImport } from './undo-import';
import { READ_LEDGER, UploadLedger, type ReadLedger } from './upload-ledger';
import { WithdrawMine } from './withdraw-mine';
import { WriteMines } from './write-mines';

@Module({})
export class ImportsModule {
  /** Both work in a thread where there is one, and in place in tests. */
  static reading(readLedger: ReadLedger, annotateLedger: AnnotateLedger): DynamicModule {
    return {
      module: ImportsModule,
      imports: [MinesModule],
      controllers: [ImportsController],
      providers: [
        { provide: READ_LEDGER, useValue: readLedger },
        { provide: ANNOTATE_LEDGER, useValue: annotateLedger },
        ImportsQueries,
        ImportsStore,
        UploadLedger,
        CheckImport,
        StartImport,
        RereadLedger,
        HandBackLedger,
        CorrectCells,
        ImportJob,
        UndoImport,
        WithdrawMine,
        WriteMines,
      ],
    };
  }
}
