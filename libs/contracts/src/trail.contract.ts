import { z } from 'zod';
import { route } from './http/route';
import { id, instant, paging, text } from './values';

export const trailEntry = z
  .object({
    id,
    recordedAt: instant,
    personName: z.string().nullable(),
    action: z.string(),
    subject: z.string().nullable(),
    address: z.string().nullable(),
    outcome: z.enum(['done', 'refused']),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TrailEntry' });

export type TrailEntry = z.output<typeof trailEntry>;

export const trailRoutes = {
  list: route('GET', '/trail', {
    summary: 'Sign-ins, refusals, exports, imports, account changes and edits, newest first',
    may: 'trail.read',
    query: z.strictObject({ ...paging, action: text(60).optional(), person: text(60).optional() }),
    response: z.object({ total: z.int(), entries: z.array(trailEntry) }),
  }),
};
