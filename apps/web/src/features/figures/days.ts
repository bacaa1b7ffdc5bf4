import { endOfLastMonth, shiftDay } from '../../ui/form/day';

/** The last day of the quarter before the one a day lies in. */
const endOfLastQuarter = (day: string): string => {
  const month = Number(day.slice(5, 7));
  const first = String(month - ((month - 1) % 3)).padStart(2, '0');
  return shiftDay(`${day.slice(0, 4)}-${first}-01`, -1) ?? day;
};

const endOfLastYear = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`;

/** The same day a year before; of 29 February the 28th. */
const yearBefore = (day: string): string => {
  const [month, date] = [day.slice(5, 7), day.slice(8)];
  return `${Number(day.slice(0, 4)) - 1}-${month}-${month === '02' && date === '29' ? '28' : date}`;
};

/** The end of the year whose figures were published. */
const PUBLISHED_DAY = '2022-12-31';

export const PRESETS = {
  today: (today: string) => today,
  lastMonth: endOfLastMonth,
  lastQuarter: endOfLastQuarter,
  lastYear: endOfLastYear,
  published: () => PUBLISHED_DAY,
} as const satisfies Record<string, (today: string) => string>;

/** Days worth comparing with, counted back from the day shown. */
export const EARLIER = {
  yearBefore,
  lastMonth: endOfLastMonth,
  lastYear: endOfLastYear,
} as const satisfies Record<string, (day: string) => string>;
