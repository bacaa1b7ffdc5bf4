import { addDays, dayInShanghai, daysBetween, type CalendarDay } from '@qingshan/domain';
import { useEffect, useState } from 'react';

const LOOK_MS = 30_000;

/**
 * Today, while a page lies open over midnight: the server's day, gone on by as many midnights in Shanghai as this
 * computer has seen since. Its own idea of the day is not asked for: its clock may be wrong.
 *
 * @param day the server's @param askedAt when it was asked, by this computer's clock, in milliseconds
 */
export const useDayGoneOn = (day: CalendarDay, askedAt: number): CalendarDay => {
  const [here, setHere] = useState(() => dayInShanghai(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setHere(dayInShanghai(new Date())), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return addDays(day, Math.max(0, daysBetween(dayInShanghai(new Date(askedAt)), here)));
};
