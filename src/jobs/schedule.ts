import cron, { type ScheduledTask } from 'node-cron';
import type { Pool } from 'pg';
import type { Job, RunTrigger } from '../database/run-requests.js';
import { run, sqlFile } from '../database/sql.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';

const ENQUEUE_DUE = sqlFile(import.meta.url, 'sql/enqueue-due.sql');

/**
 * The whole timetable. Second, minute, hour, day, month, weekday, in UTC: in a zone with daylight saving the
 * repeated hour would be skipped. A tick only asks; a slot becomes one run, and only if there is work.
 */
const TIMETABLE: readonly { job: Job; at: string }[] = [
  { job: 'FETCH', at: '0 * * * * *' },
  { job: 'FORECAST', at: '10 * * * * *' },
  { job: 'LOAD', at: '20 * * * * *' },
  { job: 'TRANSFORM', at: '40 * * * * *' },
  { job: 'CHECK', at: '50 7 * * * *' },
  { job: 'ALERT', at: '55 * * * * *' },
  { job: 'RETENTION', at: '0 30 3 * * *' },
];

/** Jobs whose tables say whether they are due: after a pause they need not wait for their tick. */
const DUE_BY_STATE: readonly Job[] = ['FETCH', 'FORECAST', 'LOAD', 'TRANSFORM'];

/**
 * Puts a job into the queue if it has work.
 * @param slotted for a tick of the timetable: once a slot, however many replicas tick
 */
export async function enqueueDue(pool: Pool, job: Job, trigger: RunTrigger, slotted = false): Promise<void> {
  await run(pool, ENQUEUE_DUE, [job, trigger, slotted]);
}

export interface PlannedRun {
  job: Job;
  at: Date;
}

/** When the timetable looks next, whether a program runs to keep it or not. */
export async function nextTicks(): Promise<PlannedRun[]> {
  const tasks = TIMETABLE.map(({ job, at }) => ({
    job,
    // Only a started task knows its next tick.
    task: cron.schedule(at, () => undefined, { timezone: 'Etc/UTC' }),
  }));
  const next = tasks.map(({ job, task }) => ({ job, at: task.getNextRun() }));
  for (const { task } of tasks) await task.destroy();
  return next.flatMap(({ job, at }) => (at ? [{ job, at }] : []));
}

/** The clock: node-cron decides when to look, the database what is due. */
export class Schedule {
  readonly #tasks = new Map<Job, ScheduledTask>();

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
    /** Jobs that the settings leave out. */
    private readonly without: readonly Job[] = [],
  ) {}

  /** Starts ticking; what fell due while nothing ran is asked for at once. */
  async start(): Promise<void> {
    for (const { job, at } of TIMETABLE.filter((entry) => !this.without.includes(entry.job))) {
      const task = cron.schedule(at, () => this.#tick(job, 'SCHEDULE'), {
        timezone: 'Etc/UTC',
        noOverlap: true,
        name: job,
      });
      this.#tasks.set(job, task);
    }
    for (const job of DUE_BY_STATE) if (this.#tasks.has(job)) await this.#tick(job, 'STARTUP');
  }

  async stop(): Promise<void> {
    for (const task of this.#tasks.values()) await task.destroy();
    this.#tasks.clear();
  }

  /** When each job's clock ticks next. */
  next(): PlannedRun[] {
    return [...this.#tasks].flatMap(([job, task]) => {
      const at = task.getNextRun();
      return at ? [{ job, at }] : [];
    });
  }

  async #tick(job: Job, trigger: RunTrigger): Promise<void> {
    try {
      await enqueueDue(this.pool, job, trigger, trigger === 'SCHEDULE');
    } catch (error) {
      // Nothing is lost: what is due stays due, and the next tick asks again.
      this.logger.warn({ job, reason: messageOf(error) }, 'A scheduled run could not be asked for');
    }
  }
}
