import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { signRequest } from './protocol';
import { NotConsistent, type Signer } from './signer';

const LARGEST_REQUEST = 64 * 1024;

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** The signer behind a socket: `GET /?origin=` says what it knows, `POST /` signs. Not reached by any network. */
export const serveSigner = async (signer: Signer, socket: string): Promise<Server> => {
  const server = createServer((request, reply) => {
    void answer(signer, request).then(({ status, body }) => {
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const isFile = process.platform !== 'win32';
  if (isFile) {
    mkdirSync(dirname(socket), { recursive: true, mode: 0o700 });
    if (await isServed(socket)) throw new Error(`another signer listens at ${socket}`);
    // What a killed one left behind.
    rmSync(socket, { force: true });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  // Who may ask is said by the folder: its group, where the API runs as another user.
  if (isFile) chmodSync(socket, 0o660);
  return server;
};

const isServed = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });

const answer = async (signer: Signer, request: IncomingMessage): Promise<Answer> => {
  try {
    const url = new URL(request.url ?? '/', 'http://signer');
    if (request.method === 'GET')
      return {
        status: 200,
        body: signer.view(signRequest.shape.origin.parse(url.searchParams.get('origin'))),
      };
    return { status: 200, body: signer.sign(signRequest.parse(JSON.parse(await textOf(request)))) };
  } catch (error) {
    const isNo = error instanceof NotConsistent;
    return { status: isNo ? 409 : 400, body: { error: isNo ? error.message : String(error).slice(0, 500) } };
  }
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_REQUEST) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
