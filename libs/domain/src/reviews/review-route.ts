import type { RegionLevel } from '../regions/region';
import type { Stage } from '../stages/stages';

/** The levels that look at a stage, from below: county self-check 自验, city and province acceptance. */
export const REVIEW_LEVELS = ['county', 'city', 'province'] as const;
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

export const REVIEWED_STAGES = ['survey', 'planning', 'financing', 'completion'] as const satisfies Stage[];
export type ReviewedStage = (typeof REVIEWED_STAGES)[number];

export const isReviewed = (stage: Stage): stage is ReviewedStage =>
  (REVIEWED_STAGES as readonly Stage[]).includes(stage);

/** Whose hands a stage goes through before it is left; a region may have a route of its own. */
export const DEFAULT_ROUTES: Readonly<Record<ReviewedStage, readonly [ReviewLevel, ...ReviewLevel[]]>> = {
  survey: ['city'],
  planning: ['city'],
  financing: ['city'],
  completion: ['county', 'city', 'province'],
};

/** The level a person of this kind of division reviews at; what waits in 待定 nobody reviews from. */
export const reviewLevelOf = (level: RegionLevel): ReviewLevel | null => {
  if (level === 'unassigned') return null;
  return level === 'functional' ? 'county' : level;
};
