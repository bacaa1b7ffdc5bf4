import { Inject, Injectable } from '@nestjs/common';
import type { DueSteps } from '@qingshan/contracts';
import {
  datedSteps,
  REVIEWED_STAGES,
  STEP_SOON_DAYS,
  stepStanding,
  type Actor,
  type KeptStep,
  type MineState,
  type Pause,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { selectFields, STATE_FIELDS } from '../mines/mine-columns';
import { isPaused, keptStepsOf, pausesOf } from '../mines/standing.sql';
import { Scope } from '../regions/scope';

const SHOWN = 20;

type Planned = MineState & {
  readonly id: number;
  readonly steps: readonly KeptStep[];
  readonly pauses: readonly Pause[];
};

/** Mines with a step that was to happen by $2; paused ones have time, and what is under review waits for others. */
const PLANNED = `
  SELECT m.id, ${selectFields('m', STATE_FIELDS)}, ${keptStepsOf('m.id')} AS steps, ${pausesOf('m.id')} AS pauses
  FROM mine m
  WHERE ($1::text[] IS NULL OR m.region_code = ANY($1::text[])) AND m.stage = ANY($3::text[])
    AND EXISTS (SELECT FROM mine_step k WHERE k.mine_id = m.id AND k.recorded_to = 'infinity' AND k.actual_on IS NULL
      AND least(k.planned_on, k.forecast_on) <= $2::date + ${STEP_SOON_DAYS})
    AND NOT EXISTS (SELECT FROM submission s WHERE s.mine_id = m.id AND s.state = 'pending')
    AND NOT ${isPaused('m.id', null)}`;

/** Mines with steps that are over their day or will be soon: the latest first, then the next to come. */
@Injectable()
export class DueStepsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<DueSteps> {
    const today = this.clock.today();
    const mines = await this.database.rows<Planned>(PLANNED, [
      this.scope.codes(actor),
      today,
      REVIEWED_STAGES,
    ]);
    const due = mines.map((mine) => stepsDue(mine, today));
    const count = (wanted: DueStep['state']) => due.flat().filter(({ state }) => state === wanted).length;
    return {
      late: count('late'),
      soon: count('soon'),
      mines: due.filter(({ length }) => length > 0).length,
      // One thing to do for each mine: its first step that has not happened.
      items: due
        .flatMap(([first]) => first ?? [])
        .sort(byPressure)
        .slice(0, SHOWN),
    };
  }
}

type DueStep = DueSteps['items'][number];

const stepsDue = (mine: Planned, today: string): DueStep[] =>
  datedSteps(mine, mine.steps).flatMap((step): DueStep[] => {
    const { state, dueOn, daysLate } = stepStanding(step, mine, today);
    if (state !== 'late' && state !== 'soon') return [];
    const { number, name } = mine;
    return [
      {
        mineId: Number(mine.id),
        number,
        name,
        step: step.step,
        state,
        dueOn,
        forecastOn: step.forecastOn,
        daysLate,
      },
    ];
  });

const dayOf = ({ dueOn, forecastOn }: DueStep): string => forecastOn ?? dueOn ?? '';

const byPressure = (one: DueStep, other: DueStep): number =>
  other.daysLate - one.daysLate || (dayOf(one) < dayOf(other) ? -1 : 1) || one.mineId - other.mineId;
