import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mineRoutes } from '@qingshan/contracts';
import { MINE_FIELDS, sumOfAreas, type MineFacts } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { FIRST_VERSION, MinesStore } from './mines.store';
import { PatchesStore } from './patches.store';
import { refuseOverRestored } from './write-patch';

/** Enters a mine that was found: it starts in the survey stage, on the day it was found. */
@Injectable()
export class CreateMine {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(PatchesStore) private readonly patches: PatchesStore,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, body: BodyOf<typeof mineRoutes.create>): Promise<number> {
    const { effectiveOn, facts: given, patches, remark } = body;
    return this.database.write(caller, async (tx) => {
      const today = this.clock.today();
      if (effectiveOn > today) throw refused('date-in-future', { today });
      if (!this.scope.reaches(caller.actor, given.regionCode))
        throw refused('scope-not-allowed', { regionCode: given.regionCode });
      const level = this.regions.tree.find(given.regionCode)?.level;
      if (level !== 'county' && level !== 'functional')
        throw refused('invalid-input', { field: 'regionCode' });
      const facts = Object.fromEntries(
        MINE_FIELDS.map((field) => [field, given[field] ?? null]),
      ) as unknown as MineFacts;
      if ((facts.longitude === null) !== (facts.latitude === null))
        throw refused('invalid-input', { why: 'half-coordinates' });
      patches.forEach(refuseOverRestored);
      const [id = 0] = await this.store.insert(tx, [
        {
          ...facts,
          stage: 'survey',
          stageSince: effectiveOn,
          effectiveOn,
          damagedSquareMetres: sumOfAreas(patches.map((patch) => patch.areaSquareMetres)),
          restoredSquareMetres: sumOfAreas(patches.map((patch) => patch.restoredSquareMetres)),
        },
      ]);
      await this.patches.add(
        tx,
        patches.map((patch) => ({ ...patch, mineId: id, effectiveOn })),
      );
      await tx.record({
        action: 'mine.created',
        mineId: id,
        subject: facts.number,
        effectiveOn,
        after: { ...given, stage: 'survey', patches: patches.map((patch) => patch.number).join(', ') },
        remark,
        detail: { mineVersion: FIRST_VERSION },
      });
      return id;
    });
  }
}
