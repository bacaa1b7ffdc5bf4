/** A day of the calendar as `YYYY-MM-DD`, in Asia/Shanghai. Never a `Date`: a day has no instant (rule 2 of the design). */
export type CalendarDay = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The earliest day the system accepts: no survey is older. */
export const FIRST_DAY: CalendarDay = '1949-10-01';

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the text is a day that exists, from 1949-10-01 to 2199-12-31: 2026-02-30 and year 20260 are not. */
export const isCalendarDay = (text: string): boolean => {
  const parts = PATTERN.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return (
    text >= FIRST_DAY &&
    year < 2200 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
};

/** The day it is in Shanghai at an instant. */
export const dayInShanghai = (instant: Date): CalendarDay =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const firstOfMonth = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;

const DAY = 86_400_000;
const startOf = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one day of the calendar to another; negative when the other is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((startOf(to) - startOf(from)) / DAY);

/** The day so many days later. */
export const addDays = (day: CalendarDay, count: number): CalendarDay =>
  new Date(startOf(day) + count * DAY).toISOString().slice(0, 10);
