import type { Pool } from 'pg';
import type { Job, RunParameters, RunTrigger } from '../database/run-requests.js';
import { run as runStatement, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import type { ClaimedRun } from './active-run.js';
import type { Lease } from './lease.js';

const CLAIM = sqlFile(import.meta.url, 'sql/claim-run.sql');
const CLAIMABLE = sqlFile(import.meta.url, 'sql/claimable-jobs.sql');
const ABANDON = sqlFile(import.meta.url, 'sql/abandon-runs.sql');

interface ClaimRow {
  id: string;
  attempt: number;
  trigger: RunTrigger;
  parameters: RunParameters;
  requested_at: Date;
  window_from: Date | null;
  window_to: Date | null;
  progress_done: number;
}

/** Jobs that have a run to take. */
export async function claimableJobs(pool: Pool): Promise<Job[]> {
  const { rows } = await runStatement<{ job: Job }>(pool, CLAIMABLE);
  return rows.map((row) => row.job);
}

/**
 * Takes the next run of a job, if there is one and nobody else works on that job.
 * @param owner a name that says which process it is
 * @param only take this run or none
 */
export async function claim(
  pool: Pool,
  job: Job,
  owner: string,
  lease: Lease,
  only: string | null = null,
): Promise<ClaimedRun | null> {
  const rows = await transaction(pool, async (client) => {
    // In a statement of its own, so that the claim sees what the lock's last holder committed.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('claim ' || $1))`, [job]);
    const claimed = await runStatement<ClaimRow>(client, CLAIM, [
      job,
      owner,
      lease.length / 1000,
      lease.maxDeaths,
      only,
    ]);
    return claimed.rows;
  });
  return rows[0] ? toRun(job, rows[0]) : null;
}

/** Closes the runs that killed every process that tried them. @returns their ids */
export async function abandonDeadRuns(pool: Pool, lease: Lease): Promise<string[]> {
  const { rows } = await runStatement<{ id: string }>(pool, ABANDON, [lease.maxDeaths]);
  return rows.map((row) => row.id);
}

function toRun(job: Job, row: ClaimRow): ClaimedRun {
  const { window_from: from, window_to: to } = row;
  return {
    id: row.id,
    job,
    attempt: row.attempt,
    trigger: row.trigger,
    parameters: row.parameters,
    requestedAt: row.requested_at,
    window: from && to ? { from, to } : null,
    progressDone: row.progress_done,
  };
}
