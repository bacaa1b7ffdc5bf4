import { Module, type DynamicModule } from '@nestjs/common';
import { BulkModule } from './features/bulk/bulk.module';
import { CorrectionsModule } from './features/corrections/corrections.module';
import { DelegationsModule } from './features/delegations/delegations.module';
import { DocumentsModule } from './features/documents/documents.module';
import { ExportsModule } from './features/exports/exports.module';
import { FiguresModule } from './features/figures/figures.module';
import { ImportsModule } from './features/imports/imports.module';
import type { AnnotateLedger } from './features/imports/hand-back-ledger';
import type { ReadLedger } from './features/imports/upload-ledger';
import { LookbackModule } from './features/lookback/lookback.module';
import { MapModule } from './features/map/map.module';
import { MinesModule } from './features/mines/mines.module';
import { PeopleModule } from './features/people/people.module';
import { RegionsModule } from './features/regions/regions.module';
import { RemindersModule } from './features/reminders/reminders.module';
import { ReviewRoutesModule } from './features/review-routes/review-routes.module';
import { ReviewsModule } from './features/reviews/reviews.module';
import { StepsModule } from './features/steps/steps.module';
import { SystemModule } from './features/system/system.module';
import { ViewsModule } from './features/views/views.module';
import { TodayModule } from './features/today/today.module';
import type { AsksSigner } from './features/trail/sealing/signer-client';
import { TrailModule } from './features/trail/trail.module';
import { PlatformModule, type Foundations } from './platform/platform.module';

/** What differs between a bundle and a test. */
interface Given {
  readonly readLedger: ReadLedger;
  readonly annotateLedger: AnnotateLedger;
  readonly signer: AsksSigner | null;
  readonly verifier: URL | null;
}

/** The house: the platform below, one module for each feature above. */
@Module({})
export class AppModule {
  static on(
    foundations: Foundations,
    { readLedger, annotateLedger, signer, verifier }: Given,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundations),
        RegionsModule,
        PeopleModule,
        MinesModule,
        StepsModule,
        CorrectionsModule,
        DocumentsModule,
        ReviewRoutesModule,
        DelegationsModule,
        ReviewsModule,
        TodayModule,
        RemindersModule,
        BulkModule,
        ViewsModule,
        FiguresModule,
        LookbackModule,
        MapModule,
        ExportsModule,
        ImportsModule.reading(readLedger, annotateLedger),
        TrailModule.sealedBy(signer, verifier),
        SystemModule,
      ],
    };
  }
}
