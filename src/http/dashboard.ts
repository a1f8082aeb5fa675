import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the build puts the dashboard; the same from `src` and from `dist`. */
export const DASHBOARD = fileURLToPath(new URL('../../dist/dashboard', import.meta.url));

/** Everything from here and nothing from elsewhere; no script and no style that stands in the page itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

/**
 * The dashboard at `/`: files made by the build, named by their content and kept by browsers for good; the page itself
 * is asked for each time. Whoever does not ask for HTML is told in words what there is.
 * @param folder of the built dashboard
 */
export function dashboardRoutes(app: FastifyInstance, folder = DASHBOARD): void {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) {
    void app.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      index: false,
      wildcard: false,
    });
  }
  app.get('/', (request, reply) => {
    reply.header('vary', 'accept');
    const wantsPage = /\btext\/html\b/.test(request.headers.accept ?? '');
    if (!wantsPage || !isBuilt) return sayWhatThereIs(reply, wantsPage);
    return reply
      .headers(PAGE_HEADERS)
      .sendFile('index.html', folder, { immutable: false, maxAge: 0, cacheControl: false });
  });
}

function sayWhatThereIs(reply: FastifyReply, wantsPage: boolean): FastifyReply {
  const lines = [
    'weather-warehouse',
    '',
    'GraphQL   /graphql         by POST with JSON: {"query":"{ warehouse { observations } }"}',
    'Schema    /schema.graphql',
    'Health    /healthz, /readyz',
    wantsPage ? 'Dashboard not built: npm run build, then start again' : 'Dashboard this page, in a browser',
  ];
  return reply
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(`${lines.join('\n')}\n`);
}
