import type { AccessRule } from '@qingshan/domain';
import type { z } from 'zod';

/**
 * One line of the route table: the one truth that the API validates by, the page is typed by and OpenAPI is printed from.
 * Queries arrive as text: their schemas read text; lists are comma-separated (see `list` in ../values.ts).
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  /** Required, so that a route without an access rule does not compile. */
  readonly may: AccessRule;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly response: z.ZodType;
  /** Success status; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** `file` streams bytes out, `upload` takes one file as multipart field `file`. Everything else is JSON both ways. */
  readonly carries?: 'json' | 'file' | 'upload';
  /** What a `file` is; CSV unless told. */
  readonly media?: string;
}

type Out<S> = S extends z.ZodType ? z.output<S> : Record<never, never>;

/** What a caller gives and a handler gets: parameters, query and body after validation. */
export type CallOf<R extends Route> = (R['params'] extends z.ZodObject
  ? { params: Out<R['params']> }
  : unknown) &
  (R['query'] extends z.ZodObject ? { query: Out<R['query']> } : unknown) &
  (R['body'] extends z.ZodObject ? { body: Out<R['body']> } : unknown);

export type ResponseOf<R extends Route> = z.output<R['response']>;

export const route = <
  const M extends Route['method'],
  const P extends Route['path'],
  const S extends Omit<Route, 'method' | 'path'>,
>(
  method: M,
  path: P,
  spec: S,
) => ({ method, path, ...spec });

/** The address of a call under `/api`: parameters filled in, query as text, absent values left out. */
export const callUrl = (
  target: Pick<Route, 'path'>,
  call: { params?: Record<string, unknown>; query?: Record<string, unknown> },
): string => {
  const path = target.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(call.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
};

export type BodyOf<R extends Route> = Out<R['body']>;
