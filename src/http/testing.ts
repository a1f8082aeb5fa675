import pg from 'pg';
import { createApi } from '../graphql/server.js';
import { ADMIN_KEY } from '../graphql/testing/api.js';
import { createLogger } from '../logger.js';
import { testDatabase } from '../testing/database.js';
import { createHttpServer, type HttpServerOptions } from './server.js';

export interface TestServer {
  url: string;
  pool: pg.Pool;
  /** Lines logged so far. */
  log: string[];
  stop(): Promise<void>;
}

/** The HTTP host with its API on a database of its own, on a free port of loopback. */
export async function testServer(options: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, options: '-c TimeZone=UTC' });
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => log.push(line) });
  const api = createApi({
    readPool: pool,
    writePool: pool,
    config: { demo: false, MOVING_AVERAGE_WINDOWS: [5, 24] },
    keys: { admin: ADMIN_KEY, read: undefined },
    logger,
    nextRuns: () => [],
  });
  const isReady = () => Promise.resolve(true);
  const server = createHttpServer({ api, host: '127.0.0.1', port: 0, logger, isReady, ...options });
  return {
    url: await server.listen(),
    pool,
    log,
    stop: async () => {
      await server.close();
      await pool.end();
      await database.drop();
    },
  };
}
