import { refuse, type Refusal } from '../kernel/refusal';
import type { RegionLevel } from '../regions/region';
import { REVIEW_LEVELS, type ReviewLevel } from './review-route';

/** Divisions that a route may be set for: what waits in 待定 is submitted by nobody. */
const ROUTED: readonly RegionLevel[] = ['province', 'city', 'county', 'functional'];

/** What can be wrong with a route, in the order it is looked at. */
export const ROUTE_FAULTS = ['nowhere', 'empty', 'twice', 'order', 'notAbove'] as const;
type RouteFault = (typeof ROUTE_FAULTS)[number];

const FAULTS: Record<RouteFault, (levels: readonly ReviewLevel[], division: RegionLevel) => boolean> = {
  nowhere: (_, division) => !ROUTED.includes(division),
  empty: (levels) => levels.length === 0,
  twice: (levels) => new Set(levels).size < levels.length,
  order: (levels) => levels.some((level, at) => at > 0 && rank(level) < rank(levels[at - 1])),
  // The county submits: a route that ends in the county is reviewed by nobody above who made it.
  notAbove: (levels) => levels.every((level) => level === 'county'),
};

const rank = (level: ReviewLevel | undefined): number => (level ? REVIEW_LEVELS.indexOf(level) : -1);

/** Why a stage cannot go through these hands in a division of this level, or null. */
export const routeRefusal = (levels: readonly ReviewLevel[], division: RegionLevel): Refusal | null => {
  const fault = ROUTE_FAULTS.find((one) => FAULTS[one](levels, division));
  return fault ? refuse('route-not-possible', { why: fault }) : null;
};
