import { REMINDER_FREQUENCIES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, id, idText, instant } from './values';

const frequency = z.enum(REMINDER_FREQUENCIES);
const language = z.enum(['zh', 'en']);

/** What becomes of a mail: it waits, is on its way, was taken, was refused for good, or nobody knows. */
const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'nothing'] as const;

const ownReminders = z
  .object({
    frequency,
    language,
    email: z.string().nullable().meta({ description: 'Set by the security administrator' }),
    /** Whether there is ever anything to write about to somebody of this role. */
    reminded: z.boolean(),
    /** Whether the system has been told of a mail server. */
    mailing: z.boolean(),
    version: z.int().nonnegative(),
  })
  .meta({ id: 'OwnReminders' });

export type OwnReminders = z.output<typeof ownReminders>;

const outbox = z
  .object({
    /** The mail server and the sender; null where none is set, and nothing is sent. */
    server: z.object({ host: z.string(), from: z.string() }).nullable(),
    mails: z.array(
      z.object({
        id,
        day,
        personName: z.string(),
        state: z.enum(MAIL_STATES),
        attempts: z.int(),
        nextAt: instant.nullable(),
        sentAt: instant.nullable(),
        error: z.string().nullable(),
        mayAgain: z.boolean().meta({ description: 'Not taken, the last of this person, and still wanted' }),
      }),
    ),
  })
  .meta({ id: 'Outbox' });

export type Outbox = z.output<typeof outbox>;

export const reminderRoutes = {
  own: route('GET', '/reminders', {
    summary: 'How often one is written to oneself, and in which language',
    may: 'self',
    response: ownReminders,
  }),
  change: route('PUT', '/reminders', {
    summary: 'Be written to daily, weekly or not at all',
    may: 'self',
    body: z.strictObject({ version: z.int().nonnegative(), frequency, language }),
    response: ownReminders,
  }),
  outbox: route('GET', '/mails', {
    summary: 'The mail server, and what became of the last mails; not what they said',
    may: 'system.read',
    response: outbox,
  }),
  again: route('POST', '/mails/:id/again', {
    summary: 'Write a mail that was not taken anew as of today, and send it; never one that may have arrived',
    may: 'mail.resend',
    params: z.object({ id: idText }),
    response: outbox,
  }),
};
