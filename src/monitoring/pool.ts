import type { Pool, PoolClient } from 'pg';
import { Gauge } from 'prom-client';
import type { Metrics } from './metrics.js';
import { NO_TRACING, type Span, type Tracing } from './tracing.js';

type Callback = (error: Error | undefined, result: unknown) => void;
type Query = (...args: unknown[]) => unknown;

/** What sqlFile() and templates append to the name of a file. */
const DIGEST = /(-[0-9a-f]{8}|\.\d+)$/;
const TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK)\b/i;
/** Statements that get a series of their own; the program has fewer. */
const MOST_STATEMENTS = 300;

/**
 * Times every statement of a pool, whichever way it is sent, and shows how full the pool is. Two clock readings and a
 * histogram's bucket a statement; with tracing a span, too.
 */
export class PoolObserver {
  readonly #names = new Map<string, string>();

  constructor(
    private readonly metrics: Metrics,
    private readonly tracing: Tracing = NO_TRACING,
  ) {}

  observe(pools: Readonly<Record<string, Pool>>): void {
    for (const pool of Object.values(pools)) {
      pool.on('connect', (client) => this.#wrap(client));
      if (this.tracing.isOn) keepContext(pool, this.tracing);
    }
    new Gauge({
      name: 'weather_pool_connections',
      help: 'Database connections of this process, by pool and state (busy, idle, and callers that wait: waiting)',
      labelNames: ['pool', 'state'],
      registers: [this.metrics.registry],
      collect() {
        for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
          this.set({ pool, state: 'busy' }, totalCount - idleCount);
          this.set({ pool, state: 'idle' }, idleCount);
          this.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  #wrap(client: PoolClient): void {
    const query = client.query.bind(client) as Query;
    const observed: Query = (...args) => {
      const [config] = args;
      // Streams and cursors go on for as long as somebody reads them.
      if (isSubmittable(config)) return query(...args);
      const ended = this.#begin(this.#nameOf(config));
      const callback = args.at(-1);
      if (typeof callback === 'function') {
        const noted: Callback = (error, result) => {
          ended(error);
          (callback as Callback)(error, result);
        };
        return query(...args.slice(0, -1), noted);
      }
      const result = query(...args) as Promise<unknown>;
      result.then(
        () => ended(undefined),
        (error: unknown) => ended(error),
      );
      return result;
    };
    client.query = observed as typeof client.query;
  }

  #begin(statement: string): (error: unknown) => void {
    const begun = performance.now();
    const span: Span | undefined = this.tracing.start(`SQL ${statement}`, { 'db.system.name': 'postgresql' });
    return (error) => {
      this.metrics.sqlSeconds.observe({ statement }, (performance.now() - begun) / 1_000);
      // An error of null is none, too.
      if (error) this.metrics.sqlErrors.inc({ statement });
      span?.end(Boolean(error));
    };
  }

  #nameOf(config: unknown): string {
    if (typeof config === 'string') return TRANSACTION.test(config) ? 'transaction' : 'other';
    const name = (config as { name?: string } | undefined)?.name;
    if (name === undefined) return 'other';
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_STATEMENTS) return 'other';
    const label = name.replace(DIGEST, '');
    this.#names.set(name, label);
    return label;
  }
}

const isSubmittable = (config: unknown): boolean =>
  typeof (config as { submit?: unknown } | undefined)?.submit === 'function';

/** Whoever waits for a connection is called back by the one that gave it up: spans must not get his parent. */
function keepContext(pool: Pool, tracing: Tracing): void {
  const connect = pool.connect.bind(pool) as (callback?: Query) => unknown;
  const bound = (callback?: Query): unknown => connect(callback && tracing.bind(callback));
  pool.connect = bound as typeof pool.connect;
}
