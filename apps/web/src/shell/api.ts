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

/** The answer to a call of the contract; also `not modified` where a tag went along. A refusal is thrown as `ApiProblem`. */
const answered = async <R extends Route>(
  target: R,
  call: CallOf<R>,
  options: ApiOptions,
  tag?: string,
): Promise<Response> => {
  const given = call as Parameters<typeof callUrl>[1] & { readonly body?: unknown };
  const body = bodyOf(given, options.file);
  const response = await send(
    callUrl(target, given),
    {
      method: target.method,
      headers: headersOf(target, options, body, tag),
      body,
      signal: options.signal,
      credentials: 'same-origin',
    },
    options.onSent,
  );
  connection.lastContact = performance.now();
  if (response.ok || (tag !== undefined && response.status === 304)) return response;
  const problem = problemFrom(response.status, await readJson(response));
  if (problem.code === 'not-signed-in' && connection.csrfToken) lostListeners.forEach((tell) => tell());
  throw problem;
};

/** Calls a route of the contract. */
export const api = async <R extends Route>(
  target: R,
  call: CallOf<R>,
  options: ApiOptions = {},
): Promise<ResponseOf<R>> => {
  const url = callUrl(target, call as Parameters<typeof callUrl>[1]);
  const held = target.method === 'GET' ? heldAnswer(url) : undefined;
  const response = await answered(target, call, options, held?.tag);
  if (held && response.status === 304) return held.answer as ResponseOf<R>;
  const answer = await readJson(response);
  const tag = response.headers.get('ETag');
  if (target.method === 'GET' && tag) holdAnswer(url, { tag, answer });
  // The server validates its own replies against this very route, so the type holds without parsing twice.
  return answer as ResponseOf<R>;
};

/** Calls a route that answers with a file. */
export const apiFile = async <R extends Route>(
  target: R,
  call: CallOf<R>,
  options: ApiOptions = {},
): Promise<Blob> => (await answered(target, call, options)).blob();

/** Calls a route that answers line by line, and tells each line as it comes in. */
export const apiLines = async <R extends Route>(
  target: R,
  call: CallOf<R>,
  onLine: (line: string) => void,
  options: ApiOptions = {},
): Promise<void> => {
  const reader = (await answered(target, call, options)).body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  }
};
