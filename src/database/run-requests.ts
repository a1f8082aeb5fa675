import type { TimeWindow } from '../domain/time.js';
import { sqlFile, run, type Queryable } from './sql.js';

export type Job =
  | 'FETCH'
  | 'LOAD'
  | 'TRANSFORM'
  | 'BACKFILL'
  | 'REPLAY'
  | 'CHECK'
  | 'RETENTION'
  | 'REFRESH'
  | 'FORECAST'
  | 'ALERT';
export type RunTrigger = 'SCHEDULE' | 'ADMIN' | 'CLI' | 'STARTUP';

/** PostgreSQL channel on which workers hear that a run was asked for. */
export const RUN_REQUESTED_CHANNEL = 'run_requested';

/** What a run was asked to do; kept in its row. */
export interface RunParameters {
  /** Only these cities; all tracked ones when absent. */
  cityIds?: number[];
  /** Of a fetch: its cities are asked for whether they are due or not. */
  evenIfNotDue?: boolean;
  /** Of a transform: hours of its window are summarised again, whether touched or not. */
  rebuild?: true;
  /** Of a replay: only payloads of which something is still refused; it needs no window. */
  rejected?: { reason?: string; runId?: string };
}

export interface RunRequest {
  job: Job;
  trigger: RunTrigger;
  /** Who asked: shown in the run. */
  requestedBy: string;
  parameters?: RunParameters;
  /** Half-open window of a backfill, a replay or a rebuild. */
  window?: TimeWindow;
}

const REQUEST = sqlFile(import.meta.url, 'request-run.sql');
const CANCEL = sqlFile(import.meta.url, 'cancel-run.sql');
/** An active run may end between the refused insert and the look for it: ask again then. */
const ATTEMPTS = 5;

/**
 * Asks for a run: a row, and a notification that wakes a worker. Of refreshes one is under way at a time, and of
 * backfills, replays and rebuilds one of the same cities and window: its id is answered instead of another's.
 * @returns the run's id
 */
export async function requestRun(db: Queryable, request: RunRequest): Promise<string> {
  const { job, trigger, requestedBy, parameters = {}, window } = request;
  const cityIds = parameters.cityIds && [...parameters.cityIds].sort((a, b) => a - b);
  const values = [job, trigger, requestedBy, { ...parameters, ...(cityIds && { cityIds }) }];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { rows } = await run<{ id: string }>(db, REQUEST, [
      ...values,
      window?.from ?? null,
      window?.to ?? null,
    ]);
    if (rows[0]) return rows[0].id;
  }
  throw new Error(`Runs of ${job} came and went ${ATTEMPTS} times in a row: ask again`);
}

/** Asks for fetch, load and transform now: a hundred requests are one run. @returns the run's id */
export function requestRefresh(
  db: Queryable,
  input: { requestedBy: string; cityIds: number[] | null; trigger?: RunTrigger },
): Promise<string> {
  const { requestedBy, cityIds, trigger = 'ADMIN' } = input;
  return requestRun(db, { job: 'REFRESH', trigger, requestedBy, parameters: cityIds ? { cityIds } : {} });
}

/**
 * Ends a run that waits or works: its owner notices at its next sign of life and stops; what it did stays.
 * @returns false when no such run waits or works
 */
export async function cancelRun(db: Queryable, id: string, by: string): Promise<boolean> {
  const { rows } = await run(db, CANCEL, [id, by]);
  return rows.length > 0;
}
