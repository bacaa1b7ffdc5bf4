import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, stepRoutes } from '@qingshan/contracts';
import { datedSteps, factOfStep, stepsRefusal } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { laterChange, PERIODS_BEYOND, type Period } from '../mines/later-change';
import { MinesStore } from '../mines/mines.store';
import { standingOf } from '../mines/standing.sql';
import { stepChanges, type StepChanges } from './step-changes';
import { StepsStore } from './steps.store';

/** Writes planned, forecast and actual days of steps. A day that is a fact of the mine is written there, with its history. */
@Injectable()
export class WriteSteps {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(StepsStore) private readonly store: StepsStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: number, body: BodyOf<typeof stepRoutes.write>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.load(tx, caller.actor, id, body.version);
      if (mine.stage === 'removed') throw refused('move-not-possible', { stage: mine.stage });
      const today = this.clock.today();
      const known = datedSteps(mine, (await standingOf(tx, id)).steps);
      const astray = body.steps.find(({ step }) => !known.some((one) => one.step === step));
      if (astray) throw refused('invalid-input', { field: 'step', found: astray.step });
      const changes = stepChanges(known, body.steps, today);
      if (changes.changed.length === 0) throw refused('invalid-input', { why: 'nothing-changed' });
      throwIf(stepsRefusal(changes.steps, changes.happened, today));
      // K37: what was accepted is not rewritten in passing.
      if (mine.stage === 'restored')
        for (const { step, actualOn } of known)
          if (changes.happened.includes(step) && (actualOn !== null || factOfStep(step)))
            throw refused('already-done', { step });
      const factsSince = await this.factsSince(tx, id, changes, today);
      const mineVersion =
        factsSince === null
          ? await this.mines.touch(tx, mine)
          : await this.mines.save(tx, mine, changes.facts, factsSince);
      await this.store.believe(tx, id, keptHere(changes));
      await tx.record({
        action: 'step.dated',
        mineId: id,
        subject: mine.number,
        effectiveOn: factsSince ?? lastDay(changes) ?? today,
        before: changes.before,
        after: changes.after,
        remark: body.remark,
        detail: { mineVersion },
      });
      return id;
    });
  }

  /** Facts hold from the day they happened, unless the same was said otherwise for later: then from today. */
  private async factsSince(
    tx: WriteTx,
    mineId: number,
    { facts }: StepChanges,
    today: string,
  ): Promise<string | null> {
    const days = Object.values(facts);
    if (days.length === 0) return null;
    const last = days.reduce((one, other) => ((one ?? today) > (other ?? today) ? one : other)) ?? today;
    const periods = await tx.rows<Period>(PERIODS_BEYOND, [[mineId], last]);
    return laterChange(periods, Object.keys(facts), last) === null ? last : today;
  }
}

/** The changed steps as this feature keeps them: without the days that are facts of the mine. */
const keptHere = ({ steps, changed }: StepChanges) =>
  steps
    .filter(({ step }) => changed.includes(step))
    .map((step) => (factOfStep(step.step) ? { ...step, actualOn: null } : step));

/** The last day on which something is now said to have happened. */
const lastDay = ({ steps, happened }: StepChanges): string | null =>
  steps
    .filter(({ step }) => happened.includes(step))
    .reduce<string | null>(
      (last, { actualOn }) => (actualOn !== null && actualOn > (last ?? '') ? actualOn : last),
      null,
    );
