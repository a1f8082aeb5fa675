import type { Job, RunStatus, RunTrigger, RunWindow } from '../generated/resolvers.js';
import type { RunNode } from '../nodes.js';

/** A row of runs.sql; instants are seconds since 1970. */
export interface RunRow {
  id: string;
  job: Job;
  trigger: RunTrigger;
  status: RunStatus;
  error: string | null;
  requested_by: string | null;
  window_from: number | null;
  window_to: number | null;
  requested_at: number;
  started_at: number | null;
  finished_at: number | null;
  progress_done: number;
  progress_total: number;
  calls: number;
  payloads: number;
  observations_inserted: number;
  observations_updated: number;
  observations_unchanged: number;
  rejects: number;
  hours_summarised: number;
  days_summarised: number;
}

export function runNode(row: RunRow): RunNode {
  return {
    id: row.id,
    job: row.job,
    trigger: row.trigger,
    status: row.status,
    error: row.error,
    askedBy: row.requested_by,
    window: windowOf(row),
    requestedAt: row.requested_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    progress: { done: row.progress_done, total: row.progress_total },
    counts: {
      calls: row.calls,
      payloads: row.payloads,
      observationsInserted: row.observations_inserted,
      observationsUpdated: row.observations_updated,
      observationsUnchanged: row.observations_unchanged,
      rejects: row.rejects,
      hoursSummarised: row.hours_summarised,
      daysSummarised: row.days_summarised,
    },
  };
}

function windowOf({ window_from: from, window_to: to }: RunRow): RunWindow | null {
  return from === null || to === null ? null : { from, to };
}
