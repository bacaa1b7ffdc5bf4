import { TRAIL_ACTIONS, TRAIL_TOPICS, type TrailAction, type TrailTopic } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, id, idText, instant, paging, role, text } from './values';

const facts = z.record(z.string(), z.unknown());
const outcome = z.enum(['done', 'refused']);

const trailEntry = z
  .object({
    id,
    recordedAt: instant,
    username: z.string().nullable(),
    personName: z.string().nullable(),
    role: role.nullable().meta({ description: 'The role in which it was done' }),
    // No closed list on the way out: an entry stays readable whatever becomes of its action.
    action: z.string(),
    subject: z.string().nullable(),
    effectiveOn: day.nullable(),
    address: z.string().nullable(),
    outcome,
    before: facts.nullable(),
    after: facts.nullable(),
    remark: z.string().nullable(),
    detail: facts,
  })
  .meta({ id: 'TrailEntry' });

export type TrailEntry = z.output<typeof trailEntry>;

const which = z.enum<(TrailTopic | TrailAction)[]>([...TRAIL_TOPICS, ...TRAIL_ACTIONS]);

export const trailRoutes = {
  list: route('GET', '/trail', {
    summary: 'Sign-ins, refusals, exports, imports, account changes and edits, newest first',
    may: 'trail.read',
    query: z.strictObject({
      ...paging,
      action: which.optional().meta({ description: 'An action, or a topic with all its actions' }),
      person: text(60).optional().meta({ description: 'A part of the name or user name of who did it' }),
      from: day.optional().meta({ description: 'First day, by Shanghai’s clocks' }),
      to: day.optional().meta({ description: 'Last day, itself included' }),
      outcome: outcome.optional().meta({ description: 'Done, or refused' }),
    }),
    response: z.object({ total: z.int(), entries: z.array(trailEntry) }),
  }),
  read: route('GET', '/trail/:id', {
    summary: 'One entry',
    may: 'trail.read',
    params: z.object({ id: idText }),
    response: trailEntry,
  }),
};
