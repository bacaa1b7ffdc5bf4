import { CRITERION_NAMES, REVIEW_LEVELS, REVIEWED_STAGES, STEP_NAMES, WORK_GROUPS } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, documentType, id, regionCode } from './values';

const workItem = z
  .object({
    mineId: id,
    number: z.string(),
    name: z.string(),
    regionCode,
    stage: z.enum(REVIEWED_STAGES),
    dueOn: day,
    daysLeft: z.int(),
    /** What the gate wants first; null where all is there and the stage can be submitted. */
    next: z
      .object({
        criterion: z.enum(CRITERION_NAMES),
        mend: z.string(),
        document: documentType.nullable(),
      })
      .nullable(),
    lacking: z.int(),
  })
  .meta({ id: 'WorkItem' });

export type WorkItem = z.output<typeof workItem>;

const workList = z
  .object({
    groups: z.array(z.object({ group: z.enum(WORK_GROUPS), total: z.int(), items: z.array(workItem) })),
  })
  .meta({ id: 'WorkList' });

export type WorkList = z.output<typeof workList>;

const late = {
  mineId: id,
  number: z.string(),
  name: z.string(),
  regionCode,
  stage: z.enum(REVIEWED_STAGES),
  dueOn: day,
  daysLate: z.int(),
};

/** What went up the tree: how many, and the latest of them. */
const escalations = z
  .object({
    overdue: z.object({ total: z.int(), items: z.array(z.object(late)) }),
    waiting: z.object({
      total: z.int(),
      items: z.array(z.object({ ...late, submissionId: id, level: z.enum(REVIEW_LEVELS) })),
    }),
  })
  .meta({ id: 'Escalations' });

export type Escalations = z.output<typeof escalations>;

const dueSteps = z
  .object({
    /** How many steps are over their day, how many will be soon, and of how many mines; the most pressing are listed. */
    late: z.int(),
    soon: z.int(),
    mines: z.int(),
    items: z.array(
      z.object({
        mineId: id,
        number: z.string(),
        name: z.string(),
        step: z.enum(STEP_NAMES),
        state: z.enum(['late', 'soon']),
        dueOn: day.nullable(),
        forecastOn: day.nullable(),
        daysLate: z.int(),
      }),
    ),
  })
  .meta({ id: 'DueSteps' });

export type DueSteps = z.output<typeof dueSteps>;

export const todayRoutes = {
  read: route('GET', '/today', {
    summary: 'What is returned, overdue, expiring and owed, each with its one next step',
    may: 'review.submit',
    response: workList,
  }),
  escalated: route('GET', '/today/escalated', {
    summary: 'Stages and reviews that a level below has let lie past the second limit',
    may: 'review.decide',
    response: escalations,
  }),
  steps: route('GET', '/today/steps', {
    summary: 'Steps that are over their planned day, or will be soon, the latest first',
    may: 'review.submit',
    response: dueSteps,
  }),
};
