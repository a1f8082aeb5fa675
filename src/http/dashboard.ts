import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assetRoutes, builtFolder, pageHeaders, wantsHtml } from './pages.js';

/** No script and no style that stands in the page itself, and no text that becomes a script. */
const PAGE_HEADERS = pageHeaders({ 'require-trusted-types-for': "'script'" });

/**
 * The dashboard at `/`: files made by the build, named by their content and kept by browsers for good; the page itself
 * is asked for each time. Whoever does not ask for HTML is told in words what there is.
 * @param folder of the built dashboard
 */
export function dashboardRoutes(app: FastifyInstance, folder = builtFolder('dashboard')): void {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) assetRoutes(app, folder, { prefix: '/assets/', decorateReply: true });
  app.get('/', (request, reply) => {
    reply.header('vary', 'accept');
    const wantsPage = wantsHtml(request);
    if (!wantsPage || !isBuilt) return sayWhatThereIs(reply, wantsPage);
    return reply
      .headers({ ...PAGE_HEADERS, 'cache-control': 'no-cache' })
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
