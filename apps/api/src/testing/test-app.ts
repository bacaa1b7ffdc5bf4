import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { callUrl, sessionRoutes, type Problem, type ResponseOf, type Route } from '@qingshan/contracts';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import type { z } from 'zod';
import { createApp } from '../create-app';
import { openHouses } from './houses';
import { TestClock } from './test-clock';
import { connected, openTestDatabase, testEnv, type Template } from './test-database';
import { PASSWORD, type TestUsername } from './test-people';
import { unrecorded } from './watch-writes';

type In<S> = S extends z.ZodType ? z.input<S> : never;

/** What a caller sends: the contract's input, before it is read. */
type Sent<R extends Route> = (R['params'] extends z.ZodObject
  ? { params: { [K in keyof In<R['params']>]: string | number } }
  : unknown) &
  (R['query'] extends z.ZodObject ? { query?: { [K in keyof In<R['query']>]?: unknown } } : unknown) &
  (R['body'] extends z.ZodObject ? { body: In<R['body']> } : unknown) & {
    headers?: Record<string, string>;
  };

interface Answer<T> {
  readonly status: number;
  /** What the contract promises for a success. */
  readonly body: T;
  /** The same, read as the problem document of a refusal. */
  readonly problem: Problem;
  readonly headers: LightMyRequestResponse['headers'];
  readonly bytes: Buffer;
}

/** Somebody signed in. */
export interface Visitor {
  call<R extends Route>(route: R, sent: Sent<R>): Promise<Answer<ResponseOf<R>>>;
  /** The same, for what has to succeed. */
  get<R extends Route>(route: R, sent: Sent<R>): Promise<ResponseOf<R>>;
  /** Any request at all, with cookie and token. */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  readonly headers: Record<string, string>;
  /** Somebody else of the same house, freshly signed in. */
  colleague(username: TestUsername): Promise<Visitor>;
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly url: string;
  /** Where documents are kept. */
  readonly files: string;
  /** The database past the API, to look behind it. */
  readonly sql: <T>(text: string, values?: unknown[]) => Promise<T[]>;
  as(username: TestUsername | (string & {}), password?: string): Promise<Visitor>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** The whole API over a fresh database, with a clock that stands still; `detour` puts something between the two. */
export const openTestApp = async (
  template: Template = 'empty',
  variables: NodeJS.ProcessEnv = {},
  detour: (databaseUrl: string) => Promise<string> = async (databaseUrl) => databaseUrl,
): Promise<TestApp> => {
  const database = await openTestDatabase(template);
  const clock = new TestClock();
  const files = mkdtempSync(join(tmpdir(), 'qingshan-files-'));
  const env = testEnv(await detour(database.url), { QINGSHAN_FILES: files, ...variables });
  const { app, close } = await createApp(env, clock, async () => undefined);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const visitors = new Map<string, Promise<Visitor>>();
  const inject = (options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject(options as never) as unknown as Promise<LightMyRequestResponse>;
  let closing: Promise<void> | undefined;
  const shut = async () => {
    openHouses.delete(house);
    await close();
    await pool.end();
    const silent = await connected(database.url, unrecorded);
    await database.drop();
    rmSync(files, { recursive: true, force: true });
    // Whatever a test had the product do, it was on record (S56).
    if (silent.length > 0) throw new Error(`written without an entry: ${silent.join(', ')}`);
  };
  const house: TestApp = {
    app,
    clock,
    url: database.url,
    files,
    sql: async <T>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as T[],
    as: (username, password = PASSWORD) => {
      const visitor = visitors.get(username) ?? signIn(inject, username, password);
      visitors.set(username, visitor);
      return visitor;
    },
    inject,
    close: () => (closing ??= shut()),
  };
  openHouses.add(house);
  return house;
};

type Inject = TestApp['inject'];

/** A new session, with its cookie and its token. */
export const signIn = async (inject: Inject, username: string, password = PASSWORD): Promise<Visitor> => {
  const reply = await inject({
    method: 'POST',
    url: callUrl(sessionRoutes.signIn, {}),
    payload: { username, password },
  });
  if (reply.statusCode !== 201) throw new Error(`${username} could not sign in: ${reply.body}`);
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
  return visitorWith(inject, { cookie, 'x-csrf-token': reply.json<{ csrfToken: string }>().csrfToken });
};

const visitorWith = (inject: Inject, headers: Record<string, string>): Visitor => {
  const injectMine: Inject = (options) =>
    inject({ ...options, headers: { ...headers, ...(options.headers as Record<string, string>) } });
  const call: Visitor['call'] = async (route, sent) => {
    const { body, headers: more } = sent as { body?: object; headers?: Record<string, string> };
    const reply = await injectMine({
      method: route.method,
      url: callUrl(route, sent as Parameters<typeof callUrl>[1]),
      headers: more ?? {},
      ...(body === undefined ? {} : { payload: body }),
    });
    const isJson = /[/+]json\b/.test(String(reply.headers['content-type']));
    const json: unknown = isJson ? reply.json() : reply.body;
    return {
      status: reply.statusCode,
      body: json as never,
      problem: json as Problem,
      headers: reply.headers,
      bytes: reply.rawPayload,
    };
  };
  return {
    call,
    get: async (route, sent) => {
      const answer = await call(route, sent);
      if (answer.status >= 300)
        throw new Error(
          `${route.method} ${route.path} answered ${answer.status}: ${JSON.stringify(answer.problem)}`,
        );
      return answer.body;
    },
    inject: injectMine,
    headers,
    colleague: (username) => signIn(inject, username),
  };
};
