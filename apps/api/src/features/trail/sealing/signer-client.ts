import { request } from 'node:http';
import {
  signedHead,
  signerView,
  type SignedHead,
  type SignerView,
  type SignRequest,
} from '../../../signer/protocol';

export const SIGNER = Symbol('SIGNER');

/** Nobody answers at the socket: entries wait. */
export class SignerAway extends Error {}

/** It answers, and does not sign: what is asked for does not continue what it signed before. */
export class SignerRefuses extends Error {}

/** Where signatures come from. */
export interface AsksSigner {
  view(origin: string): Promise<SignerView>;
  sign(wanted: SignRequest): Promise<SignedHead>;
}

const PATIENCE_MS = 5_000;
const REFUSED = 409;

/** A signer in another process, asked over its socket. */
export const signerAt = (socket: string): AsksSigner => ({
  view: async (origin) =>
    signerView.parse(await ask(socket, 'GET', `/?origin=${encodeURIComponent(origin)}`)),
  sign: async (wanted) => signedHead.parse(await ask(socket, 'POST', '/', JSON.stringify(wanted))),
});

const ask = (socketPath: string, method: string, path: string, body = ''): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const away = (error: Error) => reject(new SignerAway(error.message));
    const asked = request({ socketPath, method, path, timeout: PATIENCE_MS }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.once('error', away);
      reply.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (reply.statusCode === 200) resolve(JSON.parse(text));
        else if (reply.statusCode === REFUSED) reject(new SignerRefuses(text));
        else reject(new SignerAway(text));
      });
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', away);
    asked.end(body);
  });
