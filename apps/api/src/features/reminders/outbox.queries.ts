import { Inject, Injectable } from '@nestjs/common';
import type { Outbox } from '@qingshan/contracts';
import { Database } from '../../platform/database/database';
import { Mailer } from '../../platform/mail/mailer';

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

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
         ${utc('m.sent_at')} AS "sentAt", m.error
       FROM mail m JOIN person p ON p.id = m.person_id
       ORDER BY m.day DESC, m.state IN ('failed', 'unsure') DESC, m.id DESC LIMIT 50`,
    );
    return { server: this.mailer.server, mails };
  }
}
