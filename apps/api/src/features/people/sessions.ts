import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import { SessionRow } from './people.row';

export const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;
// Seen again is written once a minute, so that reading costs no write.
const SEEN_SECONDS = 60;

export interface OpenSession {
  readonly personId: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Sessions live in the database: any instance knows them, and a shut account is out at its next request (S09). */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
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
    const { born, seen } = oldest(now);
    const [session] = await this.database.rows<OpenSession & { lastSeenAt: Date }>(
      `SELECT p.id AS "personId", p.username, p.name, p.role, p.region_code AS "regionCode", s.csrf_token AS "csrfToken",
              p.must_change_password AS "mustChangePassword", s.last_seen_at AS "lastSeenAt"
       FROM session s JOIN person p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND p.disabled_at IS NULL AND s.created_at > $2 AND s.last_seen_at > $3`,
      [hashOf(token), born, seen],
    );
    if (!session) return null;
    if (session.lastSeenAt < before(now, SEEN_SECONDS))
      await this.database.rows('UPDATE session SET last_seen_at = $2 WHERE token_hash = $1', [
        hashOf(token),
        now,
      ]);
    return session;
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
