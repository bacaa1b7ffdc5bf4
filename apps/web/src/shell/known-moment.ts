import { dayOfMoment, instantOf, isKnownMoment, type CalendarDay, type KnownMoment } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { tidyDay } from '../ui/form/day';
import { formatMoment } from './format';

/** What a list, a figure or a file is looked at by: the day it stands at, and until when it had to be recorded. */
export interface PastView {
  readonly asOf?: string | undefined;
  readonly knownAt?: KnownMoment | undefined;
}

export const isPast = ({ asOf, knownAt }: PastView): boolean => asOf !== undefined || knownAt !== undefined;

/** The day that is looked at. */
export const dayLookedAt = ({ asOf, knownAt }: PastView, today: string): string =>
  asOf ?? (knownAt === undefined ? today : dayOfMoment(knownAt));

/** `2026/6/30 14:05` as the address writes it; what is no such thing stays as typed. */
export const tidyMoment = (typed: string): string => {
  const [day = '', time] = typed
    .normalize('NFKC')
    .trim()
    .split(/[T\s]+/);
  return time === undefined ? tidyDay(day) : `${tidyDay(day)}T${time.padStart(5, '0')}`;
};

/** Why it is no moment to look from, or null. */
export const momentProblem = (moment: string, today: CalendarDay): 'wrong' | 'toCome' | null => {
  if (!isKnownMoment(moment)) return 'wrong';
  return dayOfMoment(moment) > today ? 'toCome' : null;
};

/** A moment as a person types and reads it: a day, or a day and a time in Shanghai. */
export const writtenMoment = (moment: KnownMoment): string =>
  moment.length === 10 ? moment : formatMoment(instantOf(moment));

/** The same in a sentence: a day counts to its end. */
export const useMomentText = () => {
  const { t } = useTranslation();
  return (moment: KnownMoment): string =>
    moment.length === 10 ? t('past.moment', { day: moment }) : writtenMoment(moment);
};
