import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Refusal, RefusalCode } from '@qingshan/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/away';
import { isRefusedQuery, sqlState } from '../database/retry';
import { NotModified } from './held-answer';
import { PROBLEM_TYPE, problemOf } from './problem-document';
import { InvalidInput } from './read-call';
import { Refused } from './refused';

const STATUS_CODES: Partial<Record<number, RefusalCode>> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  406: 'invalid-input',
  408: 'invalid-input',
  411: 'invalid-input',
  413: 'too-large',
  414: 'too-large',
  415: 'invalid-input',
  429: 'too-many-requests',
  431: 'too-large',
};

/** What the database says, by SQLSTATE (assurance.md §3.7). */
const ofDatabase = (state: string): Refusal | null => {
  if (state === '23505') return { code: 'already-exists' };
  if (state === '23514' || state === '23503' || state === '23502')
    return { code: 'invalid-input', data: { state } };
  if (/^22/.test(state)) return { code: 'invalid-input', data: { state } };
  if (state === '40001' || state === '40P01' || state === '55P03') return { code: 'busy' };
  if (state === '53100') return { code: 'disk-full' };
  return null;
};

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refused) return error.refusal;
  const status =
    (error as { statusCode?: number }).statusCode ?? (error instanceof HttpException ? error.getStatus() : 0);
  const state = sqlState(error) ?? '';
  if (isDatabaseAway(error)) return { code: 'service-unavailable' };
  if (/^[0-9A-Z]{5}$/.test(state)) {
    const known = ofDatabase(state);
    if (known) return known;
  }
  if (isRefusedQuery(error)) return { code: 'internal' };
  return { code: STATUS_CODES[status] ?? 'internal' };
};

/** Answers every error as an RFC 9457 problem document. What is not a refusal is logged and told as `internal`, no more. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof NotModified) {
      void reply.status(304).send();
      return;
    }
    const refusal = refusalOf(error);
    const problem = problemOf(refusal, request.id, error instanceof InvalidInput ? error.fields : undefined);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const seconds = retryAfter(refusal);
    if (seconds !== null) void reply.header('retry-after', String(seconds));
    void reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}

/** When to come again, in seconds, where coming again helps. */
const retryAfter = ({ code, data }: Refusal): number | null => {
  if (code === 'service-unavailable') return 2;
  return code === 'too-many-requests' ? Number(data?.seconds ?? 60) : null;
};
