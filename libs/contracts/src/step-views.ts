import { codesOf, MOVE_REASONS, PAUSE_REASONS, STEP_NAMES, STEP_STATES } from '@qingshan/domain';
import { z } from 'zod';
import { day, stage } from './values';

export const moveReason = z.enum(codesOf(MOVE_REASONS));

export const pauseView = z.object({
  reason: z.enum(codesOf(PAUSE_REASONS)),
  note: z.string().nullable(),
  from: day,
});

/** A step with its three days, and how it stands today. */
export const stepView = z.object({
  step: z.enum(STEP_NAMES),
  stage,
  plannedOn: day.nullable(),
  /** The planned day, moved by the pauses. */
  dueOn: day.nullable(),
  forecastOn: day.nullable(),
  actualOn: day.nullable(),
  state: z.enum(STEP_STATES),
  daysLate: z.int(),
  daysSlipping: z.int(),
});

export type StepView = z.output<typeof stepView>;
