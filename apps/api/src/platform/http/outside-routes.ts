import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { RefusalCode } from '@qingshan/domain';
import type { FastifyReply, FastifyServerOptions } from 'fastify';
import type { Env } from '../env';
import { PROBLEM_TYPE, problemOf } from './problem-document';
import { securityHeaders } from './security-headers';

/** What the hooks send with every reply (set-up.ts), for the replies that are given before any hook runs. */
const headersOf = (env: Env): Record<string, string> => ({
  ...securityHeaders(env),
  'content-type': PROBLEM_TYPE,
  'cache-control': 'no-store',
});

type ClientError = Error & { code?: string };

const codeOf = (error: ClientError): RefusalCode =>
  error.code === 'HPE_HEADER_OVERFLOW' || error.code === 'FST_ERR_MAX_PARAM_LENGTH'
    ? 'too-large'
    : 'invalid-input';

/**
 * Requests that never reach a route: an address with broken percent encoding, an id of ten thousand signs, bytes that
 * are no HTTP. They get a problem document like everybody else.
 */
export const answersOutsideRoutes = (
  env: Env,
): Required<Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'>> => ({
  frameworkErrors: (error, request, reply) => {
    const problem = problemOf({ code: codeOf(error) }, request.id);
    // The option's own types ask for a reply schema that a request without a route cannot have.
    const open = reply as unknown as FastifyReply;
    void open.code(problem.status).headers(headersOf(env)).send(JSON.stringify(problem));
  },
  clientErrorHandler: (error: ClientError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const problem = problemOf({ code: codeOf(error) }, randomUUID());
    const body = JSON.stringify(problem);
    const head = Object.entries({
      ...headersOf(env),
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${head.join('\r\n')}\r\n\r\n${body}`,
    );
  },
});
