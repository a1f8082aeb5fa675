import { sqlFile, run, type Queryable } from './sql.js';

export type Job = 'FETCH' | 'LOAD' | 'TRANSFORM' | 'BACKFILL' | 'REPLAY' | 'CHECK' | 'RETENTION' | 'REFRESH';
export type RunTrigger = 'SCHEDULE' | 'ADMIN' | 'CLI' | 'STARTUP';

/** PostgreSQL channel on which workers hear that a run was asked for. */
export const RUN_REQUESTED_CHANNEL = 'run_requested';

/** What a run was asked to do; kept in its row. */
export interface RunParameters {
  /** Only these cities; all tracked ones when absent. */
  cityIds?: number[];
  /** Of a fetch: its cities are asked for whether they are due or not. */
  evenIfNotDue?: boolean;
}

export interface RunRequest {
  job: Job;
  trigger: RunTrigger;
  /** Who asked: shown in the run. */
  requestedBy: string;
  parameters?: RunParameters;
  /** Half-open window of a backfill or a replay. */
  window?: { from: Date; to: Date };
}

const INSERT_RUN = sqlFile(import.meta.url, 'request-run.sql');
const INSERT_REFRESH = sqlFile(import.meta.url, 'request-refresh.sql');
const CANCEL = sqlFile(import.meta.url, 'cancel-run.sql');

/** Asks for a run: a row, and a notification that wakes a worker. @returns the run's id */
export async function requestRun(db: Queryable, request: RunRequest): Promise<string> {
  const { rows } = await run<{ id: string }>(db, INSERT_RUN, [
    request.job,
    request.trigger,
    request.requestedBy,
    request.parameters ?? {},
    request.window?.from ?? null,
    request.window?.to ?? null,
  ]);
  return theId(rows);
}

/**
 * Asks for fetch, load and transform now. While one such run waits or works, its id is returned instead of
 * another's: a hundred requests are one run.
 */
export async function requestRefresh(
  db: Queryable,
  input: { requestedBy: string; cityIds: number[] | null; trigger?: RunTrigger },
): Promise<string> {
  const parameters: RunParameters = input.cityIds ? { cityIds: input.cityIds } : {};
  // The active run may end between the refused insert and the look for it: ask again then.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { rows } = await run<{ id: string }>(db, INSERT_REFRESH, [
      input.trigger ?? 'ADMIN',
      input.requestedBy,
      parameters,
    ]);
    if (rows[0]) return rows[0].id;
  }
  throw new Error('Runs to refresh came and went five times in a row: ask again');
}

/**
 * Ends a run that waits or works: its owner notices at its next sign of life and stops; what it did stays.
 * @returns false when no such run waits or works
 */
export async function cancelRun(db: Queryable, id: string, by: string): Promise<boolean> {
  const { rows } = await run(db, CANCEL, [id, by]);
  return rows.length > 0;
}

function theId(rows: { id: string }[]): string {
  const row = rows[0];
  if (!row) throw new Error('The database answered an insert without the new row');
  return row.id;
}
