import { callUrl, type CallOf, type ResponseOf, type Route } from '@qingshan/contracts';
import { forgetAnswers, heldAnswer, holdAnswer } from './held-answers';
import { ApiProblem, problemFrom } from './problem';
import { sendWithProgress } from './send-with-progress';

interface ApiOptions {
  /** From TanStack Query: a request nobody waits for any more is given up. */
  readonly signal?: AbortSignal;
  /** The same key twice does the thing once. */
  readonly idempotencyKey?: string;
  /** For routes that carry an upload. */
  readonly file?: File;
  /** Told how much of an upload has gone out, from 0 to 1. */
  readonly onSent?: (share: number) => void;
}

interface Connection {
  csrfToken: string | null;
  /** When the server last heard from this page, on the monotonic clock. */
  lastContact: number;
}

const connection: Connection = { csrfToken: null, lastContact: 0 };
const lostListeners = new Set<() => void>();

export const rememberCsrfToken = (token: string | null): void => {
  if (token !== connection.csrfToken) forgetAnswers();
  connection.csrfToken = token;
};

export const minutesSinceContact = (): number => (performance.now() - connection.lastContact) / 60_000;

/** Told when a session that was there is gone. The page stays; only a dialog asks to sign in again. */
export const onSessionLost = (listener: () => void): (() => void) => {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
};

/** A key for one attempt to do a thing. Works without HTTPS, where `crypto.randomUUID` does not exist. */
export const idempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const bodyOf = (call: { readonly body?: unknown }, file: File | undefined): BodyInit | undefined => {
  if (file) {
    const form = new FormData();
    form.append('file', file);
    return form;
  }
  return call.body === undefined ? undefined : JSON.stringify(call.body);
};

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const headersOf = (
  target: Route,
  options: ApiOptions,
  body: BodyInit | undefined,
  tag: string | undefined,
): HeadersInit => ({
  Accept: 'application/json',
  ...(tag !== undefined && { 'If-None-Match': tag }),
  ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
  ...(target.method !== 'GET' && connection.csrfToken && { 'X-CSRF-Token': connection.csrfToken }),
  ...(options.idempotencyKey && { 'Idempotency-Key': options.idempotencyKey }),
});

const send = async (url: string, init: RequestInit, onSent: ApiOptions['onSent']): Promise<Response> => {
  try {
    return await (onSent ? sendWithProgress(url, init, onSent) : fetch(url, init));
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem('unreachable', 0, null);
  }
};

/** Calls a route of the contract. A refusal is thrown as `ApiProblem`. */
export const api = async <R extends Route>(
  target: R,
  call: CallOf<R>,
  options: ApiOptions = {},
): Promise<ResponseOf<R>> => {
  const given = call as Parameters<typeof callUrl>[1] & { readonly body?: unknown };
  const body = bodyOf(given, options.file);
  const url = callUrl(target, given);
  const held = target.method === 'GET' ? heldAnswer(url) : undefined;
  const response = await send(
    url,
    {
      method: target.method,
      headers: headersOf(target, options, body, held?.tag),
      body,
      signal: options.signal,
      credentials: 'same-origin',
    },
    options.onSent,
  );
  connection.lastContact = performance.now();
  if (held && response.status === 304) return held.answer as ResponseOf<R>;
  const answer = await readJson(response);
  const tag = response.headers.get('ETag');
  if (response.ok && target.method === 'GET' && tag) holdAnswer(url, { tag, answer });
  // The server validates its own replies against this very route, so the type holds without parsing twice.
  if (response.ok) return answer as ResponseOf<R>;
  const problem = problemFrom(response.status, answer);
  if (problem.code === 'not-signed-in' && connection.csrfToken) lostListeners.forEach((tell) => tell());
  throw problem;
};
