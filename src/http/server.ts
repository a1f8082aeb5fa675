import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { SECOND } from '../domain/time.js';
import type { Api, Caller } from '../graphql/server.js';
import type { Pool } from 'pg';
import type { Logger } from '../logger.js';
import { authorizationOf, isAdministrator } from './authorization.js';
import { answers } from './answers.js';
import { BODY_LIMIT, inflateBody } from './body.js';
import { compressAnswer } from './compression.js';
import { dashboardRoutes } from './dashboard.js';
import { answerErrors, refuse, refuseAddress } from './errors.js';
import { exportRoutes } from './exports/routes.js';
import { healthRoutes, noted, type Readiness, type ReadyState } from './health.js';
import { idePage } from './ide.js';
import { Admission, ADMISSION, type AdmissionLimits } from './limits/admission.js';
import { readerOf } from './limits/leaving.js';
import { ListedRequests } from './listed.js';
import { observeRequests, requestId, type HttpMonitor } from './observe.js';
import { RateLimit, type RateLimits } from './limits/rate-limit.js';
import { Refusals } from './limits/refusals.js';
import { LIVE_LIMITS, LiveConnections, type LiveLimits } from './live/connections.js';
import { eventStream } from './live/event-stream.js';
import { webSockets } from './live/websocket.js';
import { schemaRoute } from './schema.js';
import { refuseUnreadable } from './unreadable.js';
import { refuseMalformed } from './well-formed.js';

/** Time that running requests get when the server closes; more than any statement may take. */
const LONGEST_CLOSE = 10 * SECOND;
/** Milliseconds between looks for connections that ran out of requests since the server began to close. */
const IDLE_CHECK = 100;

export interface HttpServerOptions {
  /** Absent in a process that only works: /graphql is not there then. */
  api?: Api | undefined;
  /** Connections for exports alone; when absent there are none. */
  exportPool?: Pool;
  host: string;
  port: number;
  logger: Logger;
  /** Whether the warehouse can answer; a rejection means no, and NotReadyError says why. */
  isReady: Readiness;
  /** What else /readyz says. */
  facts?: (() => Record<string, unknown>) | undefined;
  limits?: HttpLimits;
  /** What subscribers may hold. */
  live?: Partial<LiveLimits>;
  /** Folder of the built dashboard; where the build puts it by default. */
  dashboard?: string;
  /** The same of the GraphQL IDE. */
  ide?: string;
  /** Who counts and times requests. */
  monitor?: HttpMonitor;
  /** Milliseconds a client may take to send; tests take less patience. */
  patience?: Patience;
}

/** What clients may do; what is absent is not limited, as tests and benchmarks have it. */
export interface HttpLimits {
  rate?: RateLimits;
  /** Refused requests within ten seconds, of a client that is not answered more often than refused. */
  refused?: number;
  /** What is left out of it is as usual. */
  admission?: Partial<AdmissionLimits>;
  /** Open connections; more are refused before they say anything. */
  connections?: number;
  /** The proxies whose word about their clients' addresses counts: how many there are, or which. */
  trustProxy?: number | string[] | undefined;
}

interface Patience {
  /** For the head of a request, from the connection's start on. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** How often connections are looked through for those that took longer. */
  check: number;
}

export const PATIENCE: Patience = { headers: 10 * SECOND, request: 15 * SECOND, check: 2 * SECOND };

export interface HttpServer {
  /** Opens the port. @returns where it is reached: http://127.0.0.1:4000 */
  listen(): Promise<string>;
  /** WebSockets and event streams that are open now. */
  liveConnections(): number;
  /** Lets running requests end, and takes no more. */
  close(): Promise<void>;
}

/**
 * The HTTP host: GraphQL, health, the schema's text. Until the warehouse is ready, GraphQL answers 503. No CORS
 * headers: browsers let other sites' pages read nothing.
 */
export function createHttpServer(given: HttpServerOptions): HttpServer {
  const { state, isOpen } = noted(given.isReady);
  const options = { ...given, isReady: isOpen, state };
  const rate = new RateLimit(options.limits?.rate ?? { requests: 0, cost: 0 });
  const refusals = new Refusals({
    most: options.limits?.refused ?? 0,
    isAdministrator: (request) => isAdministrator(options.api, request),
  });
  const app = createApp(options, rate, refusals);
  const live = new LiveConnections({ ...LIVE_LIMITS, ...options.live });
  let closed: Promise<void> | undefined;
  return {
    listen: async () => {
      await options.api?.server.start();
      if (options.api)
        graphqlRoutes(app, options.api, { ...options, isReady: isOpen }, { live, rate, refusals });
      if (options.api) dashboardRoutes(app, options.dashboard);
      const { host, port, api, exportPool: pool, logger } = options;
      if (api && pool) exportRoutes(app, { api, pool, logger, ready: untilReady(isOpen) });
      return (await app.listen({ host, port })).replace('0.0.0.0', '127.0.0.1').replace('[::]', '[::1]');
    },
    liveConnections: () => live.size,
    close: () => (closed ??= close(app, live, options)),
  };
}

function createApp(
  {
    logger,
    state,
    facts,
    limits = {},
    patience = PATIENCE,
    monitor,
  }: HttpServerOptions & {
    state: () => Promise<ReadyState>;
  },
  rate: RateLimit,
  refusals: Refusals,
): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    genReqId: requestId,
    trustProxy: trusted(limits.trustProxy),
    requestTimeout: patience.request,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnreadable,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.check },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });
  observeRequests(app, logger, monitor);
  if (limits.connections !== undefined) app.server.maxConnections = limits.connections;
  app.addHook('onRequest', refusals.onRequest);
  app.addHook('onResponse', refusals.onResponse);
  app.addHook('onRequest', rate.onRequest);
  app.addHook('preParsing', inflateBody);
  answerErrors(app, logger);
  healthRoutes(app, state, facts);
  schemaRoute(app);
  return app;
}

function graphqlRoutes(
  app: FastifyInstance,
  api: Api,
  { isReady, limits, ide, monitor }: HttpServerOptions,
  { live, rate, refusals }: { live: LiveConnections; rate: RateLimit; refusals: Refusals },
): void {
  const url = '/graphql';
  const ready = untilReady(isReady);
  const admission = limits?.admission && new Admission({ ...ADMISSION, ...limits.admission });
  const listed = new ListedRequests(api);
  const sockets = webSockets(app, api, { connections: live, refusals });
  const unlessUpgrade =
    (handler?: PreHandler): PreHandler =>
    async (request, reply) =>
      sockets.isUpgrade(request) ? undefined : handler?.(request, reply);
  const callerOf = (request: FastifyRequest): Caller => ({
    authorization: authorizationOf(request),
    address: request.ip,
    requestId: request.id,
    spend: (cost) => rate.spend(request.ip, cost),
  });
  const answer = answers(app, {
    cache: api.answers,
    monitor,
    contextFor: (request, reply) =>
      api.contextFor({ ...callerOf(request), reader: readerOf(reply), listed: listed.of(request) }),
    compute: (context) => fastifyApolloHandler(api.server, { context }),
  });
  app.route({
    url,
    method: ['GET', 'POST'],
    onRequest: unlessUpgrade(admission?.onRequest),
    onSend: compressAnswer,
    preHandler: [
      idePage(app, ide),
      ready,
      refuseMalformed,
      unlessUpgrade(listed.preHandler),
      unlessUpgrade(admission?.preHandler),
    ],
    async handler(request, reply) {
      if (sockets.isUpgrade(request)) return sockets.accept(request, reply, callerOf(request));
      return answer.call(this, request, reply);
    },
  });
  app.route({
    url: `${url}/stream`,
    method: ['GET', 'POST'],
    preHandler: [ready, refuseMalformed],
    handler: (request, reply) =>
      eventStream(request, reply, { api, caller: callerOf(request), connections: live }),
  });
  app.route({
    url,
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (_request, reply) =>
      refuse(reply.header('allow', 'GET, POST'), 405, 'GraphQL is asked by GET or POST.'),
  });
}

type PreHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Of a number of proxies, those nearest to us. */
function trusted(
  proxies: HttpLimits['trustProxy'],
): string[] | false | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies ?? false;
}

/** Before the tables are there and filled, a query could only fail in odd ways. */
function untilReady(isOpen: Readiness) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (await isOpen()) return undefined;
    const message = 'The warehouse is starting: its database is not ready yet. Try again in a few seconds.';
    return refuse(reply.header('retry-after', '2'), 503, message, 'SERVICE_UNAVAILABLE');
  };
}

async function close(app: FastifyInstance, live: LiveConnections, { api }: HttpServerOptions): Promise<void> {
  live.close();
  await api?.stopLive();
  const patience = setTimeout(() => app.server.closeAllConnections(), LONGEST_CLOSE);
  // Clients keep a connection open after its last answer, and nobody else closes it.
  const sweeping = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK);
  try {
    await app.close();
  } finally {
    clearTimeout(patience);
    clearInterval(sweeping);
  }
  await api?.server.stop();
}
