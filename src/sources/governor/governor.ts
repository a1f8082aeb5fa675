import type { Pool, PoolClient } from 'pg';
import { run, sqlFile } from '../../database/sql.js';
import { transaction } from '../../database/transaction.js';
import type { SourceName } from '../../domain/source.js';
import { SECOND } from '../../domain/time.js';
import { periodEnd, periodsOf, windowOf, type QuotaLimits } from './limits.js';
import type { Pause, PauseRequest, Permit, Verdict } from './verdict.js';

const LOCK = sqlFile(import.meta.url, 'lock-source.sql');
const STATE = sqlFile(import.meta.url, 'source-state.sql');
const RESERVE = sqlFile(import.meta.url, 'reserve.sql');
const REFUND = sqlFile(import.meta.url, 'refund.sql');
const PAUSE = sqlFile(import.meta.url, 'pause.sql');
const RECOVER = sqlFile(import.meta.url, 'recover.sql');

/**
 * A reservation counts for the window and this much longer, as a call reaches upstream some time after it was
 * let through: half of it is for us to send it, half for its way there.
 */
const ON_ITS_WAY = 2 * SECOND;
/** Between two looks at what cannot be waited out by the clock. */
const GLANCE = SECOND;

interface State {
  at: Date;
  failures: number;
  reason: string | null;
  paused_ms: number;
  probing: boolean;
}

interface Reserved {
  granted: number;
  reservation: string | null;
  used_up: string[];
  wait_ms: number;
}

/**
 * The one gate before a source, shared by everything that calls it in every process: no minute, hour, day or
 * month sees more calls than the plan allows. The database keeps the count, by its own clock.
 */
export class Governor {
  constructor(
    private readonly pool: Pool,
    readonly source: SourceName,
    readonly limits: QuotaLimits,
  ) {}

  /**
   * Asks for permits.
   * @param wanted calls; fewer may be granted
   * @param weight what one call counts
   * @throws RangeError for a call that no limit ever lets through
   */
  async ask(wanted: number, weight = this.limits.liveWeight ?? 1): Promise<Verdict> {
    const limit = Math.min(this.limits.perMinute, ...periodsOf(this.limits, new Date()).map((p) => p.limit));
    if (weight > limit) {
      throw new RangeError(
        `A call to ${this.source} counts ${weight}, but its limits allow ${limit} at most.`,
      );
    }
    return this.#alone((client) => this.#decide(client, wanted, weight));
  }

  /** Gives back what was granted and not used. */
  async refund(permit: Permit, calls: number): Promise<void> {
    if (calls <= 0) return;
    const values = [this.source, permit.reservation, calls * permit.weight, permit.periods];
    await this.#alone((client) => run(client, REFUND, values));
  }

  /** Stops all replicas from calling for a while. */
  async pause({ wait, first, longest, reason, failure = true }: PauseRequest): Promise<Pause> {
    const seconds = [wait === null ? null : wait / SECOND, first / SECOND, longest / SECOND];
    const { rows } = await this.#alone((client) =>
      run<Pause>(client, PAUSE, [this.source, ...seconds, reason, failure]),
    );
    if (!rows[0]) throw new Error('The database answered an update without the row');
    return rows[0];
  }

  /** A call was answered: if it went ahead to see whether the source does, failures are forgotten. */
  async recover(permit: Permit): Promise<void> {
    if (permit.probe) await run(this.pool, RECOVER, [this.source, permit.reservation]);
  }

  /** Does something with the source's turnstile in hand. A frozen process holds it for ten seconds at most. */
  #alone<T>(task: (client: PoolClient) => Promise<T>): Promise<T> {
    return transaction(this.pool, async (client) => {
      const { rowCount } = await run(client, LOCK, [this.source]);
      if (rowCount === 0) {
        await client.query('INSERT INTO source_states (source) VALUES ($1) ON CONFLICT DO NOTHING', [
          this.source,
        ]);
        await run(client, LOCK, [this.source]);
      }
      return task(client);
    });
  }

  async #decide(client: PoolClient, wanted: number, weight: number): Promise<Verdict> {
    const { rows } = await run<State>(client, STATE, [this.source, this.#counted / SECOND]);
    const state = rows[0];
    if (!state) throw new Error(`The state of ${this.source} is gone`);
    if (state.paused_ms > 0)
      return { kind: 'PAUSED', wait: state.paused_ms, reason: state.reason ?? 'paused' };
    // Half open: after failures one call goes ahead, and all others wait to hear of it.
    const probe = state.failures > 0;
    if (probe && state.probing) return { kind: 'WAIT', wait: GLANCE };
    return this.#reserve(client, probe ? 1 : wanted, weight, { at: state.at, probe });
  }

  async #reserve(
    client: PoolClient,
    wanted: number,
    weight: number,
    { at, probe }: { at: Date; probe: boolean },
  ): Promise<Verdict> {
    const limits = periodsOf(this.limits, at);
    const periods = limits.map(({ period }) => period);
    const usableUntil = performance.now() + this.#onItsWay / 2;
    const { rows } = await run<Reserved>(client, RESERVE, [
      this.source,
      wanted,
      weight,
      this.limits.perMinute,
      this.#counted / SECOND,
      periods,
      limits.map(({ limit }) => limit),
    ]);
    const { granted: calls = 0, reservation = null, used_up: usedUp = [], wait_ms: wait = 0 } = rows[0] ?? {};
    if (reservation) return { kind: 'GRANTED', calls, probe, reservation, weight, periods, usableUntil };
    if (usedUp.length === 0) return { kind: 'WAIT', wait: Math.max(wait, 50) };
    const ends = usedUp.map((period) => periodEnd(period).getTime());
    return { kind: 'EXHAUSTED', resetsAt: new Date(Math.max(...ends)) };
  }

  get #onItsWay(): number {
    return Math.min(ON_ITS_WAY, windowOf(this.limits) / 2);
  }

  /** Milliseconds a reservation counts. */
  get #counted(): number {
    return windowOf(this.limits) + this.#onItsWay;
  }
}
