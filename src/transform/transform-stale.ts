import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { derive, summarise, type CityHours } from './batch.js';
import { keepWindows } from './keep-windows.js';

const TAKE = sqlFile(import.meta.url, 'take-stale-hours.sql');
const COUNT = sqlFile(import.meta.url, 'count-stale-hours.sql');

/** Hours a transaction takes at most: about a quarter of a second of work, so that nobody waits long for it. */
const BATCH_HOURS = 5_000;

export interface TransformOptions {
  /** Hours of each moving average that is kept as a table. */
  windows: readonly number[];
  /** Checked in every transaction. */
  fence: Fence;
  /** Looked at between two transactions; once aborted, its reason is thrown. What was done stays done. */
  signal?: AbortSignal | undefined;
  /** Marks of stale hours that one transaction takes at most. */
  batchHours?: number | undefined;
  /** Only these cities; all when absent. */
  cityIds?: readonly number[] | undefined;
  onProgress?: ((progress: TransformProgress) => void) | undefined;
}

export interface Summarised {
  /** City-hours computed anew, whether their values changed or not. */
  hoursSummarised: number;
  /** City-days computed anew. A day whose hours came in two transactions counts twice. */
  daysSummarised: number;
}

/** After each transaction: how far it is, and what this one did. */
export interface TransformProgress extends Summarised {
  done: number;
  total: number;
}

/**
 * Summarises until no stale hour is left: exactly the hours touched since they were last summarised, their local
 * days and the moving averages over them, in the transaction that consumes the marks. Safe to run at any time,
 * to interrupt and to run twice at once.
 */
export async function transformStale(pool: Pool, options: TransformOptions): Promise<Summarised> {
  await keepWindows(pool, options);
  const total = await countStale(pool, options.cityIds);
  const sum: Summarised = { hoursSummarised: 0, daysSummarised: 0 };
  for (;;) {
    options.signal?.throwIfAborted();
    const batch = await transformBatch(pool, options);
    if (batch.hoursSummarised === 0) return sum;
    sum.hoursSummarised += batch.hoursSummarised;
    sum.daysSummarised += batch.daysSummarised;
    const done = sum.hoursSummarised;
    options.onProgress?.({ ...batch, done, total: Math.max(done, total) });
  }
}

async function countStale(pool: Pool, cityIds: readonly number[] | undefined): Promise<number> {
  const { rows } = await run<{ hours: number }>(pool, COUNT, [cityIds ?? null]);
  return rows[0]?.hours ?? 0;
}

function transformBatch(pool: Pool, options: TransformOptions): Promise<Summarised> {
  return derive(pool, options.fence, async (client) => {
    const limit = options.batchHours ?? BATCH_HOURS;
    const { rows } = await run<CityHours>(client, TAKE, [limit, options.cityIds ?? null]);
    const taken = rows[0];
    if (!taken || taken.hours === 0) return { hoursSummarised: 0, daysSummarised: 0 };
    const daysSummarised = await summarise(client, taken, options.windows);
    return { hoursSummarised: taken.hours, daysSummarised };
  });
}
