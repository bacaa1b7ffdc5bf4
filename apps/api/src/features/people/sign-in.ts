import { Inject, Injectable } from '@nestjs/common';
import type { Anonymous } from '../../platform/http/caller';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { passwordMatches } from './passwords';
import { PersonRow } from './people.row';
import { Sessions } from './sessions';
import { SignInLimit } from './sign-in-limit';

// R3 of practice.md §6: five failures, thirty minutes.
const FAILURES = 5;
const LOCK_MINUTES = 30;

/** The id of no account. */
const NOBODY = 0;

/** Opens a session. Unknown, wrong, locked and disabled are one answer and take one time (S20, S21). */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  /** Returns the secret for the cookie. */
  run(caller: Anonymous, username: string, password: string): Promise<string> {
    return this.limit.guard(caller.address, () => this.attempt(caller, username, password));
  }

  private async attempt(caller: Anonymous, username: string, password: string): Promise<string> {
    const [person] = await this.database.rows<{ id: number; password_hash: string }>(
      'SELECT id, password_hash FROM person WHERE username = $1',
      [username],
    );
    const matches = await passwordMatches(person?.password_hash, password);
    const token = await this.database.write(caller, async (tx) => {
      const account = await tx.manager.findOne(PersonRow, {
        where: { id: person?.id ?? NOBODY },
        lock: { mode: 'pessimistic_write' },
      });
      if (account && matches && !account.disabledAt && !this.isLocked(account))
        return this.welcome(tx, account);
      const lockedUntil = await this.countFailure(tx, account);
      await tx.record({
        action: 'session.refused',
        outcome: 'refused',
        personId: account?.id,
        subject: username.slice(0, 64),
        ...(lockedUntil && { after: { lockedUntil } }),
      });
      return null;
    });
    if (token === null) throw refused('wrong-credentials', { failures: FAILURES, minutes: LOCK_MINUTES });
    return token;
  }

  private isLocked(account: PersonRow): boolean {
    return account.lockedUntil !== null && account.lockedUntil > this.clock.now();
  }

  private async welcome(tx: WriteTx, account: PersonRow): Promise<string> {
    await tx.manager.update(PersonRow, account.id, {
      failedSignIns: 0,
      lockedUntil: null,
      lastSignInAt: this.clock.now(),
    });
    await tx.record({
      action: 'session.opened',
      personId: account.id,
      subject: account.username,
      detail: { role: account.role },
    });
    return this.sessions.open(tx, account.id);
  }

  /**
   * Until when this failure locks the account, or null. Where nothing is to be counted the same statement is sent and
   * changes nothing, so that its time tells neither names nor locks.
   */
  private async countFailure(tx: WriteTx, account: PersonRow | null): Promise<Date | null> {
    const { id = NOBODY, failedSignIns = 0 } = account ?? {};
    const counts = account !== null && !this.isLocked(account);
    const locks = counts && failedSignIns + 1 >= FAILURES;
    const lockedUntil = locks ? new Date(this.clock.now().getTime() + LOCK_MINUTES * 60_000) : null;
    await tx.manager.update(PersonRow, id, {
      failedSignIns: locks ? 0 : failedSignIns + (counts ? 1 : 0),
      lockedUntil: counts ? lockedUntil : (account?.lockedUntil ?? null),
    });
    return lockedUntil;
  }
}
