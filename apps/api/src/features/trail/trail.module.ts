import { Module, type DynamicModule } from '@nestjs/common';
import { Sealer } from './sealing/sealer';
import { SIGNER, type AsksSigner } from './sealing/signer-client';
import { TreeStore } from './sealing/tree.store';
import { TrailController } from './trail.controller';
import { TrailQueries } from './trail.queries';

@Module({})
export class TrailModule {
  /** A house without a signer keeps its trail and does not seal it: tests that are not about seals. */
  static sealedBy(signer: AsksSigner | null, _verifier: URL | null): DynamicModule {
    return {
      module: TrailModule,
      controllers: [TrailController],
      providers: [{ provide: SIGNER, useValue: signer }, TreeStore, Sealer, TrailQueries],
    };
  }
}
