import { dayInShanghai, isCalendarDay, type CalendarDay } from './calendar-day';

/**
 * Until when something had to be recorded to be known: a day, to its last microsecond in Asia/Shanghai, or a moment of
 * it, in Shanghai's time unless it says another.
 */
export type KnownMoment = string;

const PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

export const isKnownMoment = (text: string): boolean => isCalendarDay(PATTERN.exec(text)?.[1] ?? '');

/** The last instant that counts, to the microsecond as the database writes it. */
export const instantOf = (moment: KnownMoment): string => {
  const [, day, hours, minutes, seconds = '00', fraction = '', zone = '+08:00'] = PATTERN.exec(moment) ?? [];
  if (hours === undefined) return `${moment}T23:59:59.999999+08:00`;
  return `${day}T${hours}:${minutes}:${seconds}.${fraction.padEnd(6, '0')}${zone}`;
};

/** The day it was in Shanghai at that moment: what was known then of that very day is what a page showed. */
export const dayOfMoment = (moment: KnownMoment): CalendarDay => dayInShanghai(new Date(instantOf(moment)));

/** Whether it is still to come: of a moment that has not been nobody knows yet what will be known. */
export const isToCome = (moment: KnownMoment, now: Date): boolean =>
  moment.length > 10 ? new Date(instantOf(moment)) > now : moment > dayInShanghai(now);

/** Told after the day it took effect: marked as such wherever it shows. */
export const isBackdated = (effectiveOn: CalendarDay | null, recordedAt: Date): boolean =>
  effectiveOn !== null && effectiveOn < dayInShanghai(recordedAt);
