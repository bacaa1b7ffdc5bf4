import { addDays, daysBetween, type CalendarDay } from '../kernel/calendar-day';
import { movedByPauses, type Pause } from './pauses';
import { LISTED_STAGES, type Stage } from './stages';
import { STEPS, type KeptStep } from './steps';

/** Within so many days of its planned day a step is told of as due. */
export const STEP_SOON_DAYS = 14;

/** Done, passed by unrecorded, over its day, soon to be done, planned for later, or without a day. */
export const STEP_STATES = ['done', 'passed', 'late', 'soon', 'planned', 'open'] as const;
export type StepState = (typeof STEP_STATES)[number];

export interface StepStanding {
  readonly state: StepState;
  /** The planned day, moved by the pauses. */
  readonly dueOn: CalendarDay | null;
  /** How many days later than due it happened, or is by now. */
  readonly daysLate: number;
  /** How many days later than due it is expected, where a forecast says so. */
  readonly daysSlipping: number;
}

const placeOf = (stage: Stage): number => LISTED_STAGES.findIndex((one) => one === stage);

/** How a step stands on a day: what is late, and by how much. The clock stands still while the mine is paused. */
export const stepStanding = (
  { step, plannedOn, plannedSince, forecastOn, actualOn }: KeptStep,
  mine: { readonly stage: Stage; readonly pauses: readonly Pause[] },
  today: CalendarDay,
): StepStanding => {
  const dueOn =
    plannedOn === null
      ? null
      : movedByPauses({ day: plannedOn, since: plannedSince ?? plannedOn }, mine.pauses, actualOn ?? today);
  const lateOn = (day: CalendarDay) => (dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, day)));
  if (actualOn !== null) return { state: 'done', dueOn, daysLate: lateOn(actualOn), daysSlipping: 0 };
  // The stage was left without it, or the mine is on no list: nobody is waiting for it any more.
  if (mine.stage === 'removed' || placeOf(STEPS[step].stage) < placeOf(mine.stage))
    return { state: 'passed', dueOn, daysLate: 0, daysSlipping: 0 };
  const daysLate = lateOn(today);
  const daysSlipping = forecastOn === null ? 0 : lateOn(forecastOn);
  if (daysLate > 0) return { state: 'late', dueOn, daysLate, daysSlipping };
  const next = forecastOn ?? dueOn;
  if (next === null) return { state: 'open', dueOn, daysLate, daysSlipping };
  return {
    state: next <= addDays(today, STEP_SOON_DAYS) ? 'soon' : 'planned',
    dueOn,
    daysLate,
    daysSlipping,
  };
};
