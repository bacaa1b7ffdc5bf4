import { dayInShanghai, type CalendarDay } from '@qingshan/domain';

/** The only place that looks at the clock; tests bring their own. */
export abstract class Clock {
  abstract now(): Date;

  today(): CalendarDay {
    return dayInShanghai(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
