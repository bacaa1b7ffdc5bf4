import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

// A lock guards one account; this guards the many from one address. An office behind one address mistypes less.
const FAILURES = 50;
const MINUTES = 10;

const RECENT = `
  SELECT count(*)::int AS failures,
         ceil(extract(epoch FROM min(recorded_at) + interval '${MINUTES} minutes' - now()))::int AS seconds
  FROM (SELECT recorded_at FROM trail
        WHERE action = 'session.refused' AND address = $1 AND recorded_at > now() - interval '${MINUTES} minutes'
        ORDER BY recorded_at DESC LIMIT ${FAILURES}) t`;

/** Whoever guesses from one address at many names waits before any password is looked at (S20). */
@Injectable()
export class SignInLimit {
  private readonly underWay = new Map<string, number>();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Counted in the trail, so that every instance knows; guesses not yet answered count as failed. */
  async guard<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    const others = this.underWay.get(address) ?? 0;
    this.underWay.set(address, others + 1);
    try {
      const [recent] = await this.database.rows<{ failures: number; seconds: number | null }>(RECENT, [
        address,
      ]);
      if ((recent?.failures ?? 0) + others >= FAILURES)
        throw refused('too-many-requests', { seconds: recent?.seconds ?? 1 });
      return await attempt();
    } finally {
      this.leave(address);
    }
  }

  private leave(address: string): void {
    const left = (this.underWay.get(address) ?? 1) - 1;
    if (left > 0) this.underWay.set(address, left);
    else this.underWay.delete(address);
  }
}
