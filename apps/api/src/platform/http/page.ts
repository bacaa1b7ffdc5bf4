import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Env } from '../env';
import type { OutsideHosts } from '../outside-hosts';

/**
 * Nothing from another host but pictures of the one that an administrator named, no script in the page; styles that
 * antd makes at run time carry the nonce (R11, S47).
 */
const policy = (nonce: string, secure: boolean, pictures: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data: blob:", ...pictures.map((host) => `https://${host}`)].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/** Serves the built page: hashed assets for a year, every other address as the page itself, so that links can be shared. */
export const servePage = async (
  fastify: FastifyInstance,
  folder: string,
  env: Env,
  outside: OutsideHosts,
): Promise<void> => {
  const root = resolve(folder);
  const html = await readFile(join(root, 'index.html'), 'utf8');
  const page = async (reply: FastifyReply) => {
    const pictures = await outside.pictures();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policy(nonce, env.QINGSHAN_PUBLIC_SCHEME === 'https', pictures))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll('__NONCE__', nonce));
  };
  await fastify.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
  fastify.get('/favicon.svg', (_request, reply) =>
    reply.sendFile('favicon.svg', root, { maxAge: '1d', immutable: false }),
  );
  fastify.get('/', (_request, reply) => page(reply));
  fastify.get('/*', (request, reply) => {
    const isPage =
      !request.url.startsWith('/api/') && !/\.[a-z0-9]{1,5}$/i.test(request.url.split('?')[0] ?? '');
    return isPage ? page(reply) : reply.callNotFound();
  });
};
