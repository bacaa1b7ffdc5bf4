import { Global, Module } from '@nestjs/common';
import { Regions } from './regions';
import { RegionsController } from './regions.controller';
import { Scope } from './scope';

/** Ground floor: everything that touches a mine asks the divisions and the scope. */
@Global()
@Module({ controllers: [RegionsController], providers: [Regions, Scope], exports: [Regions, Scope] })
export class RegionsModule {}
