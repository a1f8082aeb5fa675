import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { messageOf } from '../errors.js';
import { DATA_CHECKS, type DataCheck } from './data-checks.js';

const SAVE = sqlFile(import.meta.url, 'save-results.sql');
/** Offending rows kept as a sample. */
const SAMPLE = 10;

export interface CheckResult {
  check: string;
  severity: DataCheck['severity'];
  /** ERRORED: the check itself could not be run. */
  status: 'PASSED' | 'FAILED' | 'ERRORED';
  failing: number;
  sample: unknown[];
}

/**
 * Looks for rows that should not be, and keeps what was found with its history.
 * @param since rows are looked at from here on: checks follow what changed, not what is stored
 */
export async function runChecks(
  pool: Pool,
  runId: string,
  since: Date,
  fence: Fence,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of DATA_CHECKS) results.push(await runCheck(pool, check, since));
  await transaction(pool, async (client) => {
    await fence(client);
    await run(client, SAVE, [runId, JSON.stringify(results)]);
  });
  return results;
}

async function runCheck(pool: Pool, check: DataCheck, since: Date): Promise<CheckResult> {
  const { name, severity } = check;
  try {
    const { rows } = await pool.query<{ failing: number; sample: unknown[] }>(counted(check), [since]);
    const { failing = 0, sample = [] } = rows[0] ?? {};
    return { check: name, severity, status: failing > 0 ? 'FAILED' : 'PASSED', failing, sample };
  } catch (error) {
    return { check: name, severity, status: 'ERRORED', failing: 0, sample: [messageOf(error)] };
  }
}

/** Counts what a check selects, and keeps a sample of it. */
function counted({ text }: DataCheck): string {
  return `
    WITH offending AS (${text}),
         numbered AS (SELECT *, row_number() OVER () AS number FROM offending)
    SELECT count(*)::int AS failing,
           coalesce(jsonb_agg(to_jsonb(numbered) - 'number') FILTER (WHERE number <= ${SAMPLE}), '[]') AS sample
      FROM numbered, (SELECT $1::timestamptz) AS since`;
}
