import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface Caught {
  readonly to: string[];
  /** As it came, headers and all. */
  readonly raw: string;
  readonly headers: string;
  readonly subject: string;
  readonly text: string;
}

interface Catcher {
  readonly port: number;
  readonly mails: Caught[];
  close(): Promise<void>;
}

const ENCODED = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

const decodeWord = (kind: string, text: string): Buffer =>
  kind.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : Buffer.from(
        text
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );

/** Words that were cut between the bytes of one sign are put together before they are read. */
const decodeHeader = (value: string): string => {
  const words = [...value.matchAll(ENCODED)].map(([, kind = '', text = '']) => decodeWord(kind, text));
  return words.length > 0 ? Buffer.concat(words).toString() : value;
};

const read = (to: string[], raw: string): Caught => {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const subject = /^Subject: (.*)$/im.exec(headers)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const text = /^Content-Transfer-Encoding: base64$/im.test(headers)
    ? Buffer.from(body, 'base64').toString()
    : body;
  return { to, raw, headers, subject: decodeHeader(subject.trim()), text };
};

/** A real mail server that keeps what it is given; `more` makes it refuse, drop or ask for a password. */
export const catchMail = async (more: SMTPServerOptions = {}, port = 0): Promise<Catcher> => {
  const mails: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(read(to, Buffer.concat(parts).toString()));
        done();
      });
    },
    ...more,
  });
  // A client that breaks off is no failure of the catcher.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** A mail server that says it takes the text and hangs up while it does. */
export const hangUpInTheText = async (): Promise<{ port: number; close(): Promise<void> }> => {
  const server = createServer((socket) => {
    let taking = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (taking) return socket.destroy();
      taking = /^DATA/i.test(data.toString());
      return socket.write(taking ? '354 go on\r\n' : '250 yes\r\n');
    });
    socket.write('220 here\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
