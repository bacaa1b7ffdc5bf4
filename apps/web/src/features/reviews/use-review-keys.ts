import { useEffect, useRef } from 'react';
import { isForPage } from '../../ui/page-keys';

type Actions = Readonly<Record<string, (() => void) | null>>;

/** So soon after itself a key is the second press of a double one, in milliseconds, as for a click. */
const DOUBLE_PRESS = 500;

/**
 * One key, one decision: never while somebody types or a dialog asks, and not by a key held down. The second press of a
 * double one decides nothing, for what it meant is not shown any more; where keys only go up and down, each counts.
 */
export const useReviewKeys = (decide: Actions, go: Actions): void => {
  const latest = useRef({ decide, go });
  const last = useRef({ key: '', at: 0 });
  useEffect(() => {
    latest.current = { decide, go };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event) || event.repeat || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const isSecond = last.current.key === key && event.timeStamp - last.current.at < DOUBLE_PRESS;
      last.current = { key, at: event.timeStamp };
      const { decide: decisions, go: ways } = latest.current;
      const action = (isSecond ? null : decisions[key]) ?? ways[key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
