import { refuse, type Refusal } from '../kernel/refusal';
import type { Role } from '../people/roles';
import type { Stage } from '../stages/stages';

/** K37: what was accepted is not changed by one person alone. The note stays, the old value stays, a second person confirms. */
export const needsSecondPerson = (stage: Stage): boolean => stage === 'restored';

export const CORRECTION_STATES = ['pending', 'confirmed', 'refused', 'withdrawn'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

interface Decision {
  /** Whose it is: that of whoever proposed it, or of anybody else in one of the roles. */
  readonly by: 'proposer' | readonly Role[];
  readonly to: CorrectionState;
  readonly needsReason: boolean;
}

/** Everything that can be done to a correction that waits. Nothing outside this table may change one. */
export const CORRECTION_DECISIONS = {
  confirm: { by: ['manager'], to: 'confirmed', needsReason: false },
  refuse: { by: ['manager'], to: 'refused', needsReason: true },
  withdraw: { by: 'proposer', to: 'withdrawn', needsReason: false },
} as const satisfies Record<string, Decision>;

export type CorrectionDecision = keyof typeof CORRECTION_DECISIONS;
export const CORRECTION_DECISION_NAMES = Object.keys(CORRECTION_DECISIONS) as [
  CorrectionDecision,
  ...CorrectionDecision[],
];

export interface CorrectionRequest {
  readonly decision: CorrectionDecision;
  readonly personId: number;
  /** For whom this person acts: a delegate's hand is that of who delegated. */
  readonly actsFor: readonly number[];
  readonly role: Role;
  readonly reason: string | null;
}

/** Why this person may not decide this now, or null. The same answer guards the server and greys the buttons. */
export const correctionRefusal = (
  { decision, personId, actsFor, role, reason }: CorrectionRequest,
  correction: { readonly state: CorrectionState; readonly proposedBy: number },
): Refusal | null => {
  const { by, needsReason }: Decision = CORRECTION_DECISIONS[decision];
  if (correction.state !== 'pending') return refuse('already-done', { state: correction.state });
  const { proposedBy } = correction;
  if (by === 'proposer') return personId === proposedBy ? null : refuse('not-allowed');
  if (!by.includes(role)) return refuse('not-allowed');
  if (personId === proposedBy || actsFor.includes(proposedBy)) return refuse('own-work');
  return needsReason && !reason ? refuse('reason-missing') : null;
};
