import { type MINE_FIELDS, MOVE_NAMES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { minePage, mineView, pastMineView, historyEntry } from './mine-views';
import { moveReason } from './step-views';
import { mineFilterShape, mineSort } from './mine-filter';
import {
  approach,
  day,
  degrees,
  fen,
  fundingSource,
  id,
  idText,
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
    summary: 'Every change of one mine, newest first, a thousand at a time',
    may: 'mine.read',
    params,
    query: z.strictObject({
      before: idText
        .optional()
        .meta({ description: 'Entries older than this one; `next` of the page before' }),
    }),
    response: z.object({
      entries: z.array(historyEntry),
      next: id.nullable().meta({ description: 'Before which entry the next page begins; null at the end' }),
    }),
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
