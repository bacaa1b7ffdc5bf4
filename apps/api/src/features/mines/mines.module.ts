import { Module } from '@nestjs/common';
import { CreateMine } from './create-mine';
import { EditMine } from './edit-mine';
import { MineViews } from './mine-view';
import { MinesController } from './mines.controller';
import { MinesQueries } from './mines.queries';
import { MinesStore } from './mines.store';
import { MoveMine } from './move-mine';
import { PastMines } from './past-mine';
import { PatchesStore } from './patches.store';
import { WritePatch } from './write-patch';

@Module({
  controllers: [MinesController],
  providers: [
    MinesQueries,
    MinesStore,
    PatchesStore,
    MineViews,
    PastMines,
    CreateMine,
    EditMine,
    WritePatch,
    MoveMine,
  ],
  exports: [MinesStore, PatchesStore, MineViews, MoveMine, MinesQueries, EditMine, WritePatch],
})
export class MinesModule {}
