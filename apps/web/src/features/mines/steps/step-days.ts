import type { BodyOf, MineView, stepRoutes } from '@qingshan/contracts';
import { isCalendarDay, type StepName } from '@qingshan/domain';
import { tidyDay } from '../../../ui/form/day';

export const DAYS = ['plannedOn', 'forecastOn', 'actualOn'] as const;
export type Day = (typeof DAYS)[number];

export type StepDays = Readonly<Record<string, string>>;
type Steps = MineView['steps'];

export const keyOf = (step: StepName, day: Day): string => `${step}-${day}`;

/** The days of every step as they stand in the form. */
export const daysOf = (steps: Steps): StepDays =>
  Object.fromEntries(steps.flatMap((step) => DAYS.map((day) => [keyOf(step.step, day), step[day] ?? ''])));

/** What was typed that is no day. */
export const notDays = (days: StepDays): string[] =>
  Object.entries(days).flatMap(([key, typed]) => {
    const day = tidyDay(typed);
    return day === '' || isCalendarDay(day) ? [] : [key];
  });

/** Only what differs from the file goes to the server. */
export const changedDays = (steps: Steps, days: StepDays): BodyOf<typeof stepRoutes.write>['steps'] =>
  steps.flatMap((step) => {
    const changed = DAYS.flatMap((day): [Day, string | null][] => {
      const typed = tidyDay(days[keyOf(step.step, day)] ?? '');
      const now = typed === '' ? null : typed;
      return now === step[day] ? [] : [[day, now]];
    });
    return changed.length > 0 ? [{ step: step.step, ...Object.fromEntries(changed) }] : [];
  });
