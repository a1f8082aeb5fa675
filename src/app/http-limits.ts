import type { Config } from '../config/load.js';
import type { HttpServerOptions } from '../http/server.js';

/** Operations that may wait for each one under way: with ten times the load everybody is answered, only later. */
const WAITING_PER_RUNNING = 10;

/** What clients may do, as the settings have it. */
export function httpLimits(config: Config): Required<Pick<HttpServerOptions, 'limits' | 'live'>> {
  const running = config.MAX_RUNNING_OPERATIONS;
  return {
    limits: {
      rate: {
        requests: config.RATE_LIMIT_REQUESTS_PER_MINUTE,
        cost: config.RATE_LIMIT_COST_PER_MINUTE,
      },
      refused: config.RATE_LIMIT_REFUSED_REQUESTS,
      admission: { running, waiting: WAITING_PER_RUNNING * running },
      connections: config.MAX_CONNECTIONS,
      trustProxy: config.TRUST_PROXY,
    },
    live: {
      connections: config.MAX_LIVE_CONNECTIONS,
      connectionsPerClient: config.MAX_LIVE_CONNECTIONS_PER_CLIENT,
    },
  };
}
