import type { Pool } from 'pg';
import { run, sqlFile } from '../database/sql.js';
import { derive } from './batch.js';
import { transformStale, type Summarised, type TransformOptions } from './transform-stale.js';

const CITIES = sqlFile(import.meta.url, 'cities-with-data.sql');
const MARK_HOURS = sqlFile(import.meta.url, 'mark-hours.sql');
const FORGET_ORPHANS = sqlFile(import.meta.url, 'forget-orphans.sql');

/** Cities marked in one transaction: ten years of hours of each are a few seconds of work. */
const CITIES_AT_ONCE = 5;

export interface RebuildOptions extends TransformOptions {
  /** Hours from the one this instant lies in; from the first when absent. */
  from?: Date | undefined;
  /** Hours that start before this instant; up to the last when absent. */
  to?: Date | undefined;
}

/**
 * Summarises everything again, or a range, or some cities, from the observations: marks the hours stale, a few
 * cities at a time, and lets the ordinary transform consume them. Progress counts cities.
 */
export async function rebuild(pool: Pool, options: RebuildOptions): Promise<Summarised> {
  const { rows } = await run<{ city_id: number }>(pool, CITIES, [options.cityIds ?? null]);
  const sum: Summarised = { hoursSummarised: 0, daysSummarised: 0 };
  for (let done = 0; done < rows.length; done += CITIES_AT_ONCE) {
    options.signal?.throwIfAborted();
    const cityIds = rows.slice(done, done + CITIES_AT_ONCE).map((row) => row.city_id);
    const part = await rebuildCities(pool, { ...options, cityIds }, (batch) => {
      options.onProgress?.({ ...batch, done, total: rows.length });
    });
    sum.hoursSummarised += part.hoursSummarised;
    sum.daysSummarised += part.daysSummarised;
  }
  options.onProgress?.({ hoursSummarised: 0, daysSummarised: 0, done: rows.length, total: rows.length });
  return sum;
}

async function rebuildCities(
  pool: Pool,
  options: RebuildOptions & { cityIds: readonly number[] },
  onProgress: (batch: Summarised) => void,
): Promise<Summarised> {
  const { cityIds, fence, from, to } = options;
  await derive(pool, fence, (client) => run(client, MARK_HOURS, [cityIds, from ?? null, to ?? null]));
  const summarised = await transformStale(pool, { ...options, onProgress });
  await derive(pool, fence, (client) => run(client, FORGET_ORPHANS, [cityIds]));
  return summarised;
}
