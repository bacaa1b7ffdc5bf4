import type { BodyOf, stepRoutes } from '@qingshan/contracts';
import { factOfStep, type KeptStep, type MineFacts, type StepName } from '@qingshan/domain';

type Said = BodyOf<typeof stepRoutes.write>['steps'];
type FactDays = Partial<Pick<MineFacts, NonNullable<ReturnType<typeof factOfStep>>>>;

const DAYS = ['plannedOn', 'forecastOn', 'actualOn'] as const;

export interface StepChanges {
  /** Every step as it is now said to be. */
  readonly steps: readonly KeptStep[];
  /** The steps of which something else is said, and those of which the actual day changes. */
  readonly changed: readonly StepName[];
  readonly happened: readonly StepName[];
  /** Actual days that are facts of the mine. */
  readonly facts: FactDays;
  /** Day by day, for the trail: a fact under its own name, any other as `step.day`. */
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
}

/** What differs between the days of steps as they are and as they are now said to be. */
export const stepChanges = (known: readonly KeptStep[], said: Said, today: string): StepChanges => {
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  const facts: Record<string, string | null> = {};
  const changed: StepName[] = [];
  const happened: StepName[] = [];
  const steps = known.map((step): KeptStep => {
    const change = said.find((one) => one.step === step.step);
    const days = DAYS.filter((day) => change?.[day] !== undefined && change[day] !== step[day]);
    if (!change || days.length === 0) return step;
    const fact = factOfStep(step.step);
    changed.push(step.step);
    if (days.includes('actualOn')) happened.push(step.step);
    for (const day of days) {
      const name = day === 'actualOn' && fact ? fact : `${step.step}.${day}`;
      before[name] = step[day];
      after[name] = change[day] ?? null;
    }
    if (fact && days.includes('actualOn')) facts[fact] = change.actualOn ?? null;
    const now = { ...step, ...Object.fromEntries(days.map((day) => [day, change[day] ?? null])) };
    return days.includes('plannedOn') ? { ...now, plannedSince: now.plannedOn === null ? null : today } : now;
  });
  return { steps, changed, happened, facts, before, after };
};
