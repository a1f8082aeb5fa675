/** The server under attack: what `npm start` serves, with the limits it has by default, without jobs or kept answers. */
import { httpLimits } from '../../app/http-limits.js';
import { pricing } from '../../app/pricing.js';
import { loadConfig, type Environment } from '../../config/load.js';
import { API_LIMITS, openPool } from '../../database/pool.js';
import { createApi } from '../../graphql/server.js';
import { createHttpServer } from '../../http/server.js';
import { createLogger } from '../../logger.js';

/** Settings that differ from the program's own, as JSON. */
const [databaseUrl = '', settings = '{}'] = process.argv.slice(2);
const logger = createLogger('fatal');
const config = loadConfig({ WEATHER_SOURCE: 'demo', ...(JSON.parse(settings) as Environment) });
const pool = openPool(databaseUrl, API_LIMITS, logger);
const api = createApi({
  readPool: pool,
  writePool: pool,
  databaseUrl,
  config,
  pricing: pricing(config),
  keys: { admin: 'nobody writes in a benchmark', read: undefined },
  logger,
  nextRuns: () => [],
});
const isReady = (): Promise<boolean> => Promise.resolve(true);
const { limits, live } = httpLimits(config);
const server = createHttpServer({ api, host: '127.0.0.1', port: 0, logger, isReady, limits, live });
process.stdout.write(`${await server.listen()}\n`);
