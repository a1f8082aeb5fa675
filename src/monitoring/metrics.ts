import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from an answer out of memory to a statement that is cut. */
const QUICK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Seconds: runs take from a moment to hours. */
const SLOW = [0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200];

/** Everything this process counts by itself; what the database knows is in database-gauges.ts. */
export function createMetrics(registry = new Registry()) {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: Label[]
  ) => new Histogram({ name, help, labelNames, buckets, registers });
  return {
    registry,
    httpSeconds: histogram(
      'weather_http_request_duration_seconds',
      'Time to answer HTTP requests, by route and status',
      QUICK,
      'route',
      'status',
    ),
    operationSeconds: histogram(
      'weather_graphql_request_duration_seconds',
      'Time to answer GraphQL requests, by operation name (rare ones: other) and outcome (ok, errors, refused)',
      QUICK,
      'operation',
      'outcome',
    ),
    executionSeconds: histogram(
      'weather_graphql_execution_duration_seconds',
      'Time in resolvers with their SQL, by operation name (rare ones: other); not of answers from memory',
      QUICK,
      'operation',
    ),
    answerCache: counter(
      'weather_answer_cache_requests_total',
      'GraphQL requests by what the cache of answers gave: hit, miss, or off where it was not asked',
      'result',
    ),
    sqlSeconds: histogram(
      'weather_sql_statement_duration_seconds',
      'Time of SQL statements as the driver sees it, by the name of their file (unnamed ones: other)',
      QUICK,
      'statement',
    ),
    sqlErrors: counter(
      'weather_sql_errors_total',
      'SQL statements that failed, cancelled ones among them, by the name of their file',
      'statement',
    ),
    upstreamSeconds: histogram(
      'weather_upstream_call_duration_seconds',
      'Time of calls to sources, by source, kind (current, archive, forecast) and outcome',
      QUICK,
      'source',
      'kind',
      'outcome',
    ),
    runSeconds: histogram(
      'weather_run_duration_seconds',
      'Time of runs that ended in this process, by job and status (SUCCEEDED, PARTIAL, FAILED, INTERRUPTED)',
      SLOW,
      'job',
      'status',
    ),
    alertDeliveries: counter(
      'weather_alert_deliveries_total',
      'Alerts posted to the webhook, by outcome (delivered, failed)',
      'outcome',
    ),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** A number that is looked up when somebody asks. */
export function liveGauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
