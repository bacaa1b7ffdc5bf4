import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useDayGoneOn } from './day-gone-on';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** The hook as of a moment of this computer's clock, and the day after so many minutes more. */
const openedAt = (moment: string, day: string) => {
  jest.setSystemTime(new Date(moment));
  const { result } = renderHook(() => useDayGoneOn(day, new Date(moment).getTime()));
  return (minutes: number) => {
    act(() => jest.advanceTimersByTime(minutes * 60_000));
    return result.current;
  };
};

test('a page that lies open over midnight in Shanghai goes on to the next day, and on to the one after', () => {
  const after = openedAt('2026-11-26T15:50:00Z', '2026-11-26');
  expect([after(0), after(9), after(2), after(24 * 60)]).toEqual([
    '2026-11-26',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ]);
});

test('a computer whose clock is a year behind counts midnights, and tells no day of its own', () => {
  const after = openedAt('2025-11-26T15:50:00Z', '2026-11-26');
  expect([after(0), after(11)]).toEqual(['2026-11-26', '2026-11-27']);
});
