import { randomUUID } from 'node:crypto';
import type { Http2SecureServer } from 'node:http2';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Env } from '../env';
import { serveApiDocs } from './api-docs';
import { answersOutsideRoutes } from './outside-routes';
import { OutsideHosts } from '../outside-hosts';
import { servePage } from './page';
import { securityHeaders } from './security-headers';

const MEGABYTE = 1024 * 1024;
/** The largest ledger taken in; the archive guard looks at what is inside. */
const LARGEST_FILE = 64 * MEGABYTE;

export const fastifyOptions = (env: Env): FastifyServerOptions & { http2?: Http2SecureServer } => ({
  logger: env.LOG_LEVEL === 'silent' ? false : { level: env.LOG_LEVEL },
  logController: new LogController({ disableRequestLogging: true }),
  genReqId: () => randomUUID(),
  // Proxies of ours, by address: an X-Forwarded-For that anybody else sends is only text (S49).
  trustProxy: env.QINGSHAN_TRUST_PROXY === '' ? false : env.QINGSHAN_TRUST_PROXY,
  bodyLimit: MEGABYTE,
  forceCloseConnections: 'idle',
  requestTimeout: 120_000,
  ...answersOutsideRoutes(env),
});

/** Everything between the wire and the handlers: limits, headers, cookies, compression, documents and the page. */
export const setUpHttp = async (app: NestFastifyApplication, env: Env): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // A form or a text from another site could pose as JSON: only JSON and uploads are read (S27).
  fastify.removeContentTypeParser('text/plain');
  const headers = securityHeaders(env);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await app.register(cookie as never);
  await app.register(
    multipart as never,
    { limits: { fileSize: LARGEST_FILE, files: 1, fields: 0, parts: 2 } } as never,
  );
  await app.register(
    compress as never,
    {
      encodings: ['gzip'],
      threshold: 2048,
      zlibOptions: { level: 1 },
      // Exports stream for minutes and are hashed as they are; static files come compressed.
      customTypes: /^application\/(problem\+)?json/,
    } as never,
  );
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (/^\/api(?:[/?]|$)/.test(request.url)) void reply.header('cache-control', 'no-store');
    done();
  });
  await serveApiDocs(fastify);
  if (env.WEB_DIST) await servePage(fastify, env.WEB_DIST, env, app.get(OutsideHosts));
};
