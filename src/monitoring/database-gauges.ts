import { Gauge, type Registry } from 'prom-client';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { SECOND } from '../domain/time.js';

const GAUGES = sqlFile(import.meta.url, 'database-gauges.sql');
/** However many scrapers there are, the database is asked this often at most. */
const OLDEST = 5 * SECOND;

/** A quota's limit in the period that runs now: 2026-11, 2026-11-24, 2026-11-24T09. */
export interface PeriodLimit {
  source: string;
  period: string;
  limit: number;
}

interface Facts {
  sources: { source: string; paused: boolean; failures: number }[];
  freshness: { source: string; cities: number; stale: number; worst: number; median: number }[];
  quota: Record<string, number>;
  rejects: Record<string, number>;
  queue: { job: string; status: string; runs: number }[];
  ended: { job: string; at: number }[];
  payloads_pending: number;
  stale_hours: number;
  checks: { name: string; severity: string; failing: number }[];
  alerts: Record<string, number>;
  alerts_undelivered: number;
}

/** By the length of their names: a UTC month, day or hour. */
const PERIOD_OF_LENGTH: Readonly<Record<number, string>> = { 7: 'month', 10: 'day', 13: 'hour' };

/** What the database knows of the pipeline, whichever process did the work: asked for by one statement, before a scrape. */
export class DatabaseGauges {
  readonly #gauges: ReturnType<typeof makeGauges>;
  #refreshed = -Infinity;
  #refreshing: Promise<void> | undefined;

  constructor(
    registry: Registry,
    private readonly db: Queryable,
    private readonly quotas: () => PeriodLimit[],
    private readonly source: string,
  ) {
    this.#gauges = makeGauges(registry);
  }

  /** Brings the gauges up to date. Never throws: without a database they are absent, and weather_database_up is 0. */
  refresh(): Promise<void> {
    if (performance.now() - this.#refreshed < OLDEST) return Promise.resolve();
    this.#refreshing ??= this.#read().finally(() => {
      this.#refreshed = performance.now();
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #read(): Promise<void> {
    const quotas = this.quotas();
    let facts: Facts | undefined;
    try {
      const { rows } = await run<Facts>(this.db, GAUGES, [this.source, quotas.map(({ period }) => period)]);
      facts = rows[0];
    } catch {
      facts = undefined;
    }
    for (const gauge of Object.values(this.#gauges)) gauge.reset();
    this.#gauges.up.set(facts ? 1 : 0);
    if (facts) this.#set(facts, quotas);
  }

  #set(facts: Facts, quotas: readonly PeriodLimit[]): void {
    const g = this.#gauges;
    for (const { source, paused, failures } of facts.sources) {
      g.paused.set({ source }, paused ? 1 : 0);
      g.failures.set({ source }, failures);
    }
    for (const { source, cities, stale, worst, median } of facts.freshness) {
      g.cities.set({ source }, cities);
      g.staleCities.set({ source }, stale);
      g.worst.set({ source }, worst);
      g.median.set({ source }, median);
    }
    for (const { source, period: name, limit } of quotas) {
      const period = PERIOD_OF_LENGTH[name.length] ?? 'other';
      g.quotaLimit.set({ source, period }, limit);
      g.quotaLeft.set({ source, period }, Math.max(0, limit - (facts.quota[name] ?? 0)));
    }
    for (const [reason, count] of Object.entries(facts.rejects)) g.rejects.set({ reason }, count);
    for (const { job, status, runs } of facts.queue) g.queue.set({ job, status }, runs);
    for (const { job, at } of facts.ended) g.ended.set({ job }, at);
    for (const { name: check, severity, failing } of facts.checks) g.checks.set({ check, severity }, failing);
    for (const [kind, count] of Object.entries(facts.alerts)) g.alerts.set({ kind }, count);
    g.payloads.set(facts.payloads_pending);
    g.hours.set(facts.stale_hours);
    g.undelivered.set(facts.alerts_undelivered);
  }
}

function makeGauges(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    up: gauge('weather_database_up', 'Whether the database answered when the metrics were read: 1 or 0'),
    paused: gauge('weather_source_paused', 'Whether calls to a source are paused: 1 or 0', 'source'),
    failures: gauge('weather_source_consecutive_failures', 'Failures of a source in a row', 'source'),
    cities: gauge('weather_cities_followed', 'Cities followed, paused ones not counted', 'source'),
    staleCities: gauge(
      'weather_cities_stale',
      'Followed cities without news for three of their intervals and half an hour',
      'source',
    ),
    worst: gauge(
      'weather_freshness_worst_seconds',
      'Age of the newest observation of the city that waits longest',
      'source',
    ),
    median: gauge(
      'weather_freshness_median_seconds',
      'Age of the newest observation, half of the cities below it',
      'source',
    ),
    quotaLimit: gauge(
      'weather_quota_limit_calls',
      'Calls, weighted, that a source allows in the UTC month, day or hour that runs',
      'source',
      'period',
    ),
    quotaLeft: gauge('weather_quota_left_calls', 'Calls, weighted, that are left of it', 'source', 'period'),
    rejects: gauge(
      'weather_rejects_last_day',
      'Items refused in the last 24 hours (10,000 at most), by reason',
      'reason',
    ),
    queue: gauge('weather_runs', 'Runs that wait (REQUESTED) or work (RUNNING), by job', 'job', 'status'),
    ended: gauge(
      'weather_run_last_success_timestamp_seconds',
      'When a run of a job last ended SUCCEEDED or PARTIAL, seconds since 1970',
      'job',
    ),
    payloads: gauge('weather_payloads_pending', 'Raw answers that wait to be loaded, 100,000 at most'),
    hours: gauge('weather_stale_hours', 'Hours that wait to be summarised, 100,000 at most'),
    checks: gauge(
      'weather_data_check_failing',
      'Rows that the last data checks found fault with; 1 for a check that could not run',
      'check',
      'severity',
    ),
    alerts: gauge('weather_alerts_open', 'Alerts that are raised and not resolved, by kind', 'kind'),
    undelivered: gauge('weather_alerts_undelivered', 'Alerts that wait to be posted to the webhook'),
  };
}
