import type { Pool } from 'pg';
import { LostLeaseError, StopRequestedError, type Fence } from '../database/fence.js';
import type { Job, RunParameters, RunTrigger } from '../database/run-requests.js';
import { run as runStatement, sqlFile } from '../database/sql.js';
import { SECOND, type TimeWindow } from '../domain/time.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';
import { addCounts, type CountDelta } from './counts.js';
import type { Lease } from './lease.js';

const HEARTBEAT = sqlFile(import.meta.url, 'sql/heartbeat.sql');
const FINISH = sqlFile(import.meta.url, 'sql/finish-run.sql');
const RELEASE = sqlFile(import.meta.url, 'sql/release-run.sql');

/** Of a lease without a sign of life, before its owner stops by itself: two beats may fail. */
const SAFE_PART = 0.9;

/** Between two lines in the log about how far a long run is; runs shorter than this get none. */
const REPORT_INTERVAL = 5 * SECOND;

export type FinalStatus = 'SUCCEEDED' | 'PARTIAL' | 'FAILED';

/** A run's row as it was claimed. */
export interface ClaimedRun {
  id: string;
  job: Job;
  attempt: number;
  trigger: RunTrigger;
  parameters: RunParameters;
  requestedAt: Date;
  window: TimeWindow | null;
  /** Where an earlier owner left off. */
  progressDone: number;
}

/**
 * A run while this process owns it. Heartbeats renew its lease and write its progress; once the lease is lost,
 * or cannot be renewed in time, `signal` aborts and the fence refuses further writes.
 */
export class ActiveRun {
  readonly #interruption = new AbortController();
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | undefined;
  /** Runs out shortly before the lease does. */
  #watchdog: NodeJS.Timeout | undefined;
  #pending: CountDelta = {};
  #done: number;
  #total = 0;
  #reported = performance.now();

  constructor(
    readonly row: ClaimedRun,
    private readonly pool: Pool,
    private readonly lease: Lease,
    logger: Logger,
  ) {
    this.#logger = logger.child({ run: row.id, job: row.job });
    this.#done = row.progressDone;
  }

  /** Aborted with a LostLeaseError or a StopRequestedError; handlers look at it between two batches. */
  get signal(): AbortSignal {
    return this.#interruption.signal;
  }

  get logger(): Logger {
    return this.#logger;
  }

  /** Checked inside each write transaction; see Fence. */
  readonly fence: Fence = async (client) => {
    const { rowCount } = await client.query({
      name: 'fence',
      text: `SELECT FROM runs WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' FOR KEY SHARE`,
      values: [this.row.id, this.row.attempt],
    });
    if (rowCount !== 1) throw new LostLeaseError(this.row.id);
  };

  start(): void {
    this.#timer = setInterval(() => void this.beat(), this.lease.beat);
    this.#watch(performance.now());
  }

  count(delta: CountDelta): void {
    addCounts(this.#pending, delta);
  }

  progress(done: number, total: number): void {
    this.#done = done;
    this.#total = total;
    if (performance.now() - this.#reported < REPORT_INTERVAL) return;
    this.#reported = performance.now();
    this.#logger.info({ done, total }, `${Math.floor((100 * done) / Math.max(total, 1))} % done`);
  }

  /** Renews the lease and writes counts and progress. */
  async beat(): Promise<void> {
    const counts = this.#pending;
    this.#pending = {};
    // The lease runs from when the database hears of it, which is later.
    const begun = performance.now();
    try {
      const { rowCount } = await runStatement(this.pool, HEARTBEAT, this.#beatValues(counts));
      if (rowCount === 1) this.#watch(begun);
      else this.#abort('it was taken over or cancelled');
    } catch (error) {
      addCounts(this.#pending, counts);
      this.#logger.warn({ reason: messageOf(error) }, 'A heartbeat failed');
    }
  }

  /** Ends the run with a status; a no-op when it is no longer ours. */
  async finish(status: FinalStatus, error: string | null): Promise<void> {
    await this.beat();
    this.stopBeating();
    await runStatement(this.pool, FINISH, [this.row.id, this.row.attempt, status, error]);
  }

  /** Gives the run back, to be taken up where it stands. */
  async release(): Promise<void> {
    await this.beat();
    this.stopBeating();
    await runStatement(this.pool, RELEASE, [this.row.id, this.row.attempt]);
  }

  stopBeating(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#watchdog);
    this.#timer = undefined;
  }

  /** Asks the handler to end at its next safe point. */
  requestStop(): void {
    this.#interruption.abort(new StopRequestedError());
  }

  /** Stops the work before others may begin it, also while a beat is waiting for an answer that does not come. */
  #watch(beat: number): void {
    clearTimeout(this.#watchdog);
    if (!this.#timer) return;
    const left = beat + this.lease.length * SAFE_PART - performance.now();
    this.#watchdog = setTimeout(() => this.#abort('its lease could not be renewed'), left);
  }

  #abort(reason: string): void {
    this.stopBeating();
    if (this.signal.aborted) return;
    this.#logger.warn(`The run is no longer ours: ${reason}`);
    this.#interruption.abort(new LostLeaseError(this.row.id));
  }

  #beatValues(counts: CountDelta): unknown[] {
    const { id, attempt } = this.row;
    return [id, attempt, this.lease.length / 1000, this.#done, this.#total, JSON.stringify(counts)];
  }
}
