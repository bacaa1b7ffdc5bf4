import { refuse, type Refusal } from '../kernel/refusal';
import type { Role } from '../people/roles';
import { isOwnWork } from './delegation';
import type { ReviewLevel } from './review-route';

export const SUBMISSION_STATES = ['pending', 'returned', 'approved', 'withdrawn'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What is done to a submission once it is there. */
export const DECISIONS = ['approve', 'return', 'withdraw', 'reconsider'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface SubmissionFacts {
  readonly state: SubmissionState;
  /** The levels it goes through, and which of them it waits at. */
  readonly levels: readonly ReviewLevel[];
  readonly at: number;
  readonly submittedBy: number;
  /** Who else changed, in this stage, what was submitted. */
  readonly editedBy: readonly number[];
  /** Who approved it at a level below, and in whose name. */
  readonly approvedBy: readonly number[];
  readonly contentHash: string;
}

export interface DecisionRequest {
  readonly decision: Decision;
  readonly personId: number;
  /** Whom the person stands in for today. */
  readonly actsFor: readonly number[];
  readonly role: Role;
  /** The level of the person's division. */
  readonly level: ReviewLevel | null;
  /** What the person saw; null where nothing is being judged. */
  readonly contentHash: string | null;
  readonly reasons: readonly string[];
}

/** Why this person may not decide this now, or null. The same answer guards the server and greys the buttons. */
export const decisionRefusal = (request: DecisionRequest, submission: SubmissionFacts): Refusal | null => {
  const open = request.decision === 'reconsider' ? 'returned' : 'pending';
  if (submission.state !== open) return refuse('already-done', { state: submission.state });
  if (request.decision === 'withdraw' || request.decision === 'reconsider')
    return request.personId === submission.submittedBy ? null : refuse('not-allowed');
  if (request.role !== 'manager') return refuse('not-allowed');
  const waitsAt = submission.levels[submission.at];
  if (request.level !== waitsAt) return refuse('review-elsewhere', { level: waitsAt });
  // Four eyes, and as many as there are levels (S13).
  if (isOwnWork(request.personId, request.actsFor, submission)) return refuse('own-work');
  if (request.contentHash !== submission.contentHash) return refuse('content-changed');
  return request.decision === 'return' && request.reasons.length === 0 ? refuse('reason-missing') : null;
};

/** Where an approval leads: to the next level, or, at the last one, on. */
export const nextLevel = ({ levels, at }: Pick<SubmissionFacts, 'levels' | 'at'>): number | null =>
  at + 1 < levels.length ? at + 1 : null;
