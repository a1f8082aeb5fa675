import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { derive, updateMovingAverages, type CityHours } from './batch.js';

const SUMMARISED_CITIES = sqlFile(import.meta.url, 'summarised-cities.sql');
const SUMMARISED_HOURS = sqlFile(import.meta.url, 'summarised-hours.sql');
const DROP_WINDOWS = sqlFile(import.meta.url, 'drop-windows.sql');
const REMEMBER = sqlFile(import.meta.url, 'remember-windows.sql');

/** Row of `settings` that says for which windows the table of moving averages holds every hour. */
const SETTING = 'movingAverageWindows';

export interface KeepWindowsOptions {
  windows: readonly number[];
  fence: Fence;
  signal?: AbortSignal | undefined;
}

/**
 * Brings the table of moving averages in line with the windows that are to be kept: computes the ones that are
 * new over all of history, removes the ones nobody keeps up to date any more. Nothing to do, as a rule.
 */
export async function keepWindows(pool: Pool, options: KeepWindowsOptions): Promise<void> {
  const kept = await keptWindows(pool);
  const windows = [...new Set(options.windows)].sort((a, b) => a - b);
  if (windows.join() === kept?.join()) return;
  const added = windows.filter((window) => !kept?.includes(window));
  const { rows } = await run<{ city_id: number }>(pool, SUMMARISED_CITIES);
  for (const { city_id } of rows) {
    options.signal?.throwIfAborted();
    await alignCity(pool, options.fence, city_id, windows, added);
  }
  await derive(pool, options.fence, (client) => run(client, REMEMBER, [SETTING, JSON.stringify(windows)]));
}

/** The windows whose averages are kept for every hour, in hours; null before the first transform. */
export async function keptWindows(pool: Pool): Promise<number[] | null> {
  const text = 'SELECT value FROM settings WHERE key = $1';
  const { rows } = await pool.query<{ value: number[] }>({ name: 'kept-windows', text, values: [SETTING] });
  return rows[0]?.value ?? null;
}

function alignCity(
  pool: Pool,
  fence: Fence,
  cityId: number,
  windows: number[],
  added: number[],
): Promise<void> {
  return derive(pool, fence, async (client) => {
    await run(client, DROP_WINDOWS, [cityId, windows]);
    if (added.length === 0) return;
    const { rows } = await run<CityHours>(client, SUMMARISED_HOURS, [cityId]);
    const hours = rows[0];
    if (!hours || hours.hours === 0) return;
    for (const window of added) await updateMovingAverages(client, hours, window);
  });
}
