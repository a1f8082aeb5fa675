import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { SECOND } from '../../domain/time.js';
import { median } from '../rounds.js';

const OPEN = `SELECT 1 FROM runs WHERE status IN ('REQUESTED', 'RUNNING') AND job IN ('BACKFILL', 'FETCH', 'LOAD', 'TRANSFORM')
  UNION ALL SELECT 1 FROM stale_hours UNION ALL SELECT 1 FROM payloads WHERE state = 'PENDING' LIMIT 1`;
const SIZES = `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
    (SELECT count(*)::int FROM observations) AS observations,
    (pg_database_size(current_database()) / 1048576)::int AS megabytes`;
const RUNS = `SELECT job::text, extract(epoch FROM finished_at - started_at)::float8 AS seconds, calls, hours_summarised AS hours,
    observations_inserted + observations_updated AS rows FROM runs WHERE status = 'SUCCEEDED' AND started_at >= $1 AND job IN ('FETCH', 'LOAD', 'TRANSFORM') ORDER BY id`;

export interface Sizes {
  connections: number;
  observations: number;
  megabytes: number;
}

interface Stage {
  job: 'FETCH' | 'LOAD' | 'TRANSFORM';
  seconds: number;
  calls: number;
  rows: number;
  hours: number;
}

/** Waits until everything is fetched, loaded and summarised. */
export async function untilIdle(pool: Pool): Promise<void> {
  while ((await pool.query(OPEN)).rowCount !== 0) await sleep(SECOND);
}

export async function sizesOf(pool: Pool): Promise<Sizes> {
  const { rows } = await pool.query<Sizes>(SIZES);
  if (!rows[0]) throw new Error('No sizes');
  return rows[0];
}

/** What the runs since then took, each kind of run on a line. */
export async function stagesOf(pool: Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query<Stage>(RUNS, [since]);
  const of = (job: Stage['job'], amount: (stage: Stage) => number): string => {
    const those = rows.filter((stage) => stage.job === job && amount(stage) > 0);
    const rates = those.map((stage) => amount(stage) / stage.seconds);
    return `${those.length} runs, ${median(those.map(({ seconds }) => seconds)).toFixed(1)} s, ${Math.round(median(rates))}/s`;
  };
  return [
    `fetch: ${of('FETCH', ({ calls }) => calls)} calls (medians)`,
    `load: ${of('LOAD', ({ rows: count }) => count)} rows (medians)`,
    `transform: ${of('TRANSFORM', ({ hours }) => hours)} hours (medians)`,
  ];
}
