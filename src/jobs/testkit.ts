import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import { requestRun, type RunRequest } from '../database/run-requests.js';
import type { SourceName } from '../domain/source.js';
import { MINUTE } from '../domain/time.js';
import { loadPending } from '../load/load-pending.js';
import { createLogger, type Logger } from '../logger.js';
import { parsePayload, parserVersion } from '../sources/parse.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import type { LoggedCall } from '../sources/demo/call-log.js';
import { Governor } from '../sources/governor/governor.js';
import type { QuotaLimits } from '../sources/governor/limits.js';
import { openMeteo } from '../sources/open-meteo/client.js';
import { HOURLY_VARIABLES } from '../sources/open-meteo/variables.js';
import { archiveWeight } from '../sources/open-meteo/weight.js';
import { openWeatherMap } from '../sources/openweathermap/client.js';
import type { WeatherArchive, WeatherSource } from '../sources/source.js';
import { testDatabase } from '../testing/database.js';
import { ActiveRun } from './active-run.js';
import type { BackfillDependencies } from './backfill/backfill.js';
import { beginRun } from './begin.js';
import { claim } from './claim.js';
import { fetchCities } from './fetch/fetch.js';
import type { FetchScope } from './fetch/cities.js';
import type { FetchDependencies } from './fetch/sweep.js';
import { DEFAULT_LEASE } from './lease.js';
import type { JobResult } from './worker.js';

/** A key that is looked for where it must not be. */
export const CANARY = 'canary0123456789abcdef0123456789';
/** No hindrance unless a test says otherwise. */
export const PLENTY: QuotaLimits = { perMinute: 10_000 };
/** Of a call, milliseconds: upstream is on loopback, but the machine may be busy. */
const DEADLINE = 10_000;

export interface TestCity {
  city_id: number;
  failures: number;
  claimed: boolean;
  last_fetched_at: Date | null;
  /** Minutes until it is due; negative when it is. */
  due_in: number;
}

/** Where calls wait from the given one on: a process that goes no further, as if killed or frozen. */
export class Gate {
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #calls = 0;
  #reach: () => void = () => undefined;
  #open: () => void = () => undefined;

  constructor(private readonly from: number) {
    this.reached = new Promise((resolve) => (this.#reach = resolve));
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  async pass(): Promise<void> {
    this.#calls += 1;
    if (this.#calls < this.from) return;
    this.#reach();
    await this.#opened;
  }

  open(): void {
    this.#open();
  }
}

/** Waits until something is so, some seconds at most. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 800 && !(await condition()); tries += 1) await sleep(25);
}

/** A database, processes that share it, and an upstream on loopback: all real but for the weather. */
export class TestWorld {
  readonly lines: string[] = [];
  readonly logger: Logger = createLogger('trace', { write: (line: string) => void this.lines.push(line) });
  readonly #runs: ActiveRun[] = [];

  private constructor(
    /** One a process. */
    readonly pools: Pool[],
    readonly upstream: DemoUpstream,
    readonly close: () => Promise<void>,
  ) {}

  static async open(processes = 1): Promise<TestWorld> {
    const database = await testDatabase();
    const silent = createLogger('silent');
    const pools = Array.from({ length: processes }, () => openPool(database.url, JOB_LIMITS, silent));
    const upstream = await startDemoUpstream({ logger: silent });
    return new TestWorld(pools, upstream, async () => {
      await upstream.stop();
      await Promise.all(pools.map((pool) => pool.end()));
      await database.drop();
    });
  }

  get pool(): Pool {
    return this.#poolOf(0);
  }

  #poolOf(process: number): Pool {
    const pool = this.pools[process];
    if (!pool) throw new RangeError(`no process ${process}`);
    return pool;
  }

  /** Forgets all rows, faults and log lines. */
  async reset(): Promise<void> {
    for (const run of this.#runs.splice(0)) run.stopBeating();
    await this.pool
      .query(`TRUNCATE cities, tracked_cities, payloads, observations, latest_observations, rejects,
                             stale_hours, runs, source_states, call_reservations, quota_usage RESTART IDENTITY`);
    this.upstream.setFaults([]);
    this.lines.splice(0);
  }

  /** Cities 1 to count, half a degree apart, followed; the first is a minute overdue for each city after it. */
  async follow(count: number, everyMinutes = 15, source: SourceName = 'OPENWEATHERMAP'): Promise<void> {
    await this.pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       SELECT id, 'Place', 'Place', 'XX', -50 + id % 200 / 2.0, 10 + id / 200 / 2.0, 'Etc/UTC', 'place'
         FROM generate_series(1, $1::int) AS id`,
      [count],
    );
    await this.pool.query(
      `INSERT INTO tracked_cities (city_id, source, interval_minutes, next_due_at)
       SELECT id, $2::source, $3::int, now() - make_interval(secs => 1 + 60.0 * ($1::int - id) / $1::int)
         FROM generate_series(1, $1::int) AS id`,
      [count, source, everyMinutes],
    );
  }

  /** Where a city is, for faults that strike it alone. */
  placeOf(cityId: number): { latitude: number; longitude: number } {
    return { latitude: -50 + (cityId % 200) / 2, longitude: 10 + Math.floor(cityId / 200) / 2 };
  }

  /** What a fetch in one of the processes needs; the real client against the simulated upstream. */
  dependencies(process = 0, limits: QuotaLimits = PLENTY, deadline = DEADLINE): FetchDependencies {
    const pool = this.#poolOf(process);
    const { logger, upstream } = this;
    const source = openWeatherMap({ baseUrl: upstream.url, apiKey: CANARY, logger, deadline });
    return { pool, source, governor: new Governor(pool, source.name, limits) };
  }

  /** Open-Meteo's client, live and history, against the simulated upstream. */
  meteo(): WeatherSource & WeatherArchive {
    const { logger, upstream } = this;
    return openMeteo({ url: upstream.url, archiveUrl: upstream.url, logger, deadline: DEADLINE });
  }

  /** What a backfill needs. */
  archive(limits: QuotaLimits = PLENTY): BackfillDependencies {
    const archive = this.meteo();
    const weigh = (days: number): number => archiveWeight(HOURLY_VARIABLES.length, days, 1);
    return { pool: this.pool, archive, governor: new Governor(this.pool, archive.name, limits), weigh };
  }

  /** A run that is under way. */
  async begin(job: 'FETCH' | 'REFRESH' = 'FETCH'): Promise<ActiveRun> {
    const run = await beginRun(this.pool, job, 'test', {}, this.logger);
    this.#runs.push(run);
    return run;
  }

  /** Asks for a run and takes it, as the worker does. */
  async request(request: Pick<RunRequest, 'job' | 'parameters' | 'window'>): Promise<ActiveRun> {
    await requestRun(this.pool, { trigger: 'CLI', requestedBy: 'test', ...request });
    return this.take(request.job);
  }

  /** Takes the run of a job that waits, or whose owner is dead. */
  async take(job: RunRequest['job']): Promise<ActiveRun> {
    const row = await claim(this.pool, job, 'test', DEFAULT_LEASE);
    if (!row) throw new Error(`no run of ${job} to take`);
    const run = new ActiveRun(row, this.pool, DEFAULT_LEASE, this.logger);
    this.#runs.push(run);
    return run;
  }

  /** Fetches what is due, or as the scope says, to the end of the run. */
  async fetch(deps = this.dependencies(), scope: Partial<FetchScope> = {}): Promise<JobResult> {
    const run = await this.begin(scope.fetchedBefore ? 'REFRESH' : 'FETCH');
    const { name: source } = deps.source;
    const result = await fetchCities(deps, run, { source, cityIds: null, fetchedBefore: null, ...scope });
    await run.finish(result.status, result.error ?? null);
    return result;
  }

  /** Loads what was landed, by the real parsers. */
  async load(): Promise<void> {
    const fence = (): Promise<void> => Promise.resolve();
    await loadPending(this.pool, { parse: parsePayload, parserVersion, fence, runId: '1' });
  }

  async cities(): Promise<TestCity[]> {
    const { rows } = await this.pool.query<TestCity>(
      `SELECT city_id, failures, claimed_until IS NOT NULL AS claimed, last_fetched_at,
              extract(epoch FROM next_due_at - now())::float8 / 60 AS due_in
         FROM tracked_cities ORDER BY city_id`,
    );
    return rows;
  }

  /** Ids of the cities that a fetch would ask for now, most overdue first. */
  async due(): Promise<number[]> {
    const { rows } = await this.pool.query<{ city_id: number }>(
      'SELECT city_id FROM tracked_cities WHERE next_due_at <= now() ORDER BY next_due_at',
    );
    return rows.map((row) => row.city_id);
  }

  /** Calls that reached upstream, and for which city. */
  asked(since = 0): number[] {
    return this.calls(since).map(({ latitude, longitude }) => {
      return Math.round(((latitude ?? NaN) + 50) * 2) + Math.round(((longitude ?? NaN) - 10) * 2) * 200;
    });
  }

  calls(since = 0): readonly LoggedCall[] {
    return this.upstream.log.entries.slice(since);
  }

  /** Minutes for which a source is paused yet; 0 when it is not. */
  async pausedMinutes(): Promise<number> {
    const { rows } = await this.pool.query<{ minutes: number }>(
      `SELECT extract(epoch FROM paused_until - now())::float8 / 60 AS minutes FROM source_states`,
    );
    return Math.max(0, rows[0]?.minutes ?? 0);
  }

  /** Seconds that the pause which stands was meant to last. */
  async pauseLength(): Promise<number> {
    const { rows } = await this.pool.query<{ seconds: number }>(
      'SELECT extract(epoch FROM paused_until - updated_at)::float8 AS seconds FROM source_states',
    );
    return Math.round((rows[0]?.seconds ?? 0) * 10) / 10;
  }

  /** Lets time pass for everything the database knows. */
  async letPass(minutes: number): Promise<void> {
    const values = [minutes * (MINUTE / 1000)];
    const past = 'make_interval(secs => $1::float8)';
    await this.pool.query(
      `UPDATE tracked_cities SET next_due_at = next_due_at - ${past}, claimed_until = claimed_until - ${past},
              last_fetched_at = last_fetched_at - ${past}`,
      values,
    );
    await this.pool.query(
      `UPDATE source_states SET paused_until = paused_until - ${past}, updated_at = updated_at - ${past}`,
      values,
    );
    await this.pool.query(`UPDATE call_reservations SET at = at - ${past}`, values);
    await this.pool.query(`UPDATE runs SET lease_until = lease_until - ${past}`, values);
  }
}
