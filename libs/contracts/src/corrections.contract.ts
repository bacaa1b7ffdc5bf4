import { CORRECTION_DECISION_NAMES, CORRECTION_STATES } from '@qingshan/domain';
import { z } from 'zod';
import { refusal } from './http/problem';
import { route } from './http/route';
import { mineChanges, patchChanges } from './mines.contract';
import { day, id, idText, instant, optionalText, paging, regionCode, requiredText } from './values';

const version = z.int().positive();

const correctionView = z
  .object({
    id,
    version,
    mineId: id,
    number: z.string(),
    name: z.string(),
    regionCode,
    /** The patch that is corrected; null for the mine's own facts. */
    patchNumber: z.string().nullable(),
    effectiveOn: day,
    reason: z.string(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    state: z.enum(CORRECTION_STATES),
    proposedBy: z.string(),
    proposedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    remark: z.string().nullable(),
    may: z.array(
      z.object({
        decision: z.enum(CORRECTION_DECISION_NAMES),
        refusal: refusal.nullable(),
      }),
    ),
  })
  .meta({ id: 'Correction' });

export type CorrectionView = z.output<typeof correctionView>;

const what = z.union([
  z.strictObject({ of: z.literal('mine'), changes: mineChanges }),
  z.strictObject({ of: z.literal('patch'), patchId: id, changes: patchChanges }),
]);

const params = z.object({ id: idText });

export const correctionRoutes = {
  list: route('GET', '/corrections', {
    summary:
      'Corrections of accepted mines within reach: those that wait, the longest waiting first, or all of one',
    may: 'correction.read',
    query: z.strictObject({
      show: z
        .enum(['mine', 'pending', 'all'])
        .default('pending')
        .meta({ description: 'mine: those that this person may decide' }),
      mineId: idText.optional().meta({ description: 'Of one mine' }),
      ...paging,
    }),
    response: z.object({ total: z.int(), rows: z.array(correctionView) }),
  }),
  propose: route('POST', '/corrections', {
    summary:
      'Propose other facts of an accepted mine, with a reason; nothing changes until a second person confirms',
    may: 'correction.propose',
    body: z.strictObject({ mineId: id, version, effectiveOn: day, reason: requiredText(2000), what }),
    response: correctionView,
    status: 201,
  }),
  read: route('GET', '/corrections/:id', {
    summary: 'One correction: what was, what is to be, why, and who decided',
    may: 'correction.read',
    params,
    response: correctionView,
  }),
  confirm: route('POST', '/corrections/:id/confirmation', {
    summary: 'Confirm a correction that somebody else proposed; the mine and its figures change',
    may: 'correction.decide',
    params,
    body: z.strictObject({ version, remark: optionalText(2000).default(null) }),
    response: correctionView,
  }),
  refuse: route('POST', '/corrections/:id/refusal', {
    summary: 'Refuse a correction, saying why; nothing changes',
    may: 'correction.decide',
    params,
    body: z.strictObject({ version, remark: requiredText(2000) }),
    response: correctionView,
  }),
  withdraw: route('POST', '/corrections/:id/withdrawal', {
    summary: 'Take back a correction of one’s own that still waits',
    may: 'correction.propose',
    params,
    body: z.strictObject({ version }),
    response: correctionView,
  }),
};
