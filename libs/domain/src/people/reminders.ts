import type { CalendarDay } from '../kernel/calendar-day';
import type { Role } from './roles';

/** How often somebody wants to be written to. */
export const REMINDER_FREQUENCIES = ['daily', 'weekly', 'off'] as const;
export type ReminderFrequency = (typeof REMINDER_FREQUENCIES)[number];

/** Who has work that waits; whoever only looks, or runs the system, is not written to. */
export const REMINDED_ROLES = ['official', 'manager'] as const satisfies Role[];

/** Not before people are at their desks: the hour in Shanghai. */
const FROM_HOUR = 8;

/**
 * An address as we write to one: no name, no list, no comment, no line break, so that nothing in it can become a header
 * or a second recipient.
 */
export const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
export const EMAIL_MAX_LENGTH = 254;

/** The Monday of the week a day lies in. */
export const mondayOf = (day: CalendarDay): CalendarDay => {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - ((noon.getUTCDay() + 6) % 7));
  return noon.toISOString().slice(0, 10);
};

interface ReminderFacts {
  readonly frequency: ReminderFrequency;
  readonly today: CalendarDay;
  /** The hour in Shanghai. */
  readonly hour: number;
  /** The day of the last reminder, if there was one. */
  readonly lastOn: CalendarDay | null;
}

/** Whether somebody is to be looked at for a reminder now: once a day, or once a week from its Monday on. */
export const isReminderDue = ({ frequency, today, hour, lastOn }: ReminderFacts): boolean => {
  if (frequency === 'off' || hour < FROM_HOUR) return false;
  return lastOn === null || lastOn < (frequency === 'daily' ? today : mondayOf(today));
};

/** Minutes until a mail that was not taken is tried again, by how often it was tried. */
const RETRY_MINUTES = [2, 10, 30, 120, 360] as const;

/** Null where it has been tried often enough: the next day brings the next mail. */
export const retryAfterMinutes = (attempts: number): number | null => RETRY_MINUTES[attempts - 1] ?? null;
