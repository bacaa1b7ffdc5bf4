import {
  CRITERIA,
  MINE_FIELDS,
  MOVE_NAMES,
  REFUSALS,
  type CriterionName,
  type RefusalCode,
} from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { moveReason, pauseView, stepView } from './step-views';
import { mineFilterShape, mineSort } from './mine-filter';
import {
  approach,
  day,
  degrees,
  documentType,
  fen,
  fundingSource,
  id,
  idText,
  instant,
  mineralCode,
  miningMethod,
  optionalText,
  paging,
  patchAttribute,
  patchSubclass,
  regionCode,
  requiredText,
  squareMetres,
  stage,
  year,
} from './values';

const version = z.int().positive();

/** The facts a person writes, each with its rule. Codes outside the lists come only from old ledgers and are shown, not written. */
const mineInput = {
  number: requiredText(64),
  name: requiredText(120),
  regionCode,
  town: optionalText(60),
  location: optionalText(300),
  longitude: degrees.nullable(),
  latitude: degrees.nullable(),
  mineralCode: mineralCode.nullable(),
  miningMethod: miningMethod.nullable(),
  closureYear: year.nullable(),
  approach: approach.nullable(),
  planApprovalNo: optionalText(80),
  planApprovedOn: day.nullable(),
  fundingSource: fundingSource.nullable(),
  fundsAllocatedFen: fen.nullable(),
  fundsAllocatedOn: day.nullable(),
  startedOn: day.nullable(),
  finishedOn: day.nullable(),
  acceptanceNo: optionalText(80),
  acceptedOn: day.nullable(),
  remark: optionalText(2000),
} satisfies Record<(typeof MINE_FIELDS)[number], z.ZodType>;

export const mineChanges = z.strictObject(mineInput).partial();

const patchInput = {
  number: requiredText(64),
  subclass: patchSubclass.nullable(),
  attribute: patchAttribute.nullable(),
  areaSquareMetres: squareMetres,
  restoredSquareMetres: squareMetres,
};

export const patchChanges = z.strictObject(patchInput).partial();

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

const minePage = z
  .object({
    total: z.int(),
    damagedSquareMetres: squareMetres,
    restoredSquareMetres: squareMetres,
    rows: z.array(mineRow),
  })
  .meta({ id: 'MinePage' });

export type MinePage = z.output<typeof minePage>;

const refusal = z.object({
  code: z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]),
  data: z.record(z.string(), z.unknown()).optional(),
});

const criterionView = z.object({
  criterion: z.enum(Object.keys(CRITERIA) as [CriterionName, ...CriterionName[]]),
  state: z.enum(['met', 'notMet', 'notNeeded']),
  mend: z.enum([...MINE_FIELDS, 'patches', 'documents', 'steps']),
  document: documentType.nullable(),
  source: z.string(),
});

const stagePeriodView = z.object({ stage, from: day, to: day.nullable() });

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

/** A mine as it was on a day, by what was known at a moment: its facts, its areas and its way until then. Nothing can be done to it. */
const pastMineView = z
  .object({
    ...mineView.omit({
      version: true,
      updatedAt: true,
      patches: true,
      gate: true,
      steps: true,
      stageDueOn: true,
      stageReason: true,
      pause: true,
      pauseReasons: true,
      mayResume: true,
      underReview: true,
      needsSecond: true,
      mayEdit: true,
      moves: true,
    }).shape,
    asOf: day,
    recordedAt: instant.meta({ description: 'When what is shown had been recorded' }),
  })
  .meta({ id: 'PastMine' });

export type PastMineView = z.output<typeof pastMineView>;

/** Who changed what: recorded when, effective when, before and after field by field. */
const historyEntry = z
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

const params = z.object({ id: idText });
const remark = optionalText(2000).default(null);

export const mineRoutes = {
  list: route('GET', '/mines', {
    summary: 'Mines that meet a filter, as they are now or as of a day',
    may: 'mine.read',
    query: z.strictObject({ ...mineFilterShape, ...paging, sort: mineSort }),
    response: minePage,
  }),
  read: route('GET', '/mines/:id', {
    summary: 'One mine with patches, stages, gate and possible moves',
    may: 'mine.read',
    params,
    response: mineView,
  }),
  past: route('GET', '/mines/:id/past', {
    summary: 'One mine as it was on a day, as known at a moment',
    may: 'mine.read',
    params,
    query: z.strictObject({ asOf: mineFilterShape.asOf, knownAt: mineFilterShape.knownAt }),
    response: pastMineView,
  }),
  history: route('GET', '/mines/:id/history', {
    summary: 'Every change of one mine, newest first',
    may: 'mine.read',
    params,
    response: z.object({ entries: z.array(historyEntry) }),
  }),
  create: route('POST', '/mines', {
    summary: 'Enter a mine that was found, with its first patch',
    may: 'mine.create',
    body: z.strictObject({
      effectiveOn: day,
      remark,
      facts: z.strictObject(mineInput).partial().required({ number: true, name: true, regionCode: true }),
      patches: z.array(z.strictObject(patchInput)).max(50),
    }),
    response: mineView,
    status: 201,
  }),
  edit: route('PATCH', '/mines/:id', {
    summary: 'Change facts of a mine from a day on; absent fields stay, null clears',
    may: 'mine.edit',
    params,
    body: z.strictObject({ version, effectiveOn: day, remark, changes: mineChanges }),
    response: mineView,
  }),
  addPatch: route('POST', '/mines/:id/patches', {
    summary: 'Add a patch to a mine',
    may: 'mine.edit',
    params,
    body: z.strictObject({ version, effectiveOn: day, remark, patch: z.strictObject(patchInput) }),
    response: mineView,
    status: 201,
  }),
  editPatch: route('PATCH', '/mines/:id/patches/:patchId', {
    summary: 'Change a patch: its area or the area restored on it',
    may: 'mine.edit',
    params: z.object({ id: idText, patchId: idText }),
    body: z.strictObject({
      version,
      effectiveOn: day,
      remark,
      changes: patchChanges,
    }),
    response: mineView,
  }),
  move: route('POST', '/mines/:id/moves', {
    summary: 'Move a mine to another stage from a day on',
    may: 'mine.move',
    params,
    body: z.strictObject({
      version,
      move: z.enum(MOVE_NAMES),
      effectiveOn: day,
      reasonCode: moveReason.nullable().default(null),
      reason: optionalText(2000),
    }),
    response: mineView,
  }),
};
