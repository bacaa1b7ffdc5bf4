import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module';
import { KeepMapSource } from './keep-map-source';
import { LedgerVersion } from './ledger-version';
import { MapController } from './map.controller';
import { MapQueries } from './map.queries';
import { MapSourcesQueries } from './map-sources.queries';
import { SetBoundaries } from './set-boundaries';

@Module({
  imports: [FiguresModule],
  controllers: [MapController],
  providers: [MapQueries, MapSourcesQueries, LedgerVersion, KeepMapSource, SetBoundaries],
})
export class MapModule {}
