import type { CalendarDay } from '../kernel/calendar-day';
import { refuse, type Refusal } from '../kernel/refusal';
import type { Role } from '../people/roles';
import { lacking, type GateFacts } from './gate';
import { reasonRefusal, type MoveReason } from './move-reasons';
import { nextStage, type Stage } from './stages';
import { factOfStep, STEPS } from './steps';

/** One way a mine changes stage. */
interface Move {
  readonly from: readonly Stage[];
  readonly by: readonly Role[];
  /** The stage it leads to, or null where this mine has none. */
  readonly to: (stage: Stage, approach: string | null) => Stage | null;
  /** Whether the exit criteria of the stage must hold. */
  readonly gated: boolean;
}

const before: Partial<Record<Stage, Stage>> = {
  planning: 'survey',
  financing: 'planning',
  completion: 'financing',
};

/** Every way a mine changes stage. Nothing outside this table may change one. */
export const MOVES = {
  /** By nobody's hand: it happens when the last reviewer approves the stage's submission (reviews/). */
  advance: {
    from: ['survey', 'planning', 'financing', 'completion'],
    by: [],
    to: nextStage,
    gated: true,
  },
  /** A mine moved on too early goes back one stage; the record of both moves stays. */
  stepBack: {
    from: ['planning', 'financing', 'completion'],
    by: ['manager'],
    to: (stage, approach) =>
      stage === 'completion' && approach === 'A' ? 'planning' : (before[stage] ?? null),
    gated: false,
  },
  /** Off the list 剔除: duplicate, false change, not eligible. */
  remove: {
    from: ['survey', 'planning', 'financing', 'completion'],
    by: ['manager'],
    to: () => 'removed',
    gated: false,
  },
  /** Back on the list, from the start. */
  reinstate: { from: ['removed'], by: ['manager'], to: () => 'survey', gated: false },
  /** A restored mine is damaged again 反弹: works reopen, its acceptance stays on record (K33). */
  relapse: {
    from: ['restored'],
    by: ['official', 'manager'],
    to: () => 'completion',
    gated: false,
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as [MoveName, ...MoveName[]];

export interface PassRequest {
  readonly move: MoveName;
  readonly effectiveOn: CalendarDay;
  readonly today: CalendarDay;
  /** The day the mine entered its present stage. */
  readonly stageSince: CalendarDay;
  /** The clock of its stage stands still. */
  readonly paused: boolean;
}

export interface MoveRequest extends PassRequest {
  readonly role: Role;
  readonly reason: string | null;
  readonly reasonCode: MoveReason | null;
}

/** Where the move leads, without asking whether it may be made. */
export const destination = (move: MoveName, stage: Stage, approach: string | null): Stage | null =>
  (MOVES[move].from as readonly Stage[]).includes(stage) ? MOVES[move].to(stage, approach) : null;

/** The moves there are for a mine in this stage, by somebody's hand or by a review, whether they may be made now or not. */
const movesFrom = (stage: Stage, approach: string | null): MoveName[] =>
  MOVE_NAMES.filter((move) => destination(move, stage, approach) !== null);

/** No such way leads on from here; what does is said with it (S11). */
const notPossible = (move: MoveName, { stage, approach }: GateFacts['mine']): Refusal | null =>
  destination(move, stage, approach) === null
    ? refuse('move-not-possible', { stage, move, possible: movesFrom(stage, approach) })
    : null;

/** Why this person may not make this move now, or null. The same answer guards the server and greys the button. */
export const moveRefusal = (request: MoveRequest, facts: GateFacts): Refusal | null => {
  const move: Move = MOVES[request.move];
  const nowhere = notPossible(request.move, facts.mine);
  if (nowhere) return nowhere;
  if (!move.by.includes(request.role)) return refuse('not-allowed', { move: request.move });
  return reasonRefusal(request.move, request.reasonCode, request.reason) ?? passRefusal(request, facts);
};

/** Why the mine cannot change stage on that day, whoever asks: order of days, and the gate where there is one. */
export const passRefusal = (request: PassRequest, facts: GateFacts): Refusal | null => {
  const { stage } = facts.mine;
  const nowhere = notPossible(request.move, facts.mine);
  if (nowhere) return nowhere;
  if (request.paused) return refuse('stage-paused', { stage });
  if (request.effectiveOn > request.today) return refuse('date-in-future', { today: request.today });
  // K12: a stage cannot begin before the one it follows.
  if (request.effectiveOn < request.stageSince)
    return refuse('date-before-stage', { since: request.stageSince });
  if (!MOVES[request.move].gated) return null;
  const missing = lacking(stage, facts);
  if (missing.length > 0)
    return refuse('gate-not-met', { missing: missing.map((result) => result.criterion) });
  return beforeItsFacts(request.effectiveOn, facts);
};

/** K12: a stage is not left before the day on which it was approved, paid or accepted. */
const beforeItsFacts = (day: CalendarDay, { mine: { stage }, steps }: GateFacts): Refusal | null => {
  const later = steps.find(
    ({ step, actualOn }) =>
      STEPS[step].stage === stage && factOfStep(step) !== null && actualOn !== null && actualOn > day,
  );
  return later ? refuse('step-order', { step: later.step, since: later.actualOn }) : null;
};
