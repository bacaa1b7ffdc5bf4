import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, mineRoutes, PastMineView } from '@qingshan/contracts';
import { datedSteps, dayOfMoment, instantOf, stageDueOn, type Actor, type KeptStep } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { FILE_AS_KNOWN, FILE_AS_OF } from './past-file.sql';
import type { KeptPause } from './standing.sql';
import { stepViews } from './step-views';

type PastFile = Omit<PastMineView, 'asOf' | 'steps' | 'stageDueOn' | 'pause'> & {
  steps: KeptStep[];
  pauses: KeptPause[];
};

/** A mine as it was on a day: as is known now, or as was known at a moment. It is in reach where it was in reach that day, as in the list. */
@Injectable()
export class PastMines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(
    actor: Actor,
    id: number,
    { asOf, knownAt }: CallOf<typeof mineRoutes.past>['query'],
  ): Promise<PastMineView> {
    const day = asOf ?? (knownAt ? dayOfMoment(knownAt) : this.clock.today());
    const [row] = await this.database.rows<{ file: PastFile }>(knownAt ? FILE_AS_KNOWN : FILE_AS_OF, [
      id,
      this.scope.codes(actor),
      day,
      ...(knownAt ? [instantOf(knownAt)] : []),
    ]);
    if (!row) throw refused('not-found');
    const { steps, pauses, ...file } = row.file;
    const { stage, stageSince } = file;
    const pause = pauses.find(({ to }) => to === null) ?? null;
    return {
      ...file,
      asOf: day,
      steps: stepViews(datedSteps(file, steps).map(happenedBy(day)), { stage, pauses }, day),
      stageDueOn: stageDueOn(stage, stageSince, pauses, day),
      pause: pause && { reason: pause.reason, note: pause.note, from: pause.from },
    };
  }
}

/** What happened later had not happened yet. */
const happenedBy =
  (day: string) =>
  (step: KeptStep): KeptStep => ({
    ...step,
    actualOn: step.actualOn !== null && step.actualOn > day ? null : step.actualOn,
  });
