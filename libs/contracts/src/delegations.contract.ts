import { z } from 'zod';
import { route } from './http/route';
import { day, id, idText, instant, regionCode, requiredText } from './values';

const delegation = z
  .object({
    id,
    version: z.int().positive(),
    regionCode,
    personName: z.string(),
    delegateName: z.string(),
    startsOn: day,
    endsOn: day,
    reason: z.string(),
    revokedAt: instant.nullable(),
    /** Whether it holds today. */
    holds: z.boolean(),
    /** What it is to the reader: handed on by them, to them, or neither. */
    side: z.enum(['given', 'received', 'none']),
  })
  .meta({ id: 'Delegation' });

export type DelegationView = z.output<typeof delegation>;

const delegations = z
  .object({
    delegations: z.array(delegation),
    /** Who could stand in for the reader: reviewers of the same division. */
    candidates: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: 'Delegations' });

export type Delegations = z.output<typeof delegations>;

export const delegationRoutes = {
  list: route('GET', '/delegations', {
    summary: 'Reviewing handed on within reach, what holds first; of the past the last ninety days',
    may: 'review.read',
    response: delegations,
  }),
  make: route('POST', '/delegations', {
    summary: 'Hand one’s reviewing on to another reviewer of the same division for a while',
    may: 'review.decide',
    body: z.strictObject({ delegateId: id, startsOn: day, endsOn: day, reason: requiredText(300) }),
    response: delegations,
    status: 201,
  }),
  revoke: route('POST', '/delegations/:id/revocation', {
    summary: 'Take back what was handed on, or hand back what was taken on',
    may: 'review.decide',
    params: z.object({ id: idText }),
    body: z.strictObject({ version: z.int().positive() }),
    response: delegations,
  }),
};
