import { STEP_NAMES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { mineView } from './mine-views';
import { pauseView } from './step-views';
import { day, idText, optionalText } from './values';

const version = z.int().positive();
const params = z.object({ id: idText });
const note = optionalText(2000).default(null);

/** The days of a step; what is absent stays, null clears. */
const stepChange = z.strictObject({
  step: z.enum(STEP_NAMES),
  plannedOn: day.nullable().optional(),
  forecastOn: day.nullable().optional(),
  actualOn: day.nullable().optional(),
});

export const stepRoutes = {
  write: route('PATCH', '/mines/:id/steps', {
    summary: 'Plan, forecast or record the days of steps; all of them or none',
    may: 'mine.edit',
    params,
    body: z.strictObject({
      version,
      remark: note,
      steps: z
        .array(stepChange)
        .min(1)
        .max(STEP_NAMES.length)
        .refine(
          (steps) => new Set(steps.map(({ step }) => step)).size === steps.length,
          'names a step twice',
        ),
    }),
    response: mineView,
  }),
  pause: route('POST', '/mines/:id/pause', {
    summary: 'Pause the stage of a mine for a reason: its clock stands still',
    may: 'mine.move',
    params,
    body: z.strictObject({ version, effectiveOn: day, reason: pauseView.shape.reason, note }),
    response: mineView,
  }),
  resume: route('POST', '/mines/:id/resumption', {
    summary: 'Go on with a paused stage',
    may: 'mine.move',
    params,
    body: z.strictObject({ version, effectiveOn: day, note }),
    response: mineView,
  }),
};
