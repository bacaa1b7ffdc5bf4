import fastifyStatic from '@fastify/static';
import { openApiDocument } from '@qingshan/contracts';
import type { FastifyInstance } from 'fastify';
// Not the package itself: that would load the whole page into this process.
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { VERSION } from '../version';

const INITIALIZER = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  supportedSubmitMethods: [],
});
`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Qingshan 青山 API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/initializer.js"></script>
  </body>
</html>
`;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** The contract as OpenAPI 3.1, and a page to read it. */
export const serveApiDocs = async (fastify: FastifyInstance): Promise<void> => {
  const document = JSON.stringify(openApiDocument(VERSION));
  fastify.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
  fastify.get('/api/docs', (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(PAGE),
  );
  fastify.get('/api/docs/initializer.js', (_request, reply) =>
    reply.type('text/javascript').send(INITIALIZER),
  );
  await fastify.register(fastifyStatic, {
    root: absolutePath(),
    prefix: '/api/docs/',
    decorateReply: false,
    index: false,
    // Of all the package holds, what the page above asks for.
    allowedPath: (path) => /^\/swagger-ui(?:-bundle\.js|\.css)$/.test(path),
  });
};
