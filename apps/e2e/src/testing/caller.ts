import {
  callUrl,
  peopleRoutes,
  sessionRoutes,
  type Problem,
  type ResponseOf,
  type Route,
  type SessionView,
} from '@qingshan/contracts';
import type { Role } from '@qingshan/domain';
import type { z } from 'zod';
import { house, keepSecret, resident, type Resident, type Username } from './house';

type In<S> = S extends z.ZodType ? z.input<S> : never;

/** What a caller sends: the contract's input, before it is read. */
type Sent<R extends Route> = (R['params'] extends z.ZodObject
  ? { params: { [K in keyof In<R['params']>]: string | number } }
  : unknown) &
  (R['query'] extends z.ZodObject ? { query?: { [K in keyof In<R['query']>]?: unknown } } : unknown) &
  (R['body'] extends z.ZodObject ? { body: In<R['body']> } : unknown) & {
    headers?: Record<string, string>;
    /** For routes that carry an upload. */
    file?: File;
  };

const bodyOf = ({ body, file }: { body?: unknown; file?: File }): BodyInit | undefined => {
  if (!file) return body === undefined ? undefined : JSON.stringify(body);
  const form = new FormData();
  form.append('file', file);
  return form;
};

/** A program that talks to the API over the wire, with somebody's session. */
export const caller = (who: Username | Resident) => {
  const { cookie, csrfToken } = typeof who === 'string' ? resident(who) : who;
  const send = <R extends Route>(route: R, sent: Sent<R>): Promise<Response> => {
    const given = sent as Parameters<typeof callUrl>[1] & { body?: unknown; file?: File };
    const body = bodyOf(given);
    return fetch(house().url + callUrl(route, given), {
      method: route.method,
      body,
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...sent.headers,
      },
    });
  };
  return {
    send,
    /** For what has to succeed. */
    get: async <R extends Route>(route: R, sent: Sent<R>): Promise<ResponseOf<R>> => {
      const reply = await send(route, sent);
      if (!reply.ok) throw new Error(`${route.method} ${route.path}: ${reply.status} ${await reply.text()}`);
      return (await reply.json()) as ResponseOf<R>;
    },
  };
};

export type Caller = ReturnType<typeof caller>;

export const problemOf = async (reply: Response): Promise<Problem> => (await reply.json()) as Problem;

const signIn = async (username: string, password: string): Promise<Resident> => {
  const reply = await fetch(house().url + callUrl(sessionRoutes.signIn, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!reply.ok) throw new Error(`${username} could not sign in: ${reply.status}`);
  const [cookie = ''] = reply.headers.getSetCookie();
  const { csrfToken } = (await reply.json()) as SessionView;
  keepSecret(`the cookie of ${username}`, cookie.split(/[=;]/)[1] ?? '');
  keepSecret(`the CSRF token of ${username}`, csrfToken);
  return { username, password, cookie: cookie.split(';')[0] ?? '', csrfToken };
};

/** An account that the security administrator has just made: its password is still the generated one. */
export const freshAccount = async (username: string, role: Role, regionCode: string) => {
  const body = { username, name: username, role, regionCode };
  const { person, password } = await caller('secadmin').get(peopleRoutes.create, { body });
  keepSecret(`the first password of ${username}`, password);
  return { person, username, password };
};

/** An account of one's own for a journey that changes it, past its first sign-in. */
export const ownAccount = async (username: string, role: Role, regionCode: string): Promise<Resident> => {
  const { password } = await freshAccount(username, role, regionCode);
  const newPassword = 'Green-Hills-2026';
  keepSecret('the password of every account that was made', newPassword);
  const first = await signIn(username, password);
  await caller(first).get(sessionRoutes.changePassword, { body: { currentPassword: password, newPassword } });
  return { ...first, password: newPassword };
};
