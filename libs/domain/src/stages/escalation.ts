import { REVIEW_LEVELS, type ReviewLevel } from '../reviews/review-route';

/** How many days a level has to decide on what waits for it: the house's own reckoning, like the days of a stage. */
export const REVIEW_DAYS = 10;

/** Who owes the next step: the county's official a stage, a level its decision. */
export const OWING = ['official', ...REVIEW_LEVELS] as const;
export type Owing = (typeof OWING)[number];

/** So many days after it was due, work that one owes is shown to the managers of a level above, and up the tree. */
const ESCALATED_AFTER: Readonly<Record<Owing, Partial<Record<ReviewLevel, number>>>> = {
  official: { county: 15, city: 30, province: 90 },
  county: { city: 5, province: 15 },
  city: { province: 5 },
  province: {},
};

/** How many days late work must be for a level to see it; null where it is never shown to that level. */
export const escalatedAfter = (owing: Owing, level: ReviewLevel): number | null =>
  ESCALATED_AFTER[owing][level] ?? null;

export const isEscalated = (owing: Owing, level: ReviewLevel, daysLate: number): boolean => {
  const after = escalatedAfter(owing, level);
  return after !== null && daysLate > after;
};
