import type { CalendarDay } from '../kernel/calendar-day';
import { refuse, type Refusal } from '../kernel/refusal';
import type { Role } from '../people/roles';

/** For how long reviewing may be handed on at once: an absence, not another post. */
export const DELEGATION_MAX_DAYS = 90;

interface Party {
  readonly personId: number;
  readonly role: Role;
  readonly regionCode: string;
  readonly disabled: boolean;
}

interface Period {
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
}

/** Reviewing that is or will be handed on, and not taken back. */
export interface StandingDelegation extends Period {
  readonly personId: number;
  readonly delegateId: number;
}

export interface DelegationRequest extends Period {
  readonly from: Party;
  readonly to: Party;
  readonly today: CalendarDay;
}

/** What can be wrong with a delegation 代理, in the order it is looked at. */
export const DELEGATION_FAULTS = [
  'self',
  'notReviewer',
  'elsewhere',
  'disabled',
  'past',
  'order',
  'long',
  'taken',
] as const;
type Fault = (typeof DELEGATION_FAULTS)[number];

const days = ({ startsOn, endsOn }: Period): number =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;

const FAULTS: Record<
  Fault,
  (request: DelegationRequest, standing: readonly StandingDelegation[]) => boolean
> = {
  self: ({ from, to }) => from.personId === to.personId,
  notReviewer: ({ from, to }) => from.role !== 'manager' || to.role !== 'manager',
  // The same division is the same level and the same reach: nobody gains a right by standing in.
  elsewhere: ({ from, to }) => from.regionCode !== to.regionCode,
  disabled: ({ to }) => to.disabled,
  past: ({ startsOn, today }) => startsOn < today,
  order: (request) => days(request) < 1,
  long: (request) => days(request) > DELEGATION_MAX_DAYS,
  // One stands in for one, and hands it on to nobody: at any day it is plain in whose name somebody decides.
  taken: ({ from, to, startsOn, endsOn }, standing) =>
    standing.some(
      (one) =>
        one.startsOn <= endsOn &&
        startsOn <= one.endsOn &&
        [one.personId, one.delegateId].some((id) => id === from.personId || id === to.personId),
    ),
};

/** Why reviewing cannot be handed on so, or null. */
export const delegationRefusal = (
  request: DelegationRequest,
  standing: readonly StandingDelegation[],
): Refusal | null => {
  const fault = DELEGATION_FAULTS.find((one) => FAULTS[one](request, standing));
  return fault ? refuse('delegation-not-possible', { why: fault }) : null;
};

/** Everybody whose work something is: who submitted it, who changed it in this stage, who decided on it below. */
interface Authors {
  readonly submittedBy: number;
  readonly editedBy: readonly number[];
  readonly approvedBy: readonly number[];
}

/**
 * Nobody reviews their own work, directly or by delegation: neither who decides nor the one they stand in for may be among
 * its authors. A delegate who wrote it is refused like anybody who did, and an author finds no hand to decide with.
 */
export const isOwnWork = (
  personId: number,
  actsFor: readonly number[],
  { submittedBy, editedBy, approvedBy }: Authors,
): boolean => {
  const authors = new Set([submittedBy, ...editedBy, ...approvedBy]);
  return [personId, ...actsFor].some((id) => authors.has(id));
};
