import {
  codesOf,
  DECISIONS,
  FILE_PLACES,
  RETURN_REASONS,
  REVIEW_LEVELS,
  REVIEWED_STAGES,
  SUBMISSION_STATES,
} from '@qingshan/domain';
import { z } from 'zod';
import { refusal } from './http/problem';
import { route } from './http/route';
import { stepView } from './step-views';
import {
  day,
  documentType,
  id,
  idText,
  instant,
  optionalText,
  paging,
  regionCode,
  requiredText,
  stage,
} from './values';

const version = z.int().positive();
const level = z.enum(REVIEW_LEVELS);
const reviewedStage = z.enum(REVIEWED_STAGES);
const returnReason = z.enum(codesOf(RETURN_REASONS));
const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the frozen content: what was seen is what is decided' });

const submissionRow = z
  .object({
    id,
    version,
    mineId: id,
    number: z.string(),
    name: z.string(),
    regionCode,
    stage: reviewedStage,
    state: z.enum(SUBMISSION_STATES),
    levels: z.array(level),
    /** The level it waits at, waited at last, or was decided at. */
    level,
    effectiveOn: day,
    personName: z.string(),
    submittedAt: instant,
    standsSince: instant.meta({ description: 'When it came to the level it waits at, or was decided' }),
    contentHash,
    /** How many times this stage has been submitted, this time counted. */
    turn: z.int().positive(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'SubmissionRow' });

export type SubmissionRow = z.output<typeof submissionRow>;

const fieldNote = z.strictObject({
  field: z.enum(FILE_PLACES),
  note: requiredText(300),
});

const reviewView = z.object({
  level: level.nullable(),
  decision: z.enum(DECISIONS),
  personName: z.string(),
  forPersonName: z.string().nullable().meta({ description: 'In whose name, by delegation' }),
  decidedAt: instant,
  reasons: z.array(returnReason),
  fields: z.array(fieldNote),
  remark: z.string().nullable(),
});

const change = z.object({
  of: z.enum(['mine', 'patch', 'document', 'step']),
  name: z.string(),
  field: z.string(),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
});

const FROZEN_OF_STEP = { step: true, plannedOn: true, forecastOn: true, actualOn: true } as const;

const patch = z.object({
  number: z.string(),
  subclass: z.string().nullable(),
  attribute: z.string().nullable(),
  areaSquareMetres: z.string(),
  restoredSquareMetres: z.string(),
});

/** A stage offered for review 送审: what was frozen, what is different, who said what. */
const submissionView = z
  .object({
    ...submissionRow.shape,
    remark: z.string().nullable(),
    content: z.object({
      mine: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
      patches: z.array(patch),
      documents: z.array(
        z.object({
          type: documentType,
          stage,
          fileName: z.string(),
          sha256: z.string(),
          documentId: id.nullable(),
        }),
      ),
      /** Those of the submitted stage; null where it was submitted before steps were frozen. */
      steps: z.array(stepView.pick(FROZEN_OF_STEP)).nullable(),
    }),
    /** Against the submission of this stage before it; null where it is the first. */
    changes: z.array(change).nullable(),
    /** What the mine says now that was not submitted: nothing while it is under review. */
    drift: z.array(change),
    reviews: z.array(reviewView),
    may: z.array(
      z.object({
        decision: z.enum(DECISIONS),
        refusal: refusal.nullable(),
      }),
    ),
  })
  .meta({ id: 'Submission' });

export type SubmissionView = z.output<typeof submissionView>;

const params = z.object({ id: idText });
const remark = optionalText(2000).default(null);

export const reviewRoutes = {
  list: route('GET', '/submissions', {
    summary: 'Submissions within reach, the longest waiting first',
    may: 'review.read',
    query: z.strictObject({
      show: z
        .enum(['mine', 'pending', 'returned', 'all'])
        .default('pending')
        .meta({ description: 'mine: those that wait for this person' }),
      mineId: idText.optional().meta({ description: 'Of one mine' }),
      region: regionCode.optional().meta({ description: 'Within a division' }),
      ...paging,
    }),
    response: z.object({ total: z.int(), rows: z.array(submissionRow) }),
  }),
  submit: route('POST', '/submissions', {
    summary:
      'Submit the present stage of a mine: its facts, patches, papers and steps are frozen as they are',
    may: 'review.submit',
    body: z.strictObject({ mineId: id, version, effectiveOn: day, remark }),
    response: submissionView,
    status: 201,
  }),
  read: route('GET', '/submissions/:id', {
    summary: 'One submission with what was frozen, what changed since the last, and every decision',
    may: 'review.read',
    params,
    response: submissionView,
  }),
  approve: route('POST', '/submissions/:id/approval', {
    summary: 'Approve what was seen; the last level’s approval moves the mine on',
    may: 'review.decide',
    params,
    body: z.strictObject({ version, contentHash, remark }),
    response: submissionView,
  }),
  sendBack: route('POST', '/submissions/:id/return', {
    summary: 'Return to the county with reasons, as a whole and by field',
    may: 'review.decide',
    params,
    body: z.strictObject({
      version,
      contentHash,
      reasons: z.array(returnReason).min(1).max(RETURN_REASONS.length),
      fields: z.array(fieldNote).max(30).default([]),
      remark,
    }),
    response: submissionView,
  }),
  withdraw: route('POST', '/submissions/:id/withdrawal', {
    summary: 'Take back a submission of one’s own that is still under review',
    may: 'review.submit',
    params,
    body: z.strictObject({ version }),
    response: submissionView,
  }),
  reconsider: route('POST', '/submissions/:id/reconsideration', {
    summary: 'Ask the level that returned it to look at the same again 复议, saying why',
    may: 'review.submit',
    params,
    body: z.strictObject({ version, remark: requiredText(2000) }),
    response: submissionView,
  }),
};
