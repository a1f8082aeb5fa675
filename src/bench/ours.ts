/** The program's own API as a contender: what `npm start` serves, without jobs. */
import { parseArgs } from 'node:util';
import { spareMemory } from '../app/memory.js';
import { API_LIMITS, openPool } from '../database/pool.js';
import { pricing } from '../app/pricing.js';
import { createApi } from '../graphql/server.js';
import { createHttpServer } from '../http/server.js';
import { createLogger } from '../logger.js';

spareMemory();
const { values } = parseArgs({ options: { database: { type: 'string' }, cache: { type: 'string' } } });
const MEGABYTE = 2 ** 20;
const logger = createLogger('warn');
const pool = openPool(values.database ?? '', API_LIMITS, logger);
const config = {
  demo: false,
  source: 'DEMO' as const,
  MOVING_AVERAGE_WINDOWS: [5, 24],
  FETCH_INTERVAL_MINUTES: 15,
  CALLS_PER_MINUTE: 55,
  CALLS_PER_MONTH: 1_000_000,
};
const api = createApi({
  readPool: pool,
  writePool: pool,
  databaseUrl: values.database ?? '',
  config,
  pricing: pricing(config),
  keys: { admin: 'not used by the benchmark', read: undefined },
  logger,
  nextRuns: () => [],
  answerCacheBytes: values.cache === '0' ? undefined : Number(values.cache) * MEGABYTE,
});
const isReady = (): Promise<boolean> => Promise.resolve(true);
const server = createHttpServer({
  api,
  host: '127.0.0.1',
  port: 0,
  logger,
  isReady,
  // The load generator's 64 connections at most all run.
  limits: { admission: { running: 64 } },
});
process.stdout.write(`${await server.listen()}/graphql\n`);
