import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, stepRoutes } from '@qingshan/contracts';
import { pauseRefusal, resumeRefusal } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { throwIf } from '../../platform/http/refused';
import { MinesStore } from '../mines/mines.store';
import { standingOf } from '../mines/standing.sql';
import { StepsStore } from './steps.store';

/** Stops the clock of a mine's stage for a reason, and lets it run again. */
@Injectable()
export class PauseStage {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(StepsStore) private readonly store: StepsStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  pause(caller: Caller, id: number, body: BodyOf<typeof stepRoutes.pause>): Promise<number> {
    const { effectiveOn, reason, note } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.load(tx, caller.actor, id, body.version);
      const { pauses } = await standingOf(tx, id);
      const { stage, stageSince } = mine;
      throwIf(pauseRefusal(body, { stage, stageSince, today: this.clock.today(), pauses }));
      // No fact changes: the mine is saved for its version, and refused while it is under review.
      const mineVersion = await this.mines.save(tx, mine, {}, mine.effectiveOn);
      await this.store.pause(tx, { mineId: id, stage, reason, note, pausedOn: effectiveOn });
      await tx.record({
        action: 'mine.paused',
        mineId: id,
        subject: mine.number,
        effectiveOn,
        after: { pausedStage: stage, pauseReason: reason },
        remark: note,
        detail: { mineVersion },
      });
      return id;
    });
  }

  resume(caller: Caller, id: number, body: BodyOf<typeof stepRoutes.resume>): Promise<number> {
    const { effectiveOn, note } = body;
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.load(tx, caller.actor, id, body.version);
      const { pauses } = await standingOf(tx, id);
      throwIf(resumeRefusal(effectiveOn, { today: this.clock.today(), pauses }));
      const mineVersion = await this.mines.save(tx, mine, {}, mine.effectiveOn);
      await this.store.resume(tx, id, effectiveOn);
      await tx.record({
        action: 'mine.resumed',
        mineId: id,
        subject: mine.number,
        effectiveOn,
        after: { resumedStage: mine.stage },
        remark: note,
        detail: { mineVersion },
      });
      return id;
    });
  }
}
