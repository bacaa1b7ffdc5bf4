import { CRITERION_NAMES, FILE_PLACES, GATE_REASONS, MOVE_NAMES } from '@qingshan/domain';
import { z } from 'zod';
import { documentView } from './documents.contract';
import { refusal } from './http/problem';
import { moveReason, pauseView, stepView } from './step-views';
import {
  approach,
  day,
  documentType,
  fen,
  fundingSource,
  id,
  instant,
  mineralCode,
  miningMethod,
  regionCode,
  squareMetres,
  stage,
} from './values';

const version = z.int().positive();

const patchView = z
  .object({
    id,
    number: z.string(),
    subclass: z.string().nullable(),
    attribute: z.string().nullable(),
    areaSquareMetres: squareMetres,
    restoredSquareMetres: squareMetres,
    longitude: z.string().nullable(),
    latitude: z.string().nullable(),
  })
  .meta({ id: 'Patch' });

export type PatchView = z.output<typeof patchView>;

const mineRow = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    regionCode,
    town: z.string().nullable(),
    mineralCode: z.string().nullable(),
    closureYear: z.int().nullable(),
    approach: z.string().nullable(),
    stage,
    stageSince: day,
    damagedSquareMetres: squareMetres,
    restoredSquareMetres: squareMetres,
    updatedAt: instant,
    /** The clock of the stage stands still. */
    paused: z.boolean(),
  })
  .meta({ id: 'MineRow' });

export type MineRow = z.output<typeof mineRow>;

export const minePage = z
  .object({
    total: z.int(),
    damagedSquareMetres: squareMetres,
    restoredSquareMetres: squareMetres,
    rows: z.array(mineRow),
  })
  .meta({ id: 'MinePage' });

export type MinePage = z.output<typeof minePage>;

const criterionView = z.object({
  criterion: z.enum(CRITERION_NAMES),
  state: z.enum(['met', 'notMet', 'notNeeded']),
  mend: z.enum(FILE_PLACES),
  document: documentType.nullable(),
  source: z.string(),
  reason: z.enum(GATE_REASONS).nullable().meta({ description: 'Why it is not met; null otherwise' }),
});

const stagePeriodView = z.object({
  stage,
  from: day,
  to: day.nullable(),
  recordedAt: instant.meta({
    description: 'When it was first on record that the mine came into the stage that day',
  }),
});

/** One mine, one file 一矿一档: facts, patches, the way it came, what its stage still lacks and what this person may do. */
export const mineView = z
  .object({
    id,
    version,
    ...mineRow.omit({
      id: true,
      paused: true,
      town: true,
      mineralCode: true,
      closureYear: true,
      approach: true,
    }).shape,
    town: z.string().nullable(),
    location: z.string().nullable(),
    longitude: z.string().nullable(),
    latitude: z.string().nullable(),
    mineralCode: z.string().nullable(),
    miningMethod: z.string().nullable(),
    closureYear: z.int().nullable(),
    approach: z.string().nullable(),
    planApprovalNo: z.string().nullable(),
    planApprovedOn: day.nullable(),
    fundingSource: z.string().nullable(),
    fundsAllocatedFen: fen.nullable(),
    fundsAllocatedOn: day.nullable(),
    startedOn: day.nullable(),
    finishedOn: day.nullable(),
    acceptanceNo: z.string().nullable(),
    acceptedOn: day.nullable(),
    remark: z.string().nullable(),
    patches: z.array(patchView),
    stages: z.array(stagePeriodView),
    gate: z.array(criterionView),
    steps: z.array(stepView),
    /** The day the stage is to be finished; none at the end of the way. */
    stageDueOn: day.nullable(),
    /** Why the mine is in its stage, where it did not come the regular way. */
    stageReason: moveReason.nullable(),
    pause: pauseView.nullable(),
    /** For which reasons this person may pause the stage now; empty where that is not possible. */
    pauseReasons: z.array(pauseView.shape.reason),
    mayResume: z.boolean(),
    /** The stage lies before a reviewer: nothing of it changes until that is decided. */
    underReview: z.boolean(),
    /** It was accepted: what one person changes waits for a second one (K37). */
    needsSecond: z.boolean(),
    mayEdit: z.boolean(),
    moves: z.array(
      z.object({
        move: z.enum(MOVE_NAMES),
        to: stage,
        /** The codes that go with it; empty for the regular way. */
        reasons: z.array(moveReason),
        refusal: refusal.nullable(),
      }),
    ),
  })
  .meta({ id: 'Mine' });

export type MineView = z.output<typeof mineView>;

/** A mine as it was on a day, by what was known at a moment: all that its file held then. Nothing can be done to it. */
export const pastMineView = z
  .object({
    ...mineView.omit({
      version: true,
      updatedAt: true,
      gate: true,
      pauseReasons: true,
      mayResume: true,
      underReview: true,
      needsSecond: true,
      mayEdit: true,
      moves: true,
    }).shape,
    patches: z
      .array(patchView)
      .nullable()
      .meta({ description: 'Null where they were not yet kept one by one' }),
    documents: z.array(documentView),
    asOf: day,
    recordedAt: instant.meta({ description: 'When what is shown had been recorded' }),
  })
  .meta({ id: 'PastMine' });

export type PastMineView = z.output<typeof pastMineView>;

/** Who changed what: recorded when, effective when, before and after field by field. */
export const historyEntry = z
  .object({
    id,
    action: z.string(),
    recordedAt: instant,
    personName: z.string(),
    effectiveOn: day.nullable(),
    backdated: z.boolean(),
    remark: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.output<typeof historyEntry>;
