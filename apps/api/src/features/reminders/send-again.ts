import { Inject, Injectable } from '@nestjs/common';
import type { Outbox } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Mailer } from '../../platform/mail/mailer';
import { ComposeDigests, type Reader } from './compose-digests';
import { MAILS, MAY_AGAIN, OutboxQueries } from './outbox.queries';

interface Failed extends Reader {
  readonly day: string;
  readonly state: Outbox['mails'][number]['state'];
  readonly username: string;
  readonly isLast: boolean;
  readonly mayAgain: boolean;
}

const FAILED = `
  SELECT m.day, m.state, p.id AS "personId", p.name, p.username, p.role, p.region_code AS "regionCode",
    coalesce(r.language, 'zh') AS language, ${MAY_AGAIN} AS "mayAgain",
    NOT EXISTS (SELECT FROM mail l WHERE l.person_id = m.person_id AND l.day > m.day) AS "isLast"
  FROM ${MAILS} WHERE m.id = $1 FOR UPDATE OF m`;

/** The row of today, new or that which failed: whatever came between leaves it as it is. */
const AGAIN = `
  INSERT INTO mail AS m (person_id, day, state, subject, body, next_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (person_id, day) DO UPDATE SET state = excluded.state, subject = excluded.subject, body = excluded.body,
    next_at = excluded.next_at, attempts = 0, error = NULL
  WHERE m.state = 'failed' RETURNING m.id`;

/**
 * Has a mail that was surely not taken written anew, and leaves it to the next round to send it. It is the mail of today:
 * with it the day has had its one.
 */
@Injectable()
export class SendAgain {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ComposeDigests) private readonly compose: ComposeDigests,
    @Inject(OutboxQueries) private readonly outbox: OutboxQueries,
  ) {}

  async run(caller: Caller, id: number): Promise<Outbox> {
    await this.database.write(caller, async (tx) => {
      const failed = await this.failed(tx, id);
      if (!this.mailer.server) throw refused('service-unavailable');
      const today = this.clock.today();
      const digest = await this.compose.digestOf(failed, today);
      const [again] = await tx.rows<{ id: number }>(AGAIN, [
        failed.personId,
        today,
        ...(digest
          ? ['waiting', digest.subject, digest.text, this.clock.now()]
          : ['nothing', '', null, null]),
      ]);
      if (!again) throw refused('already-done');
      await tx.record({
        action: 'reminder.again',
        subject: failed.username,
        detail: { mailId: again.id },
      });
      return null;
    });
    return this.outbox.read();
  }

  private async failed(tx: WriteTx, id: number): Promise<Failed> {
    const [mail] = await tx.rows<Failed>(FAILED, [id]);
    if (!mail) throw refused('not-found');
    if (mail.mayAgain) return mail;
    throw refused(
      mail.state === 'unsure' || (mail.state === 'failed' && mail.isLast) ? 'mail-not-again' : 'already-done',
    );
  }
}
