import type { Pool, PoolClient } from 'pg';
import { run, sqlFile } from '../../database/sql.js';
import { transaction } from '../../database/transaction.js';
import type { SourceName } from '../../domain/source.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { periodEnd, periodsOf, type QuotaLimits } from './limits.js';

const LOCK_STATE = sqlFile(import.meta.url, 'lock-state.sql');
const RESERVE = sqlFile(import.meta.url, 'reserve.sql');
const REFUND = sqlFile(import.meta.url, 'refund.sql');
const PAUSE = sqlFile(import.meta.url, 'pause.sql');
const RECOVER = sqlFile(import.meta.url, 'recover.sql');

/** A permit must be used within this time: a reservation counts for a minute and this long. */
const PERMIT_LIFE = 2 * SECOND;

/** Calls that may be made now, each within `PERMIT_LIFE`. */
export interface Permit {
  kind: 'GRANTED';
  calls: number;
  reservation: string;
  weight: number;
  periods: string[];
  grantedAt: number;
}

/** What the governor answers: go, wait (milliseconds), or why there is nothing to wait for. */
export type Verdict =
  | Permit
  | { kind: 'WAIT'; wait: number }
  | { kind: 'PAUSED'; wait: number; reason: string }
  | { kind: 'EXHAUSTED'; resetsAt: Date };

export interface PauseRequest {
  /** Milliseconds upstream asked for; null lets the pause grow by itself. */
  wait: number | null;
  first: number;
  longest: number;
  reason: string;
}

/** After 429 without a time: a minute, doubling to a quarter of an hour. */
export const THROTTLED_PAUSE = { first: MINUTE, longest: 15 * MINUTE };
/** After 401: long enough to be no nuisance, short enough to notice a mended key. */
export const UNAUTHORISED_PAUSE = { first: 15 * MINUTE, longest: 15 * MINUTE };
/** The circuit breaker's open time when nothing answers. */
export const UNAVAILABLE_PAUSE = { first: 30 * SECOND, longest: 10 * MINUTE };

interface Reserved {
  granted: number;
  reservation: string | null;
  exhausted: boolean;
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
   * @param weight what one call counts, 1 unless the source weighs
   */
  async ask(wanted: number, weight = 1): Promise<Verdict> {
    await this.pool.query('INSERT INTO source_states (source) VALUES ($1) ON CONFLICT DO NOTHING', [
      this.source,
    ]);
    return transaction(this.pool, (client) => this.#decide(client, wanted, weight));
  }

  /** Gives back what was granted and not used. */
  async refund(permit: Permit, calls: number): Promise<void> {
    if (calls <= 0) return;
    const values = [this.source, permit.reservation, calls * permit.weight, permit.periods];
    await run(this.pool, REFUND, values);
  }

  /** Stops all replicas from calling for a while. @returns until when */
  async pause(request: PauseRequest): Promise<Date> {
    const seconds = request.wait === null ? null : request.wait / SECOND;
    const values = [this.source, seconds, request.first / SECOND, request.longest / SECOND, request.reason];
    const { rows } = await run<{ until: Date }>(this.pool, PAUSE, values);
    return rows[0]?.until ?? new Date();
  }

  /** An answer came: failures are forgotten. */
  async recover(): Promise<void> {
    await run(this.pool, RECOVER, [this.source]);
  }

  async #decide(client: PoolClient, wanted: number, weight: number): Promise<Verdict> {
    const state = await run<{ failures: number; reason: string | null; paused_ms: number }>(
      client,
      LOCK_STATE,
      [this.source],
    );
    const { failures = 0, reason = null, paused_ms: paused = 0 } = state.rows[0] ?? {};
    if (paused > 0) return { kind: 'PAUSED', wait: paused, reason: reason ?? 'paused' };
    // Half open: after failures one call goes ahead alone.
    return this.#reserve(client, failures > 0 ? 1 : wanted, weight);
  }

  async #reserve(client: PoolClient, wanted: number, weight: number): Promise<Verdict> {
    const { rows: clock } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    const periods = periodsOf(this.limits, clock[0]?.at ?? new Date());
    const names = periods.map(({ period }) => period);
    const { rows } = await run<Reserved>(client, RESERVE, [
      this.source,
      wanted,
      weight,
      this.limits.perMinute,
      (MINUTE + PERMIT_LIFE) / SECOND,
      names,
      periods.map(({ limit }) => limit),
    ]);
    return toVerdict(rows[0], weight, names);
  }
}

function toVerdict(row: Reserved | undefined, weight: number, periods: string[]): Verdict {
  if (row?.reservation) {
    const { granted: calls, reservation } = row;
    return { kind: 'GRANTED', calls, reservation, weight, periods, grantedAt: performance.now() };
  }
  if (row?.exhausted) {
    // Which of the periods is full is not said: the first to begin anew is when to ask again.
    const ends = periods.map((period) => periodEnd(period).getTime());
    return { kind: 'EXHAUSTED', resetsAt: new Date(Math.min(...ends)) };
  }
  return { kind: 'WAIT', wait: Math.max(row?.wait_ms ?? SECOND, 50) };
}

/** Whether a permit may still be used. */
export function isFresh(permit: Permit): boolean {
  return performance.now() - permit.grantedAt < PERMIT_LIFE - SECOND / 4;
}
