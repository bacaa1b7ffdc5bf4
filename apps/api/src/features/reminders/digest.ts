import type { ReviewedStage, WorkGroup } from '@qingshan/domain';

/** What a digest tells of. */
export type DigestPart = WorkGroup | 'reviews' | 'lateReviews' | 'lateStages';

export interface DigestItem {
  readonly name: string;
  readonly number: string;
  readonly regionCode: string;
  readonly stage: ReviewedStage;
  /** The day it is or was due, where it has one. */
  readonly dueOn: string | null;
  readonly path: string;
}

export interface DigestSection {
  readonly part: DigestPart;
  readonly total: number;
  readonly items: readonly DigestItem[];
}
