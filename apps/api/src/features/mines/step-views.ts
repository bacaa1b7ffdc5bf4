import type { StepView } from '@qingshan/contracts';
import { STEPS, stepStanding, type KeptStep, type Pause, type Stage } from '@qingshan/domain';

/** Steps with their days, and how each stood on a day. */
export const stepViews = (
  steps: readonly KeptStep[],
  mine: { readonly stage: Stage; readonly pauses: readonly Pause[] },
  day: string,
): StepView[] =>
  steps.map((step) => ({
    step: step.step,
    stage: STEPS[step.step].stage,
    plannedOn: step.plannedOn,
    forecastOn: step.forecastOn,
    actualOn: step.actualOn,
    ...stepStanding(step, mine, day),
  }));
