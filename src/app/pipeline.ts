import type { Pool } from 'pg';
import type { Config } from '../config/load.js';
import { Notifications } from '../database/notifications.js';
import { RUN_REQUESTED_CHANNEL, type Job } from '../database/run-requests.js';
import { jobHandlers } from '../jobs/handlers.js';
import { leaseOf } from '../jobs/lease.js';
import { Schedule, type PlannedRun } from '../jobs/schedule.js';
import { Worker } from '../jobs/worker.js';
import { SECOND } from '../domain/time.js';
import type { Logger } from '../logger.js';
import { observeJobs } from '../monitoring/jobs.js';
import { alertSettings } from './alerts.js';
import type { Monitoring } from './monitoring.js';
import { openSources } from './sources.js';

/** Time that runs get to come to a safe point when the process stops; less than the stop's 15 seconds. */
const GRACE = 8 * SECOND;
/** Between looks at the queue when no notification comes: with it a dead owner's run is taken up in time. */
const LONGEST_POLL = 5 * SECOND;

/** The jobs of this process: worker, timetable, and the ear for what others ask. */
export interface Pipeline {
  nextRuns(): PlannedRun[];
  /** Waits until nothing is left to do for now. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPipeline(
  pool: Pool,
  url: string,
  config: Config,
  logger: Logger,
  monitoring: Monitoring,
): Promise<Pipeline> {
  const { metrics, tracing } = monitoring;
  const sources = await openSources(pool, config, logger, monitoring);
  const handlers = jobHandlers({
    pool,
    windows: config.MOVING_AVERAGE_WINDOWS,
    retentionDays: config.RETENTION_DAYS_PAYLOADS,
    forecastRetentionDays: config.RETENTION_DAYS_FORECASTS,
    alerts: alertSettings(config, (outcome) => metrics.alertDeliveries.inc({ outcome })),
    aroundStage: (name, work) => tracing.span(`stage ${name}`, {}, work),
    ...sources,
  });
  const lease = leaseOf(config.LEASE_SECONDS * SECOND);
  const worker = new Worker({
    pool,
    logger,
    lease,
    // Often enough to see a short lease run out.
    pollInterval: Math.min(LONGEST_POLL, lease.length / 2),
    handlers: observeJobs(handlers, metrics, tracing),
  });
  const notifications = new Notifications(url, { [RUN_REQUESTED_CHANNEL]: () => worker.wake() }, logger);
  const schedule = new Schedule(pool, logger, withoutJobs(config));
  await notifications.start();
  await schedule.start();
  worker.start();
  return {
    nextRuns: () => schedule.next(),
    idle: () => worker.idle(),
    stop: async () => {
      await schedule.stop();
      await worker.stop(GRACE);
      await notifications.stop();
      await sources.stop();
    },
  };
}

/** Jobs that the settings leave out of the timetable. */
function withoutJobs(config: Config): Job[] {
  const keepsAll =
    config.RETENTION_DAYS_PAYLOADS === undefined && config.RETENTION_DAYS_FORECASTS === undefined;
  return [
    ...(keepsAll ? (['RETENTION'] as const) : []),
    ...(config.FORECASTS === 'off' ? (['FORECAST'] as const) : []),
  ];
}
