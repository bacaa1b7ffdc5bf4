import { Clock } from '../platform/clock';

/** A clock that stands still until a test moves it: ten in the morning in Shanghai on 2026-11-24. */
export class TestClock extends Clock {
  private instant = new Date('2026-11-24T02:00:00Z');

  now(): Date {
    return this.instant;
  }

  set(instant: Date): void {
    this.instant = instant;
  }

  pass({ minutes = 0, hours = 0 }: { minutes?: number; hours?: number }): void {
    this.instant = new Date(this.instant.getTime() + (hours * 60 + minutes) * 60_000);
  }
}
