import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import { SessionRow } from './people.row';
import { SessionMemory, type OpenSession } from './session-memory';

export const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;
// Seen again is written once a minute, so that reading costs no write.
const SEEN_SECONDS = 60;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Sessions live in the database: any instance knows them, and a shut account is out at its next request (S09). */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionMemory) private readonly memory: SessionMemory,
  ) {}

  /** Opens a session and gives back the secret for the cookie; only its hash is kept. */
  async open(tx: WriteTx, personId: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const { born, seen } = oldest(now);
    // What nobody signed out of is swept at the next sign-in.
    await tx.rows('DELETE FROM session WHERE person_id = $1 AND (created_at <= $2 OR last_seen_at <= $3)', [
      personId,
      born,
      seen,
    ]);
    await tx.manager.insert(SessionRow, {
      tokenHash: hashOf(token),
      personId,
      csrfToken: randomBytes(18).toString('base64url'),
      createdAt: now,
      lastSeenAt: now,
    });
    return token;
  }

  /** The session of a cookie, unless it is too old, idle too long, or its account is shut. */
  async find(token: string): Promise<OpenSession | null> {
    const now = this.clock.now();
    const known = this.memory.recall(token);
    // Within the minute it was read in, it is as it was: it ends by age or by a change, and a change is heard.
    if (known && known.lastSeenAt >= before(now, SEEN_SECONDS) && known.createdAt > oldest(now).born)
      return known;
    return this.memory.read(token, () => this.read(hashOf(token), now));
  }

  private async read(tokenHash: Buffer, now: Date): Promise<OpenSession | null> {
    const { born, seen } = oldest(now);
    const [session] = await this.database.rows<OpenSession>(
      `SELECT p.id AS "personId", p.username, p.name, p.role, p.region_code AS "regionCode", s.csrf_token AS "csrfToken",
              p.must_change_password AS "mustChangePassword", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
       FROM session s JOIN person p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND p.disabled_at IS NULL AND s.created_at > $2 AND s.last_seen_at > $3`,
      [tokenHash, born, seen],
    );
    if (!session || session.lastSeenAt >= before(now, SEEN_SECONDS)) return session ?? null;
    await this.database.rows('UPDATE session SET last_seen_at = $2 WHERE token_hash = $1', [tokenHash, now]);
    return { ...session, lastSeenAt: now };
  }

  /** What is known of sessions no longer holds: said once the change is committed. */
  forget(): void {
    this.memory.forget();
  }

  async close(tx: WriteTx, token: string): Promise<void> {
    await tx.manager.delete(SessionRow, { tokenHash: hashOf(token) });
  }

  /** Ends every session of an account, but the one given. */
  async closeAll(tx: WriteTx, personId: number, except?: string): Promise<void> {
    await tx.rows('DELETE FROM session WHERE person_id = $1 AND token_hash IS DISTINCT FROM $2', [
      personId,
      except === undefined ? null : hashOf(except),
    ]);
  }
}

/** The earliest moments that a session in use can have been opened and last seen at. */
const oldest = (now: Date) => ({
  born: before(now, ABSOLUTE_HOURS * 3600),
  seen: before(now, IDLE_MINUTES * 60),
});

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000);
