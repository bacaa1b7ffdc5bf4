import type { CalendarDay } from '../kernel/calendar-day';
import { refuse, type Refusal } from '../kernel/refusal';
import type { MineFacts, MineField } from '../mines/mine';
import { NATURAL_RECOVERY, type Stage } from './stages';

interface Step {
  readonly stage: Stage;
  /** On which path a mine goes through it; absent: on both. */
  readonly path?: 'engineered' | 'natural';
  /** The fact of the mine that is this step's actual day: a day is kept in one place. */
  readonly fact?: MineField & keyof DayFacts;
}

type DayFacts = Pick<
  MineFacts,
  'planApprovedOn' | 'fundsAllocatedOn' | 'startedOn' | 'finishedOn' | 'acceptedOn'
>;

/** The steps of each stage (practice.md §1.3), in the order in which their actual days must follow (K12). */
export const STEPS = {
  fieldChecked: { stage: 'survey' },
  noticePublished: { stage: 'survey' },
  noticeEnded: { stage: 'survey' },
  designReviewed: { stage: 'planning' },
  planApproved: { stage: 'planning', fact: 'planApprovedOn' },
  fundsRequested: { stage: 'financing', path: 'engineered' },
  fundsAllocated: { stage: 'financing', path: 'engineered', fact: 'fundsAllocatedOn' },
  contractAwarded: { stage: 'completion', path: 'engineered' },
  worksStarted: { stage: 'completion', path: 'engineered', fact: 'startedOn' },
  worksFinished: { stage: 'completion', path: 'engineered', fact: 'finishedOn' },
  recoveryAssessed: { stage: 'completion', path: 'natural' },
  recoveryReviewed: { stage: 'completion', path: 'natural' },
  acceptanceRequested: { stage: 'completion' },
  countyAccepted: { stage: 'completion' },
  cityAccepted: { stage: 'completion' },
  accepted: { stage: 'completion', fact: 'acceptedOn' },
  closedOut: { stage: 'completion' },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as [StepName, ...StepName[]];

/** What is kept of a step beside the facts of the mine. */
export interface KeptStep {
  readonly step: StepName;
  readonly plannedOn: CalendarDay | null;
  /** Since when the plan names that day: only a pause after it moves it. */
  readonly plannedSince: CalendarDay | null;
  readonly forecastOn: CalendarDay | null;
  readonly actualOn: CalendarDay | null;
}

const step = (name: StepName): Step => STEPS[name];

/** The fact that holds the actual day of the step, or null where the step keeps its own. */
export const factOfStep = (name: StepName): (MineField & keyof DayFacts) | null => step(name).fact ?? null;

/** The steps on the way of a mine with this approach, in order. */
export const stepsOnPath = (approach: string | null): readonly StepName[] =>
  approach === NATURAL_RECOVERY ? NATURAL_STEPS : ENGINEERED_STEPS;

const stepsOf = (path: NonNullable<Step['path']>) =>
  STEP_NAMES.filter((name) => (step(name).path ?? path) === path);
const [NATURAL_STEPS, ENGINEERED_STEPS] = [stepsOf('natural'), stepsOf('engineered')];

/** Every step on the mine's path with its days: what is kept of it, and the facts of the mine where they hold the day. */
export const datedSteps = (
  mine: DayFacts & Pick<MineFacts, 'approach'>,
  kept: readonly KeptStep[],
): KeptStep[] =>
  stepsOnPath(mine.approach).map((name) => {
    const own = kept.find((one) => one.step === name);
    const fact = factOfStep(name);
    return {
      step: name,
      plannedOn: own?.plannedOn ?? null,
      plannedSince: own?.plannedSince ?? null,
      forecastOn: own?.forecastOn ?? null,
      actualOn: fact ? mine[fact] : (own?.actualOn ?? null),
    };
  });

type Dated = Pick<KeptStep, 'step' | 'actualOn'>;

interface Disorder {
  readonly earlier: Dated;
  readonly later: Dated;
}

/** Neighbours of which the later step happened earlier (K12). Days that are not known are in order. */
export const disorders = (steps: readonly Dated[]): Disorder[] => {
  const known = steps.filter(({ actualOn }) => actualOn !== null);
  return known.flatMap((later, index): Disorder[] => {
    const earlier = known[index - 1];
    return earlier && (earlier.actualOn ?? '') > (later.actualOn ?? '') ? [{ earlier, later }] : [];
  });
};

/** Why these days cannot be written, or null: nothing has happened that is still to come, nor before what it follows. */
export const stepsRefusal = (
  steps: readonly Dated[],
  changed: readonly StepName[],
  today: CalendarDay,
): Refusal | null => {
  const early = steps.find(
    ({ step: name, actualOn }) => changed.includes(name) && actualOn !== null && actualOn > today,
  );
  if (early) return refuse('date-in-future', { today, step: early.step });
  // Days that were out of order before stay free to be mended one after the other.
  const made = disorders(steps).find(
    ({ earlier, later }) => changed.includes(earlier.step) || changed.includes(later.step),
  );
  return made
    ? refuse('step-order', { step: made.later.step, after: made.earlier.step, since: made.earlier.actualOn })
    : null;
};
