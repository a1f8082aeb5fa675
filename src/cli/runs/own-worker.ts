import { alertSettings } from '../../app/alerts.js';
import { openSources, type Sources } from '../../app/sources.js';
import type { Job } from '../../database/run-requests.js';
import { SECOND } from '../../domain/time.js';
import { jobHandlers } from '../../jobs/handlers.js';
import { DEFAULT_LEASE } from '../../jobs/lease.js';
import { Worker, type JobHandlers } from '../../jobs/worker.js';
import type { Session } from '../session.js';

/** What each job makes work for, as in a running program: after a fetch by hand its weather is there to be read. */
const FOLLOWING: Readonly<Record<Job, readonly Job[]>> = {
  FETCH: ['LOAD', 'TRANSFORM', 'CHECK'],
  BACKFILL: ['LOAD', 'TRANSFORM', 'CHECK'],
  FORECAST: ['LOAD', 'TRANSFORM', 'CHECK'],
  LOAD: ['TRANSFORM', 'CHECK'],
  TRANSFORM: ['CHECK'],
  REFRESH: [],
  REPLAY: [],
  CHECK: [],
  RETENTION: [],
  ALERT: [],
};

/** Milliseconds a run gets to come to a safe point after Ctrl-C. */
const GRACE = 10 * SECOND;

/** A worker inside the command, for when no program runs: it does one run and what follows from it. */
export class OwnWorker {
  private constructor(
    private readonly worker: Worker,
    private readonly sources: Sources,
  ) {}

  static async start(session: Session, run: { id: string; job: Job }): Promise<OwnWorker> {
    const { pool, config, logger } = session;
    const sources = await openSources(pool, config, logger);
    const every = jobHandlers({
      pool,
      windows: config.MOVING_AVERAGE_WINDOWS,
      retentionDays: config.RETENTION_DAYS_PAYLOADS,
      alerts: alertSettings(config),
      ...sources,
    });
    const jobs: readonly string[] = [run.job, ...FOLLOWING[run.job]];
    const handlers: JobHandlers = Object.fromEntries(
      Object.entries(every).filter(([job]) => jobs.includes(job)),
    );
    // Signs of life every second, as they carry the progress that is shown.
    const lease = { ...DEFAULT_LEASE, beat: SECOND };
    const worker = new Worker({ pool, logger, handlers, only: run, lease, pollInterval: SECOND });
    worker.start();
    return new OwnWorker(worker, sources);
  }

  /** As the rows of its runs name it. */
  get owner(): string {
    return this.worker.owner;
  }

  /** Waits until the run and what follows from it are done. */
  idle(): Promise<void> {
    return this.worker.idle();
  }

  /** Stops; a run under way goes back to the queue. */
  async stop(): Promise<void> {
    await this.worker.stop(GRACE);
    await this.sources.stop();
  }
}
