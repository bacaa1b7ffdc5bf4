import { Injectable } from '@nestjs/common';

/** Hosts that pages may load pictures from: none, unless a feature knows one that an administrator named. */
@Injectable()
export class OutsideHosts {
  private ask: () => Promise<readonly string[]> = async () => [];

  /** Told by the feature that keeps them, at the start. */
  askedOf(ask: () => Promise<readonly string[]>): void {
    this.ask = ask;
  }

  /** Asked for every page that goes out, so that each instance learns of a change; without an answer there are none. */
  pictures(): Promise<readonly string[]> {
    return this.ask().catch(() => []);
  }
}
