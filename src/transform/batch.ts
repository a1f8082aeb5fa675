import type { Pool, PoolClient } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';

const PREPARE = sqlFile(import.meta.url, 'prepare-batch.sql');
const SUMMARISE_HOURS = sqlFile(import.meta.url, 'summarise-hours.sql');
const SUMMARISE_DAYS = sqlFile(import.meta.url, 'summarise-days.sql');
const UPDATE_MOVING_AVERAGES = sqlFile(import.meta.url, 'update-moving-averages.sql');

/** Any fixed number that nothing else locks: "transform" read as letters on a phone. */
const TRANSFORM_LOCK = 872_673_676;

/** City-hours as PostgreSQL's own text of two parallel arrays: they only pass through. */
export interface CityHours {
  hours: number;
  city_ids: string;
  starts: string;
}

/**
 * One transaction of the transform. Only one writes summaries at a time: two that summarise different hours of
 * the same day would each miss the other's.
 */
export function derive<T>(pool: Pool, fence: Fence, task: (client: PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, async (client) => {
    await run(client, PREPARE);
    await client.query('SELECT pg_advisory_xact_lock($1)', [TRANSFORM_LOCK]);
    await fence(client);
    return task(client);
  });
}

/**
 * Summarises city-hours anew, then the local days they fall on, then the moving averages that reach over them.
 * @returns the number of days
 */
export async function summarise(
  client: PoolClient,
  { city_ids, starts }: CityHours,
  windows: readonly number[],
): Promise<number> {
  await run(client, SUMMARISE_HOURS, [city_ids, starts]);
  const { rows } = await run<{ days: number }>(client, SUMMARISE_DAYS, [city_ids, starts]);
  for (const window of windows) await updateMovingAverages(client, { city_ids, starts }, window);
  return rows[0]?.days ?? 0;
}

/** Computes the averages over one window of hours anew, for the given hours and those after them they reach. */
export async function updateMovingAverages(
  client: PoolClient,
  { city_ids, starts }: Pick<CityHours, 'city_ids' | 'starts'>,
  window: number,
): Promise<void> {
  await run(client, UPDATE_MOVING_AVERAGES, [city_ids, starts, window]);
}
