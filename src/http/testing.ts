import { once } from 'node:events';
import net from 'node:net';
import pg from 'pg';
import { createApi, type ApiOptions } from '../graphql/server.js';
import { pricing } from '../app/pricing.js';
import { ADMIN_KEY, TEST_CONFIG } from '../graphql/testing/api.js';
import { createLogger } from '../logger.js';
import { testDatabase } from '../testing/database.js';
import { createHttpServer, type HttpServerOptions } from './server.js';

export interface TestServer {
  url: string;
  pool: pg.Pool;
  /** Lines logged so far. */
  log: string[];
  /** Statements that the API sent so far. */
  statements(): number;
  /** Subscriptions that run now, and the connections that carry them. */
  subscribers(): number;
  liveConnections(): number;
  stop(): Promise<void>;
}

/** The HTTP host with its API on a database of its own, on a free port of loopback. */
export async function testServer(
  options: Partial<HttpServerOptions> = {},
  apiOptions: Partial<ApiOptions> = {},
): Promise<TestServer> {
  const database = await testDatabase();
  const server = await testReplica(database.url, options, apiOptions);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

/** The same on a database that others share. */
export async function testReplica(
  databaseUrl: string,
  options: Partial<HttpServerOptions> = {},
  apiOptions: Partial<ApiOptions> = {},
): Promise<TestServer> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
  let statements = 0;
  const counted = {
    query: (...args: [pg.QueryConfig, unknown[]?]) => {
      statements += 1;
      return pool.query(...args);
    },
    connect: () => {
      statements += 1;
      return pool.connect();
    },
    options: pool.options,
  } as Pick<pg.Pool, 'query' | 'connect' | 'options'>;
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => log.push(line) });
  const api = createApi({
    readPool: counted,
    writePool: counted,
    databaseUrl,
    config: TEST_CONFIG,
    pricing: pricing(TEST_CONFIG),
    keys: { admin: ADMIN_KEY, read: undefined },
    logger,
    nextRuns: () => [],
    ...apiOptions,
  });
  const isReady = () => Promise.resolve(true);
  const server = createHttpServer({ api, host: '127.0.0.1', port: 0, logger, isReady, ...options });
  return {
    url: await server.listen(),
    pool,
    log,
    statements: () => statements,
    subscribers: () => api.subscriptions(),
    liveConnections: () => server.liveConnections(),
    stop: async () => {
      await server.close();
      await pool.end();
    },
  };
}

/** Sends bytes as they are; answers what came back until the connection closed. */
export async function sendBytes(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
