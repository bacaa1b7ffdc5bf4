import { Controller, Inject } from '@nestjs/common';
import { mineRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { CreateMine } from './create-mine';
import { EditMine } from './edit-mine';
import { MineViews } from './mine-view';
import { MinesQueries } from './mines.queries';
import { MoveMine } from './move-mine';
import { PastMines } from './past-mine';
import { WritePatch } from './write-patch';

@Controller()
export class MinesController {
  constructor(
    @Inject(MinesQueries) private readonly queries: MinesQueries,
    @Inject(MineViews) private readonly views: MineViews,
    @Inject(PastMines) private readonly pastMines: PastMines,
    @Inject(CreateMine) private readonly createMine: CreateMine,
    @Inject(EditMine) private readonly editMine: EditMine,
    @Inject(WritePatch) private readonly writePatch: WritePatch,
    @Inject(MoveMine) private readonly moveMine: MoveMine,
  ) {}

  @Endpoint(mineRoutes.list)
  list({ query }: CallOf<typeof mineRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query);
  }

  @Endpoint(mineRoutes.read)
  read({ params }: CallOf<typeof mineRoutes.read>, { actor }: Caller) {
    return this.views.of(actor, params.id);
  }

  @Endpoint(mineRoutes.past)
  past({ params, query }: CallOf<typeof mineRoutes.past>, { actor }: Caller) {
    return this.pastMines.read(actor, params.id, query);
  }

  @Endpoint(mineRoutes.history)
  history({ params, query }: CallOf<typeof mineRoutes.history>, { actor }: Caller) {
    return this.queries.history(actor, params.id, query.before);
  }

  @Endpoint(mineRoutes.create)
  async create({ body }: CallOf<typeof mineRoutes.create>, caller: Caller) {
    return this.views.of(caller.actor, await this.createMine.run(caller, body));
  }

  @Endpoint(mineRoutes.edit)
  async edit({ params, body }: CallOf<typeof mineRoutes.edit>, caller: Caller) {
    return this.views.of(caller.actor, await this.editMine.run(caller, params.id, body));
  }

  @Endpoint(mineRoutes.addPatch)
  async addPatch({ params, body }: CallOf<typeof mineRoutes.addPatch>, caller: Caller) {
    return this.views.of(caller.actor, await this.writePatch.add(caller, params.id, body));
  }

  @Endpoint(mineRoutes.editPatch)
  async editPatch({ params, body }: CallOf<typeof mineRoutes.editPatch>, caller: Caller) {
    return this.views.of(caller.actor, await this.writePatch.edit(caller, params.id, params.patchId, body));
  }

  @Endpoint(mineRoutes.move)
  async move({ params, body }: CallOf<typeof mineRoutes.move>, caller: Caller) {
    return this.views.of(caller.actor, await this.moveMine.run(caller, params.id, body));
  }
}
