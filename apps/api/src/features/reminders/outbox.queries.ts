import { Inject, Injectable } from '@nestjs/common';
import type { Outbox } from '@qingshan/contracts';
import { Database } from '../../platform/database/database';
import { Mailer } from '../../platform/mail/mailer';

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A mail `m`, its reader `p` and how often that one wants to be written to. */
export const MAILS = 'mail m JOIN person p ON p.id = m.person_id LEFT JOIN reminder r ON r.person_id = p.id';

/** The last mail of somebody who still wants them was surely not taken: sent again, it comes once. */
export const MAY_AGAIN = `(m.state = 'failed' AND r.frequency IS DISTINCT FROM 'off'
  AND NOT EXISTS (SELECT FROM mail l WHERE l.person_id = m.person_id AND l.day > m.day))`;

/** What becomes of the mails: to whom and whether, never what they said. */
@Injectable()
export class OutboxQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async read(): Promise<Outbox> {
    const mails = await this.database.rows<Outbox['mails'][number]>(
      `SELECT m.id, m.day, p.name AS "personName", m.state, m.attempts, ${utc('m.next_at')} AS "nextAt",
         ${utc('m.sent_at')} AS "sentAt", m.error,
         ${MAY_AGAIN} AS "mayAgain"
       FROM ${MAILS}
       ORDER BY m.day DESC, m.state IN ('failed', 'unsure') DESC, m.id DESC LIMIT 50`,
    );
    return { server: this.mailer.server, mails };
  }
}
