import { FIRST_DAY, isCalendarDay, type CalendarDay } from '../kernel/calendar-day';
import { plain } from './cell-text';
import { withArabicDay } from './chinese-numerals';
import { problem, valueWith, type Parsed } from './problems';
import { readWhole } from './parse-number';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}';

// Patterns are anchored, and no two of their repeated parts can match the same signs: their time is linear (S33's kin, ReDoS).
const TIME = /[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)? ?(?:[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4}) ?[-/.、年] ?(\d{1,2}) ?[-/.、月] ?(\d{1,2}) ?[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const DAY_NAME_YEAR = new RegExp(`^(\\d{1,2})[ -]${MONTH_NAME}[ ,-]{1,2}(\\d{4})$`, 'i');
const NAME_DAY_YEAR = new RegExp(`^${MONTH_NAME} (\\d{1,2}),? (\\d{4})$`, 'i');
const YEAR_MONTH = /^(\d{4}) ?(?:[-/.] ?|年 ?)(\d{1,2}) ?月?(?:份|底|初|末|中|[上中下]旬)?$/;
/** 2019.10 kept as a number is 2019.1: January and October look alike. */
const MONTH_LOST = /^\d{4}\.1$/;
const COMPACT_MONTH = /^(\d{4})(\d{2})$/;
const NAME_YEAR = new RegExp(`^${MONTH_NAME}[ -](\\d{4})$`, 'i');
const YEAR = /^(\d{4}) ?年?度?(?:年?底前?|年?初|年?末|中|前|后|[上下]半年|第?[一二三四1-4]季度)?$/;
/** That it is done, where the day was asked for. */
const SOME_DAY = /^(?:已|全部|已全部)?(?:完成|完工|竣工|验收|治理|修复|销号)(?:完成|完毕|合格)?$/;
/** How far the work is, where the day of its end was asked for. */
const NOT_YET =
  /^(?:正在|尚未|还未|暂未|未|待|拟|计划|预计)|(?:进行|施工|治理|修复|实施|建设)中$|^在建$|^(?:ongoing|in progress|planned|pending)$/i;
/** Some day before another, or between two: 2019年5月1日前, 2019.05-2019.12. */
const SPAN =
  /^(?:(?:19|20)\d{2}[\d年月日号底.\/-]{1,8}(?:以?前|之前)|(?:19|20)\d{2}[.\/年]\d{1,2}月?[-~—至到](?:19|20)\d{2}[.\/年]\d{1,2}月?)$/;
/** What Excel makes of 2024-12 or 12-24: nobody can tell the year from the day any more (practice.md §1.4). */
const DAMAGED = new RegExp(
  `^(?:${MONTH_NAME}[ -]\\d{1,2}|\\d{1,2}[ -]${MONTH_NAME}|\\d{1,2}月\\d{1,2}日|\\d{1,2}(?:[-/.]\\d{1,2}){1,2}|\\d{2}年\\d{1,2}月(?:\\d{1,2}[日号])?)$`,
  'i',
);

const DAY_FORMS = '2024-12-31, 2024/12/31, 2024年12月31日, 20241231, 2024.12, 12/31/2024';

/** The days the system accepts. */
const DAYS = `${FIRST_DAY}–2199-12-31`;

const two = (part: string | number | undefined): string => String(part ?? '').padStart(2, '0');
const monthOf = (name: string | undefined): string =>
  two(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);

/** A day that exists, only too early or too late for a ledger; 2026-02-30 comes back from the calendar as another day. */
const isInSomeYear = (text: string): boolean => {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};

const dayOrProblem = (year: string | undefined, month: string, day: string): Parsed<CalendarDay> => {
  const text = `${year}-${two(month)}-${two(day)}`;
  if (isCalendarDay(text)) return { value: text };
  return isInSomeYear(text) ? problem('out-of-range', DAYS) : problem('not-a-day', DAY_FORMS);
};

/** Month first as in the United States, unless that is no month; where both could be one, a person is told. */
const yearLast = (first: string, second: string, year: string): Parsed<CalendarDay> => {
  if (Number(first) > 12) return dayOrProblem(year, second, first);
  const day = dayOrProblem(year, first, second);
  const isPlain = Number(second) > 12 || Number(first) === Number(second);
  return 'problem' in day || isPlain ? day : valueWith(day.value, 'month-first-assumed', day.value);
};

const wholeDay = (text: string): Parsed<CalendarDay> | null => {
  const ordered = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (ordered) return dayOrProblem(ordered[1], ordered[2] ?? '', ordered[3] ?? '');
  const last = YEAR_LAST.exec(text);
  if (last) return yearLast(last[1] ?? '', last[2] ?? '', last[3] ?? '');
  const dayFirst = DAY_NAME_YEAR.exec(text);
  if (dayFirst) return dayOrProblem(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1] ?? '');
  const nameFirst = NAME_DAY_YEAR.exec(text);
  return nameFirst ? dayOrProblem(nameFirst[3], monthOf(nameFirst[1]), nameFirst[2] ?? '') : null;
};

/** Only a month is known: its first day, and a person is told. */
const monthOnly = (text: string): Parsed<CalendarDay> | null => {
  if (MONTH_LOST.test(text)) return problem('day-damaged', DAY_FORMS);
  const match = YEAR_MONTH.exec(text) ?? COMPACT_MONTH.exec(text);
  const named = match ? null : NAME_YEAR.exec(text);
  const [year, month] = match ? [match[1], match[2] ?? ''] : [named?.[2], monthOf(named?.[1])];
  if (!match && !named) return null;
  const day = dayOrProblem(year, month, '1');
  return 'value' in day ? valueWith(day.value, 'day-of-month-assumed') : day;
};

const FIRST_SERIAL = 18_264; // 1950-01-01
const LAST_SERIAL = 73_050; // 2099-12-31
const MS_A_DAY = 86_400_000;

/** A day of an Excel sheet that lost its format: days since 1899-12-30, perhaps with a time behind the point. */
const serialDay = (text: string): Parsed<CalendarDay> | null => {
  if (!/^\d{5}(?:\.\d{1,12})?$/.test(text)) return null;
  const serial = Number(text.slice(0, 5));
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return { value: new Date(Date.UTC(1899, 11, 30) + serial * MS_A_DAY).toISOString().slice(0, 10) };
};

/** A day in any of the ways ledgers write one (practice.md §5). */
export const parseDay = (cell: string): Parsed<CalendarDay> => {
  const text = withArabicDay(plain(cell).slice(0, 60))
    .replace(TIME, '')
    .replace(/[。.;,]$/, '')
    .trim();
  if (YEAR.test(text) || SOME_DAY.test(text) || SPAN.test(text)) return problem('day-incomplete', DAY_FORMS);
  if (NOT_YET.test(text)) return problem('day-not-yet', DAY_FORMS);
  if (DAMAGED.test(text)) return problem('day-damaged', DAY_FORMS);
  return wholeDay(text) ?? serialDay(text) ?? monthOnly(text) ?? problem('not-a-day', DAY_FORMS);
};

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const YEARS = `${FIRST_YEAR}–${LAST_YEAR}`;

/** 95年, 95年底: two figures and the word, which a number alone has not. */
const SHORT_YEAR = /^['’]?(\d{2}) ?年度?(?:年?底前?|年?初|年?末|中)?$/;
/** Mines that are abandoned today were closed in the second half of the last century, or since. */
const FIRST_SHORT = 50;

/** The one year that two figures can mean: none between this year and 1950. */
const yearOfTwo = (figures: string, today: CalendarDay | undefined): Parsed<number> => {
  const short = Number(figures);
  const thisYear = today === undefined ? null : Number(today.slice(0, 4));
  const year = short >= FIRST_SHORT ? 1900 + short : 2000 + short;
  if (year >= 2000 && (thisYear === null || year > thisYear)) return problem('not-a-year', YEARS);
  return valueWith(year, 'year-assumed', String(year));
};

/** A year: `2013`, `2013年`, `95年`, or the year of a day. */
export const parseYear = (cell: string, today?: CalendarDay): Parsed<number> => {
  const text = withArabicDay(plain(cell.slice(0, 60))).replace(/\.0$/, '');
  const short = SHORT_YEAR.exec(text)?.[1];
  if (short) return yearOfTwo(short, today);
  const bare = YEAR.exec(text)?.[1] ?? text;
  const whole = readWhole(bare);
  const year = whole !== null && whole < 10_000 ? whole : yearOfDay(text);
  if (year === null) return problem('not-a-year', YEARS);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { value: year } : problem('out-of-range', YEARS);
};

const yearOfDay = (text: string): number | null => {
  // Five digits are a slip of the pen in a year's column sooner than the serial of a day.
  if (/^\d{5}(?:\.|$)/.test(text)) return null;
  if (MONTH_LOST.test(text)) return Number(text.slice(0, 4));
  const day = parseDay(text);
  return 'value' in day ? Number(day.value.slice(0, 4)) : null;
};
