import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { SECOND } from '../domain/time.js';
import type { Api } from '../graphql/server.js';
import type { Logger } from '../logger.js';
import { inflateBody } from './body.js';
import { dashboardRoutes } from './dashboard.js';
import { answerErrors } from './errors.js';
import { healthRoutes, type Readiness } from './health.js';
import { landingPage } from './landing-page.js';
import { schemaRoute } from './schema.js';

/** Bytes of a request's body at most, after inflation. The longest query we answer is a tenth of it. */
const BODY_LIMIT = 100 * 1024;
/** Time that running requests get when the server closes; more than any statement may take. */
const LONGEST_CLOSE = 10 * SECOND;
/** Milliseconds between looks for connections that ran out of requests since the server began to close. */
const IDLE_CHECK = 100;

export interface HttpServerOptions {
  /** Absent in a process that only works: /graphql is not there then. */
  api?: Api | undefined;
  host: string;
  port: number;
  logger: Logger;
  /** Whether the warehouse can answer; a rejection means no. */
  isReady: () => Promise<boolean>;
  /** Folder of the built dashboard; where the build puts it by default. */
  dashboard?: string;
  /** Milliseconds a client may take to send; tests take less patience. */
  patience?: Patience;
}

interface Patience {
  /** For the head of a request, from the connection's start on. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** How often connections are looked through for those that took longer. */
  check: number;
}

const PATIENCE: Patience = { headers: 10 * SECOND, request: 15 * SECOND, check: 2 * SECOND };

export interface HttpServer {
  /** Opens the port. @returns where it is reached: http://127.0.0.1:4000 */
  listen(): Promise<string>;
  /** Lets running requests end, and takes no more. */
  close(): Promise<void>;
}

/**
 * The HTTP host: GraphQL, health, the schema's text. Until the warehouse is ready, GraphQL answers 503. No CORS
 * headers: browsers let other sites' pages read nothing.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const app = createApp(options);
  let closed: Promise<void> | undefined;
  return {
    listen: async () => {
      await options.api?.server.start();
      if (options.api) graphqlRoutes(app, options.api, options.isReady);
      if (options.api) dashboardRoutes(app, options.dashboard);
      const { host, port } = options;
      return (await app.listen({ host, port })).replace('0.0.0.0', '127.0.0.1').replace('[::]', '[::1]');
    },
    close: () => (closed ??= close(app, options)),
  };
}

function createApp({ logger, isReady, patience = PATIENCE }: HttpServerOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: patience.request,
    forceCloseConnections: 'idle',
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.check },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });
  app.addHook('preParsing', inflateBody);
  answerErrors(app, logger);
  healthRoutes(app, isReady);
  schemaRoute(app);
  return app;
}

function graphqlRoutes(app: FastifyInstance, api: Api, isReady: Readiness): void {
  const url = '/graphql';
  app.route({
    url,
    method: ['GET', 'POST'],
    preHandler: [landingPage, untilReady(isReady)],
    handler: fastifyApolloHandler(api.server, {
      context: (request: FastifyRequest) =>
        Promise.resolve(
          api.contextFor({ authorization: request.headers.authorization, address: request.ip }),
        ),
    }),
  });
  app.route({
    url,
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (_request, reply) =>
      reply.code(405).header('allow', 'GET, POST').send(refusal('GraphQL is asked by GET or POST.')),
  });
}

const refusal = (message: string) => ({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });

/** Before the tables are there and filled, a query could only fail in odd ways. Once ready, nothing is asked. */
function untilReady(isReady: Readiness) {
  let wasReady = false;
  return async (_request: FastifyRequest, reply: Reply): Promise<unknown> => {
    wasReady ||= await isReady().catch(() => false);
    if (wasReady) return undefined;
    const message = 'The warehouse is starting: its database is not ready yet. Try again in a few seconds.';
    const body = { errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
    return reply.code(503).header('retry-after', '2').send(body);
  };
}

type Reply = Parameters<typeof landingPage>[1];

async function close(app: FastifyInstance, { api }: HttpServerOptions): Promise<void> {
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
