import type { JobHandler, JobHandlers } from '../jobs/worker.js';
import type { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';
import { StopRequestedError, LostLeaseError } from '../database/fence.js';

/** The same jobs, each run timed and, with tracing, a span. */
export function observeJobs(handlers: JobHandlers, metrics: Metrics, tracing: Tracing): JobHandlers {
  const observed = Object.entries(handlers).map(([job, handler]): [string, JobHandler] => [
    job,
    (run) =>
      tracing.span(`run ${job}`, { 'weather.run': run.row.id, 'weather.job': job }, async () => {
        const begun = performance.now();
        let status = 'FAILED';
        try {
          const result = await handler(run);
          status = result.status;
          return result;
        } catch (error) {
          if (error instanceof StopRequestedError || error instanceof LostLeaseError) status = 'INTERRUPTED';
          throw error;
        } finally {
          metrics.runSeconds.observe({ job, status }, (performance.now() - begun) / 1_000);
        }
      }),
  ]);
  return Object.fromEntries(observed);
}
