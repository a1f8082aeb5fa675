import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { InvalidInputError } from '../errors.js';

const REMOVE = sqlFile(import.meta.url, 'remove-old-bodies.sql');

/** An answer may point to the bytes of one of the day before (save-payloads.sql): those must not go meanwhile. */
const SHORTEST_DAYS = 2;

export interface RetentionOptions {
  /** Bytes fetched longer ago than this go; at least 2. */
  olderThanDays: number;
  /** Payloads a transaction. */
  batch?: number;
  fence?: Fence;
  /** Looked at between two transactions. */
  signal?: AbortSignal;
}

/**
 * Removes the bytes of old payloads that are loaded and have no open reject. The rows stay for ever: they say
 * where observations come from.
 * @returns the number of payloads whose bytes were removed
 */
export async function removeOldBodies(pool: Pool, options: RetentionOptions): Promise<number> {
  const { olderThanDays, batch = 5_000 } = options;
  if (!(olderThanDays >= SHORTEST_DAYS)) {
    throw new InvalidInputError(
      `Payloads can be removed after ${SHORTEST_DAYS} days at the earliest, not ${olderThanDays}.`,
    );
  }
  const before = await daysAgo(pool, olderThanDays);
  // From city to city, so that no batch looks again at what the batches before it left.
  for (let removed = 0, city = 0; ;) {
    options.signal?.throwIfAborted();
    const cities = await removeBatch(pool, [before, batch, city], options.fence);
    if (cities.length === 0) return removed;
    removed += cities.length;
    city = Math.max(...cities);
  }
}

/** By the database's clock. */
async function daysAgo(pool: Pool, days: number): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>(`SELECT now() - $1::float8 * interval '1 day' AS at`, [
    days,
  ]);
  if (!rows[0]) throw new Error('The database did not say what time it is');
  return rows[0].at;
}

/** The city of each payload whose bytes were removed. */
function removeBatch(pool: Pool, values: unknown[], fence?: Fence): Promise<number[]> {
  return transaction(pool, async (client) => {
    await fence?.(client);
    const { rows } = await run<{ city_id: number }>(client, REMOVE, values);
    return rows.map((row) => row.city_id);
  });
}
