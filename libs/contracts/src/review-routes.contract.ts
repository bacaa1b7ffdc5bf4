import { REVIEW_LEVELS, REVIEWED_STAGES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, instant, regionCode, requiredText } from './values';

const levels = z.array(z.enum(REVIEW_LEVELS));
const reviewedStage = z.enum(REVIEWED_STAGES);

const routeChange = z.object({
  effectiveOn: day,
  /** Null: from that day on the division follows the one above it. */
  levels: levels.nullable(),
  reason: z.string(),
  personName: z.string().nullable(),
  recordedAt: instant,
});

const reviewRoute = z
  .object({
    stage: reviewedStage,
    levels,
    /** The division it is set for, itself or one above; null where it is the built-in one. */
    from: regionCode.nullable(),
    /** How often it was changed here: a change names what it was made from. */
    version: z.int().nonnegative(),
    /** What was set here, the newest first; what is to hold later comes before what held. */
    changes: z.array(routeChange),
  })
  .meta({ id: 'ReviewRoute' });

export type ReviewRouteView = z.output<typeof reviewRoute>;

const reviewRoutesOf = z
  .object({
    regionCode,
    routes: z.array(reviewRoute),
    /** Every division with a route of its own, now or from a later day. */
    own: z.array(z.object({ regionCode, stage: reviewedStage })),
  })
  .meta({ id: 'ReviewRoutes' });

export type ReviewRoutesView = z.output<typeof reviewRoutesOf>;

export const reviewRouteRoutes = {
  read: route('GET', '/review-routes', {
    summary: 'Whose hands each stage goes through in a division, and where that was said',
    may: 'route.manage',
    query: z.strictObject({ region: regionCode.meta({ description: 'The division' }) }),
    response: reviewRoutesOf,
  }),
  set: route('POST', '/review-routes', {
    summary:
      'Set the route of a stage in a division from a day on, or let it follow the one above; submissions under way keep theirs',
    may: 'route.manage',
    body: z.strictObject({
      regionCode,
      stage: reviewedStage,
      version: z.int().nonnegative(),
      levels: levels.max(10).nullable(),
      effectiveOn: day,
      reason: requiredText(500),
    }),
    response: reviewRoutesOf,
  }),
};
