const WRITTEN = /^(\d{4})[-/.\s]?(\d{1,2})[-/.\s]?(\d{1,2})$/;

/** `2026/3/5`, `2026.03.05` and `20260305` are the day 2026-03-05; what is no such thing stays as typed. */
export const tidyDay = (typed: string): string => {
  const text = typed.trim();
  const compact = /^\d{8}$/.exec(text);
  if (compact) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const parts = WRITTEN.exec(text);
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : text;
};

/** The day `days` later, or null when the text is no day. */
export const shiftDay = (day: string, days: number): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) ? null : new Date(instant + days * 86_400_000).toISOString().slice(0, 10);
};

/** The last day of the month before the one that a day lies in. */
export const endOfLastMonth = (day: string): string => shiftDay(`${day.slice(0, 7)}-01`, -1) ?? day;
