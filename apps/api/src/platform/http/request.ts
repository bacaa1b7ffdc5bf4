import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Actor } from '@qingshan/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Anonymous, Caller } from './caller';
import { refused } from './refused';

/** A request as the platform knows it: the session guard adds who it is. */
export type Request = FastifyRequest & { actor?: Actor; session?: SessionFacts };

/** What the session guard found behind the cookie. */
interface SessionFacts {
  readonly token: string;
  readonly username: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
}

/** Both ends of the wire, for the few handlers that set a cookie or must notice that the reader left. */
export interface Exchange {
  readonly request: Request;
  readonly reply: FastifyReply;
}

const KEY = /^[\w-]{8,100}$/;

/** Who calls, from where, and whether the request is to have its effect once. */
export const callerOf = (request: Request): Anonymous | Caller => {
  const place = { address: addressOf(request), requestId: request.id };
  if (!request.actor) return { actor: null, ...place };
  const key = request.headers['idempotency-key'];
  if (key === undefined) return { actor: request.actor, ...place };
  if (typeof key !== 'string' || !KEY.test(key))
    throw refused('invalid-input', { header: 'Idempotency-Key', allowed: '8–100 letters, digits, - or _' });
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { actor: request.actor, ...place, once: { key, requestHash } };
};

/** A proxy that writes anything but an address is noted itself: a badly set one must not stop every write. */
const addressOf = (request: Request): string =>
  isIP(request.ip) > 0 ? request.ip : (request.socket.remoteAddress ?? '::');
