import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, viewRoutes } from '@qingshan/contracts';
import type { TrailAction } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { SavedViewRow } from './views.row';

/** Keeps, changes and takes away views of one's own. Somebody else's is not found. */
@Injectable()
export class KeepView {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  save(caller: Caller, body: BodyOf<typeof viewRoutes.save>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const { identifiers } = await tx.manager.insert(SavedViewRow, {
        ...body,
        personId: caller.actor.personId,
        removedAt: null,
        version: 1,
      });
      await tx.record({ action: 'view.saved', subject: body.name, after: body });
      return Number(identifiers[0]?.id);
    });
  }

  edit(caller: Caller, id: number, body: BodyOf<typeof viewRoutes.edit>): Promise<number> {
    const { version, ...given } = body;
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return this.change(caller, id, version, 'view.edited', changes);
  }

  remove(caller: Caller, id: number, { version }: BodyOf<typeof viewRoutes.remove>): Promise<number> {
    return this.change(caller, id, version, 'view.removed', { removedAt: this.clock.now() });
  }

  private change(
    caller: Caller,
    id: number,
    version: number,
    action: TrailAction,
    changes: Partial<Pick<SavedViewRow, 'name' | 'filter' | 'layout' | 'shared' | 'removedAt'>>,
  ): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const view = await this.own(tx, caller, id);
      if (view.version !== version) throw refused('version-conflict', { version: view.version });
      const { affected } = await tx.manager.update(
        SavedViewRow,
        { id, version },
        { ...changes, version: version + 1 },
      );
      if (affected !== 1) throw refused('version-conflict');
      const { name, filter, layout, shared } = view;
      await tx.record({ action, subject: name, before: { name, filter, layout, shared }, after: changes });
      return id;
    });
  }

  private async own(tx: WriteTx, { actor }: Caller, id: number): Promise<SavedViewRow> {
    const [view] = await tx.rows<SavedViewRow>(
      'SELECT name, filter, layout, shared, version FROM saved_view WHERE id = $1 AND person_id = $2 AND removed_at IS NULL FOR UPDATE',
      [id, actor.personId],
    );
    if (!view) throw refused('not-found');
    return view;
  }
}
