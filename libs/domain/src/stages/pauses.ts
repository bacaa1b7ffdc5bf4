import type { CodeEntry } from '../codes/code-list';
import { addDays, daysBetween, type CalendarDay } from '../kernel/calendar-day';
import { refuse, type Refusal } from '../kernel/refusal';
import { isReviewed, REVIEWED_STAGES, type ReviewedStage } from '../reviews/review-route';
import type { Stage } from './stages';

interface PauseReasonEntry extends CodeEntry {
  readonly stages: readonly ReviewedStage[];
}

/** Why a stage stands still 暂停原因, and in which stages that can be. Nothing outside this table pauses one. */
export const PAUSE_REASONS = [
  {
    code: 'WEATHER',
    zh: '汛期或冰冻，不能施工',
    en: 'Flood season or frost',
    stages: ['survey', 'completion'],
  },
  {
    code: 'LAND',
    zh: '用地、林地手续未办结',
    en: 'Land or forest procedures not finished',
    stages: ['planning', 'completion'],
  },
  {
    code: 'FUNDS',
    zh: '资金未到位',
    en: 'Funds have not arrived',
    stages: ['financing', 'completion'],
  },
  { code: 'DISPUTE', zh: '权属争议或群众异议', en: 'Dispute or objection', stages: REVIEWED_STAGES },
  {
    code: 'HAZARD',
    zh: '地质灾害或安全隐患',
    en: 'Geological or safety hazard',
    stages: ['survey', 'completion'],
  },
  {
    code: 'CASE',
    zh: '案件查处或督察整改中',
    en: 'Under investigation or inspection',
    stages: REVIEWED_STAGES,
  },
  { code: 'OTHER', zh: '其他（见说明）', en: 'Other, see the note', stages: REVIEWED_STAGES },
] as const satisfies readonly PauseReasonEntry[];

export type PauseReason = (typeof PAUSE_REASONS)[number]['code'];

export interface Pause {
  readonly from: CalendarDay;
  /** The day work went on, or null while it stands still. */
  readonly to: CalendarDay | null;
}

/** The reasons for which a mine in this stage can be paused. */
export const pauseReasonsIn = (stage: Stage): PauseReason[] =>
  (PAUSE_REASONS as readonly PauseReasonEntry[])
    .filter(({ stages }) => (stages as readonly Stage[]).includes(stage))
    .map(({ code }) => code as PauseReason);

/** How many days since a day the clock stood still. */
export const pausedDays = (pauses: readonly Pause[], since: CalendarDay, today: CalendarDay): number =>
  pauses.reduce((sum, { from, to }) => {
    const start = from > since ? from : since;
    return sum + Math.max(0, daysBetween(start, to ?? today));
  }, 0);

/** A day to keep, moved by every pause that began before it was reached and after it was set. */
export const movedByPauses = (
  { day, since }: { readonly day: CalendarDay; readonly since: CalendarDay },
  pauses: readonly Pause[],
  today: CalendarDay,
): CalendarDay =>
  [...pauses]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .reduce((due, pause) => (pause.from > due ? due : addDays(due, pausedDays([pause], since, today))), day);

interface PauseRequest {
  readonly reason: PauseReason;
  readonly note: string | null;
  readonly effectiveOn: CalendarDay;
}

interface PauseFacts {
  readonly stage: Stage;
  readonly stageSince: CalendarDay;
  readonly today: CalendarDay;
  readonly pauses: readonly Pause[];
}

/** Why the stage cannot be paused so, or null. */
export const pauseRefusal = (
  { reason, note, effectiveOn }: PauseRequest,
  { stage, stageSince, today, pauses }: PauseFacts,
): Refusal | null => {
  if (!isReviewed(stage)) return refuse('move-not-possible', { stage });
  if (pauses.some(({ to }) => to === null)) return refuse('already-done');
  if (!pauseReasonsIn(stage).includes(reason)) return refuse('reason-not-fitting', { stage });
  if (reason === 'OTHER' && !note) return refuse('reason-missing');
  if (effectiveOn > today) return refuse('date-in-future', { today });
  const since = pauses.reduce((last, { to }) => (to !== null && to > last ? to : last), stageSince);
  return effectiveOn < since ? refuse('date-before-stage', { since }) : null;
};

/** Why the stage cannot go on from that day, or null. */
export const resumeRefusal = (
  effectiveOn: CalendarDay,
  { today, pauses }: Pick<PauseFacts, 'today' | 'pauses'>,
): Refusal | null => {
  const open = pauses.find(({ to }) => to === null);
  if (!open) return refuse('already-done');
  if (effectiveOn > today) return refuse('date-in-future', { today });
  return effectiveOn < open.from ? refuse('date-before-stage', { since: open.from }) : null;
};
