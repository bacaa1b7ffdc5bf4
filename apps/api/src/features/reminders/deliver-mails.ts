import { Inject, Injectable } from '@nestjs/common';
import { retryAfterMinutes } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Mailer, type Outcome } from '../../platform/mail/mailer';
import { REMINDING } from './reminding';

const MINUTE_MS = 60_000;
/** Longer than any sending takes: whoever was at it is gone. */
const GIVEN_UP_MS = 10 * MINUTE_MS;

interface Taken {
  readonly id: number;
  readonly personId: number;
  readonly day: string;
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly disabled: boolean;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
}

/** Locks one mail that waits; another process takes another. */
const TAKE = `
  UPDATE mail m SET state = 'sending', attempts = attempts + 1, begun_at = $1, next_at = NULL
  FROM person p WHERE p.id = m.person_id AND m.id = (
    SELECT id FROM mail WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING m.id, m.person_id AS "personId", m.day, p.name, p.username, p.email, p.disabled_at IS NOT NULL AS disabled,
    m.subject, m.body, m.attempts`;

/**
 * Sends what waits. That a mail is on its way is committed before it goes: a process killed in the middle leaves a mail
 * of which nobody knows, and nobody sends it again.
 */
@Injectable()
export class DeliverMails {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async run(isStopped: () => boolean): Promise<void> {
    await this.giveUpLost();
    while (!isStopped()) {
      const mail = await this.take();
      if (!mail) return;
      await this.keep(mail, await this.send(mail));
    }
  }

  private take(): Promise<Taken | undefined> {
    return this.database.write(REMINDING, async (tx) => {
      tx.preparesOnly();
      const [mail] = await tx.rows<Taken>(TAKE, [this.clock.now()]);
      return mail;
    });
  }

  private async send({ id, day, name, email, disabled, subject, body }: Taken): Promise<Outcome> {
    if (email === null || disabled) return { state: 'never', error: 'the account has no address any more' };
    return this.mailer.send({ id: `${day}.${id}`, to: { name, address: email }, subject, text: body });
  }

  private async keep(mail: Taken, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    const minutes = outcome.state === 'later' ? retryAfterMinutes(mail.attempts) : null;
    if (minutes !== null && outcome.state === 'later') {
      await this.database.write(REMINDING, async (tx) => {
        tx.preparesOnly();
        await tx.rows(
          `UPDATE mail SET state = 'waiting', next_at = $2, error = $3 WHERE id = $1 AND state = 'sending'`,
          [mail.id, new Date(now.getTime() + minutes * MINUTE_MS), outcome.error],
        );
      });
      return;
    }
    const sent = outcome.state === 'sent';
    await this.database.write(REMINDING, async (tx) => {
      await tx.rows(`UPDATE mail SET state = $2, sent_at = $3, error = $4, body = NULL WHERE id = $1`, [
        mail.id,
        sent ? 'sent' : outcome.state === 'unsure' ? 'unsure' : 'failed',
        sent ? now : null,
        sent ? null : outcome.error,
      ]);
      await tx.record({
        action: sent ? 'reminder.sent' : 'reminder.failed',
        ...(!sent && { outcome: 'refused' as const }),
        subject: mail.username,
        personId: mail.personId,
        detail: { mailId: mail.id },
      });
    });
  }

  /** What a killed process left on its way. */
  private async giveUpLost(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - GIVEN_UP_MS);
    const [lost] = await this.database.rows(
      `SELECT FROM mail WHERE state = 'sending' AND begun_at < $1 LIMIT 1`,
      [before],
    );
    if (!lost) return;
    await this.database.write(REMINDING, async (tx) => {
      const mails = await tx.rows<Pick<Taken, 'id' | 'personId' | 'username'>>(
        `UPDATE mail m SET state = 'unsure', body = NULL, error = 'the process that sent it was stopped'
         FROM person p WHERE p.id = m.person_id AND m.state = 'sending' AND m.begun_at < $1
         RETURNING m.id, m.person_id AS "personId", p.username`,
        [before],
      );
      tx.preparesOnly();
      await tx.record(
        ...mails.map(({ id, personId, username }) => ({
          action: 'reminder.failed' as const,
          outcome: 'refused' as const,
          subject: username,
          personId,
          detail: { mailId: id },
        })),
      );
    });
  }
}
