/** Which transactions run: all below `xmin` have ended, none has yet begun from `xmax` on. */
export interface Running {
  readonly xmin: bigint;
  readonly xmax: bigint;
}

/**
 * An id is taken while its transaction runs, so one that is below the last may still come. Longer than any statement of
 * ours lies between taking an id and writing the row, which is when a transaction gets its number.
 */
const SETTLES_AFTER_MS = 120_000;

/** Up to which id there is nothing left to seal, for good: a look from here on misses no late committer (F27). */
export class LowWater {
  /** Everything up to here is sealed, and nothing more can come. */
  settled = 0;
  /** The highest id sealed. */
  highest = 0;
  private next: { readonly id: number; readonly since: number; horizon?: bigint } | null = null;

  sealed(id: number): void {
    this.highest = Math.max(this.highest, id);
  }

  /** A look from `settled` on that found everything, with what ran when it began. */
  looked({ xmin, xmax }: Running, now: number): void {
    if (this.next?.horizon !== undefined && xmin >= this.next.horizon) {
      this.settled = this.next.id;
      this.next = null;
    }
    this.next ??= { id: this.highest, since: now };
    if (this.next.horizon === undefined && now - this.next.since > SETTLES_AFTER_MS) this.next.horizon = xmax;
  }
}
