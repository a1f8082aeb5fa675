import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { landingPage } from './landing-page.js';
import { assetRoutes, builtFolder, pageHeaders, wantsHtml } from './pages.js';

/** Stands in the built page where each answer has a nonce of its own. */
const PLACE = '%NONCE%';

/**
 * The GraphQL IDE at `/graphql`, for browsers that go there: a GET for HTML without a question. Everything else goes on
 * to the API. Where the IDE is not built, the page says in words how to ask.
 * @param folder of the built IDE
 * @returns what stands before the API
 */
export function idePage(app: FastifyInstance, folder = builtFolder('ide')) {
  const file = path.join(folder, 'index.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (page !== undefined) assetRoutes(app, folder, { prefix: '/ide/assets/', decorateReply: false });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const isQuestion = /[?&](query|extensions)=/.test(request.url);
    if (request.method !== 'GET' || isQuestion || !wantsHtml(request)) return undefined;
    return page === undefined ? landingPage(request, reply) : send(page, reply);
  };
}

/** A nonce may serve once: nobody keeps the page. */
function send(page: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .type('text/html; charset=utf-8')
    .headers(pageHeaders(policy(nonce)))
    .headers({ vary: 'accept', 'cache-control': 'no-store' })
    .send(page.replace(PLACE, nonce));
}

/**
 * Monaco, the editor, writes style elements (they bear the nonce) and lays out its lines by style attributes, which it
 * writes as HTML: those are let in, too. They can change how an element looks, and neither run nor fetch anything.
 */
function policy(nonce: string): Record<string, string> {
  return {
    'style-src-elem': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'worker-src': "'self'",
  };
}
