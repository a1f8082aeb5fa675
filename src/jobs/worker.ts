import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { runFailure } from '../database/disk-full.js';
import { LostLeaseError, StopRequestedError } from '../database/fence.js';
import type { Job } from '../database/run-requests.js';
import { SECOND } from '../domain/time.js';
import { messageOf, withoutCredentials } from '../errors.js';
import type { Logger } from '../logger.js';
import { ActiveRun, type FinalStatus } from './active-run.js';
import { abandonDeadRuns, claim, claimableJobs } from './claim.js';
import { DEFAULT_LEASE, type Lease } from './lease.js';

/** How a job ended: everything done, or some of it with a sentence why not all. */
export interface JobResult {
  status: FinalStatus;
  error?: string;
}

/** Does a job's work for a run. It throws for what nobody foresaw; see JobResult for the rest. */
export type JobHandler = (run: ActiveRun) => Promise<JobResult>;
export type JobHandlers = Partial<Record<Job, JobHandler>>;

export interface WorkerOptions {
  pool: Pool;
  handlers: JobHandlers;
  logger: Logger;
  /** Of its job this run is taken and no other; of the other jobs whatever waits. */
  only?: { job: Job; id: string };
  lease?: Lease;
  /** Milliseconds between looks at the queue when no notification wakes us. */
  pollInterval?: number;
}

/**
 * Takes runs from the queue and does them: at most one of each job at a time, here and in all processes. A job
 * does not wait for another: a backfill of days leaves the minute's fetch alone.
 */
export class Worker {
  /** As the rows of its runs name it. */
  readonly owner = `${hostname()}:${process.pid}`;
  readonly #active = new Map<Job, { run: ActiveRun; done: Promise<void> }>();
  readonly #lease: Lease;
  #stopping = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #poll: NodeJS.Timeout | undefined;
  /** Why the last look at the queue failed: said once, not at each look. */
  #trouble: string | undefined;

  constructor(private readonly options: WorkerOptions) {
    this.#lease = options.lease ?? DEFAULT_LEASE;
  }

  start(): void {
    this.#poll = setInterval(() => this.wake(), this.options.pollInterval ?? 5 * SECOND);
    this.wake();
  }

  /** Looks at the queue now; calls while it looks make it look once more. */
  wake(): void {
    if (this.#stopping) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Waits until nothing is left that this worker could do. */
  async idle(): Promise<void> {
    while (this.#looking ?? this.#active.size > 0) {
      await this.#looking;
      await Promise.all([...this.#active.values()].map(({ done }) => done));
    }
  }

  /**
   * Takes no more runs and lets those under way come to a safe point; they go back to the queue, and so do
   * those that reach none within the grace, whose later writes the fence refuses.
   * @param grace milliseconds
   */
  async stop(grace: number): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#poll);
    await this.#looking;
    const active = [...this.#active.values()];
    for (const { run } of active) run.requestStop();
    await Promise.race([
      Promise.all(active.map(({ done }) => done)),
      sleep(grace, undefined, { ref: false }),
    ]);
    await Promise.all([...this.#active.values()].map(({ run }) => run.release()));
  }

  async #look(): Promise<void> {
    while (this.#lookAgain && !this.#stopping) {
      this.#lookAgain = false;
      try {
        await this.#takeWhatThereIs();
        this.#trouble = undefined;
      } catch (error) {
        this.#say(messageOf(error));
      }
    }
  }

  #say(reason: string): void {
    const level = reason === this.#trouble ? 'debug' : 'warn';
    this.#trouble = reason;
    this.options.logger[level]({ reason }, 'Could not look at the queue of runs');
  }

  async #takeWhatThereIs(): Promise<void> {
    const { pool, handlers, only, logger } = this.options;
    const abandoned = await abandonDeadRuns(pool, this.#lease);
    if (abandoned.length > 0)
      logger.error({ runs: abandoned }, 'Gave up runs that killed every process that tried');
    for (const job of await claimableJobs(pool)) {
      if (this.#stopping || this.#active.has(job) || !handlers[job]) continue;
      const id = only?.job === job ? only.id : null;
      const row = await claim(pool, job, this.owner, this.#lease, id);
      if (row) this.#begin(new ActiveRun(row, pool, this.#lease, logger), handlers[job]);
    }
  }

  #begin(run: ActiveRun, handler: JobHandler): void {
    run.start();
    const done = this.#execute(run, handler).finally(() => {
      run.stopBeating();
      this.#active.delete(run.row.job);
      this.wake();
    });
    this.#active.set(run.row.job, { run, done });
  }

  async #execute(run: ActiveRun, handler: JobHandler): Promise<void> {
    try {
      const { status, error } = await handler(run);
      await run.finish(status, error ?? null);
      run.logger.info({ status, ...(error && { error }) }, 'Run ended');
    } catch (error) {
      await this.#fail(run, error);
    }
  }

  async #fail(run: ActiveRun, error: unknown): Promise<void> {
    if (error instanceof LostLeaseError) return;
    try {
      if (error instanceof StopRequestedError) {
        await run.release();
        return;
      }
      run.logger.error({ err: error }, 'Run failed');
      await run.finish('FAILED', withoutCredentials(runFailure(error)));
    } catch (finishError) {
      // Its lease will run out, and whoever takes it over tries again.
      run.logger.warn({ reason: messageOf(finishError) }, 'Could not write the end of a run');
    }
  }
}
