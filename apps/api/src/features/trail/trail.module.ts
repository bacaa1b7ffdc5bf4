import { Module, type DynamicModule } from '@nestjs/common';
import { ExcerptTrail } from './checking/excerpt-trail';
import { PackageTrail } from './checking/package-trail';
import { VerifyTrail } from './checking/verify-trail';
import { KeepHandovers } from './sealing/keep-handovers';
import { SealQueries } from './sealing/seal.queries';
import { Sealer } from './sealing/sealer';
import { SIGNER, type AsksSigner } from './sealing/signer-client';
import { TreeStore } from './sealing/tree.store';
import { TrailController, VERIFIER } from './trail.controller';
import { TrailQueries } from './trail.queries';

@Module({})
export class TrailModule {
  /** A house without a signer keeps its trail and does not seal it: tests that are not about seals. */
  static sealedBy(signer: AsksSigner | null, verifier: URL | null): DynamicModule {
    return {
      module: TrailModule,
      controllers: [TrailController],
      providers: [
        { provide: SIGNER, useValue: signer },
        { provide: VERIFIER, useValue: verifier },
        TreeStore,
        KeepHandovers,
        Sealer,
        SealQueries,
        TrailQueries,
        VerifyTrail,
        PackageTrail,
        ExcerptTrail,
      ],
    };
  }
}
