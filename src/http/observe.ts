import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '../logger.js';

/** Somebody who counts and times requests. */
export interface HttpMonitor {
  /** Whether requests are to be begun, for their spans. */
  readonly isTracing: boolean;
  begin(
    method: string,
    headers: IncomingMessage['headers'],
  ):
    | { within<T>(work: () => T): T; end(failed: boolean, attributes: Record<string, string | number>): void }
    | undefined;
  answered(request: { route: string; status: number; milliseconds: number }): void;
  operation(operation: AnsweredOperation): void;
}

export interface AnsweredOperation {
  name: string | undefined;
  outcome: 'ok' | 'errors' | 'refused';
  cache: 'hit' | 'miss' | 'off';
  milliseconds: number;
}

type Begun = NonNullable<ReturnType<HttpMonitor['begin']>>;

/** What a client may call its request; anything else gets a number of ours. */
const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The correlation id of a request: the client's X-Request-Id if it is a plain one. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * Gives every answer its correlation id, in `x-request-id`, and tells the log and the monitor of it: in the log at level
 * debug, failures of ours at warn. Only the route's pattern is told, never the URL: queries hold what people look for.
 */
export function observeRequests(
  app: FastifyInstance,
  logger: Logger,
  monitor: HttpMonitor | undefined,
): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  if (monitor?.isTracing) traceRequests(app, monitor);
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime: milliseconds } = reply;
    const route = routeOf(request);
    monitor?.answered({ route, status, milliseconds });
    const level = status >= 500 ? 'warn' : 'debug';
    if (!logger.isLevelEnabled(level)) return;
    const { id: correlationId, method } = request;
    logger[level](
      { correlationId, method, route, status, milliseconds: Math.round(milliseconds) },
      'Answered',
    );
  });
}

function traceRequests(app: FastifyInstance, monitor: HttpMonitor): void {
  const spans = new WeakMap<FastifyRequest, Begun>();
  // As late as may be: reading the body would lose the way back to the span.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = monitor.begin(`${request.method} ${routeOf(request)}`, request.headers);
    if (!span) {
      done();
      return;
    }
    spans.set(request, span);
    span.within(done);
  });
  app.addHook('onResponse', async (request, { statusCode }) => {
    const attributes = { 'http.response.status_code': statusCode, 'weather.request': request.id };
    spans.get(request)?.end(statusCode >= 500, attributes);
  });
}

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';
