import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Env } from '../env';
import { ENV } from '../platform.tokens';

export interface Letter {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/**
 * `later` was not taken and may be tried again; `never` was refused for good. `unsure` broke off while the text was on its
 * way: it may have arrived, so that it is not sent twice it is not sent again.
 */
export type Outcome =
  { readonly state: 'sent' } | { readonly state: 'later' | 'never' | 'unsure'; readonly error: string };

const WAIT_MS = 15_000;

/** The mail server the settings name, if they name one. */
@Injectable()
export class Mailer {
  /** Null where no server is set: then nothing is sent. */
  readonly server: { readonly host: string; readonly from: string } | null;
  /** Where the links in a mail lead. */
  readonly page: string;
  private readonly options: ReturnType<typeof optionsOf> | null;

  constructor(@Inject(ENV) { QINGSHAN_SMTP, QINGSHAN_MAIL_FROM, QINGSHAN_PUBLIC_URL }: Env) {
    const url = QINGSHAN_SMTP === undefined ? null : new URL(QINGSHAN_SMTP);
    this.options = url && optionsOf(url);
    this.server = url && { host: url.host, from: QINGSHAN_MAIL_FROM ?? '' };
    this.page = (QINGSHAN_PUBLIC_URL ?? '').replace(/\/+$/, '');
  }

  async send({ id, to, subject, text }: Letter): Promise<Outcome> {
    if (!this.options || !this.server) throw new Error('no mail server is set');
    const transport = createTransport(this.options);
    let begun = false;
    // Read only once the server has said that it takes the text.
    const body = Readable.from(
      (function* () {
        begun = true;
        yield Buffer.from(text);
      })(),
    );
    try {
      await transport.sendMail({
        messageId: `<${id}@${this.server.from.split('@')[1]}>`,
        from: { name: '青山 Qingshan', address: this.server.from },
        to,
        subject,
        text: body,
        textEncoding: 'base64',
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { state: 'sent' };
    } catch (error) {
      return outcomeOf(error, begun);
    } finally {
      transport.close();
    }
  }
}

const outcomeOf = (error: unknown, begun: boolean): Outcome => {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
  // A no to the recipient or the text is about this mail; a no before that is about the server, and may pass.
  if (responseCode >= 500 && /^(?:RCPT TO|DATA)$/.test(command)) return { state: 'never', error: said };
  return { state: begun && responseCode === 0 ? 'unsure' : 'later', error: said };
};

/** `smtps` speaks TLS from the first byte, `smtp` must change to it before anything is said, unless told `?tls=none`. */
const optionsOf = (url: URL) => {
  const secure = url.protocol === 'smtps:';
  const plain = !secure && url.searchParams.get('tls') === 'none';
  const [user, pass] = [url.username, url.password].map(decodeURIComponent);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    tls: { minVersion: 'TLSv1.2' as const },
    ...(user && { auth: { user, pass: pass ?? '' } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};
