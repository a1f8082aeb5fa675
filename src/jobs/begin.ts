import type { Pool } from 'pg';
import type { Job, RunParameters } from '../database/run-requests.js';
import { run as runStatement, sqlFile } from '../database/sql.js';
import type { Logger } from '../logger.js';
import { ActiveRun } from './active-run.js';
import { DEFAULT_LEASE } from './lease.js';

const BEGIN = sqlFile(import.meta.url, 'sql/begin-run.sql');

/** Begins a run that only this process can do, such as one over a file on its disk: it never waits in the queue. */
export async function beginRun(
  pool: Pool,
  job: Job,
  owner: string,
  parameters: RunParameters,
  logger: Logger,
): Promise<ActiveRun> {
  const lease = DEFAULT_LEASE;
  const { rows } = await runStatement<{ id: string; requested_at: Date }>(pool, BEGIN, [
    job,
    owner,
    parameters,
    lease.length / 1000,
  ]);
  const row = rows[0];
  if (!row) throw new Error('The database answered an insert without the new row');
  const claimed = {
    id: row.id,
    job,
    attempt: 1,
    trigger: 'CLI',
    parameters,
    window: null,
    progressDone: 0,
  } as const;
  const run = new ActiveRun({ ...claimed, requestedAt: row.requested_at }, pool, lease, logger);
  run.start();
  return run;
}
