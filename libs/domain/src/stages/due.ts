import { addDays, type CalendarDay } from '../kernel/calendar-day';
import { isReviewed, type ReviewedStage } from '../reviews/review-route';
import { pausedDays, type Pause } from './pauses';
import type { Stage } from './stages';

/** How many days a stage may take before it is overdue: the house's own reckoning, no law names one. */
export const DUE_DAYS: Readonly<Record<ReviewedStage, number>> = {
  survey: 180,
  planning: 365,
  financing: 365,
  completion: 540,
};

/** The day the stage is to be finished: the days it may take, and those on which its clock stood still. */
export const stageDueOn = (
  stage: Stage,
  since: CalendarDay,
  pauses: readonly Pause[],
  today: CalendarDay,
): CalendarDay | null =>
  isReviewed(stage) ? addDays(since, DUE_DAYS[stage] + pausedDays(pauses, since, today)) : null;

/** Whether the stage is past the day it was to be finished. Who has it in hand, the county or a reviewer, makes no difference. */
export const isOverdue = (
  stage: Stage,
  since: CalendarDay,
  pauses: readonly Pause[],
  today: CalendarDay,
): boolean => {
  const due = stageDueOn(stage, since, pauses, today);
  return due !== null && due < today;
};

/** Within so many days of its end a stage is told of as expiring. */
const EXPIRING_DAYS = 30;

export const WORK_GROUPS = ['returned', 'overdue', 'expiring', 'owed'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** In which group of the day's work a mine stands, most pressing first; null where its stage asks for nothing. */
export const workGroup = (stage: Stage, returned: boolean, daysLeft: number): WorkGroup | null => {
  if (!isReviewed(stage)) return null;
  if (returned) return 'returned';
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= EXPIRING_DAYS ? 'expiring' : 'owed';
};
