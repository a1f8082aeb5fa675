import type { Pool } from 'pg';
import type { Config } from '../config/load.js';
import { SECOND } from '../domain/time.js';
import type { Logger } from '../logger.js';
import { DatabaseGauges } from '../monitoring/database-gauges.js';
import { createMetrics, liveGauge, type Metrics } from '../monitoring/metrics.js';
import { PoolObserver } from '../monitoring/pool.js';
import { RequestObserver } from '../monitoring/requests.js';
import { serveMetrics, type MetricsServer } from '../monitoring/server.js';
import { openTracing, type Tracing } from '../monitoring/tracing.js';
import { quotaPeriods } from './quota-periods.js';

/** What the API and the HTTP host know of themselves when they are asked. */
export interface LiveFigures {
  liveConnections: () => number;
  subscriptions: () => number;
  cacheBytes: () => number;
  exportsRunning: () => number;
  /** Milliseconds that the read replica is behind; absent without one. */
  replicaLag?: (() => number) | undefined;
}

const REPLICA_LAG = 'What the read replica is behind; NaN when one of the two servers does not answer';

const none = (): number => 0;

/** Of a process that answers nobody. */
export const IDLE: LiveFigures = {
  liveConnections: none,
  subscriptions: none,
  cacheBytes: none,
  exportsRunning: none,
};

/** What watches the program: metrics always, for they cost next to nothing; traces if somebody collects them. */
export interface Monitoring {
  metrics: Metrics;
  tracing: Tracing;
  requests: RequestObserver;
  /** Times the statements of these pools. */
  observe(pools: Readonly<Record<string, Pool>>): void;
  /** Opens /metrics on its own address, if there is one. @returns its URL */
  serve(db: Pool, figures: LiveFigures): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startMonitoring(config: Config, logger: Logger): Promise<Monitoring> {
  const metrics = createMetrics();
  const tracing = await openTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT);
  let server: MetricsServer | undefined;
  return {
    metrics,
    tracing,
    requests: new RequestObserver(metrics, tracing),
    observe: (pools) => new PoolObserver(metrics, tracing).observe(pools),
    serve: async (db, figures) => {
      if (config.METRICS_PORT === undefined) return undefined;
      const collect = exposition(metrics, db, config, figures);
      server = await serveMetrics({ host: config.METRICS_HOST, port: config.METRICS_PORT, collect, logger });
      return server.url;
    },
    stop: async () => {
      await server?.close();
      await tracing.stop();
    },
  };
}

/** Everything /metrics shows, registered; @returns what writes it down */
export function exposition(metrics: Metrics, db: Pool, config: Config, figures: LiveFigures) {
  const { registry } = metrics;
  const quotas = () => quotaPeriods(config, new Date());
  const database = new DatabaseGauges(registry, db, quotas, config.source);
  const { liveConnections, subscriptions, cacheBytes, exportsRunning } = figures;
  liveGauge(registry, 'weather_live_connections', 'WebSockets and event streams open now', liveConnections);
  liveGauge(registry, 'weather_subscriptions', 'Subscriptions that run now', subscriptions);
  liveGauge(registry, 'weather_answer_cache_bytes', 'Memory that kept answers take', cacheBytes);
  liveGauge(registry, 'weather_exports_running', 'Exports that read from the database now', exportsRunning);
  const { replicaLag: lag } = figures;
  if (lag) liveGauge(registry, 'weather_replica_lag_seconds', REPLICA_LAG, () => lag() / SECOND);
  return async (): Promise<{ text: string; type: string }> => {
    await database.refresh();
    return { text: await registry.metrics(), type: registry.contentType };
  };
}
