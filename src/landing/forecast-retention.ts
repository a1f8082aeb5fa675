import type { Pool } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';

const REMOVE = sqlFile(import.meta.url, 'remove-old-forecasts.sql');

/** Removes forecasts issued longer ago, some thousands a transaction. @returns how many */
export async function removeOldForecasts(
  pool: Pool,
  { olderThanDays, fence, signal }: { olderThanDays: number; fence: Fence; signal?: AbortSignal },
): Promise<number> {
  for (let removed = 0; ;) {
    signal?.throwIfAborted();
    const rows = await transaction(pool, async (client) => {
      await fence(client);
      return (await run(client, REMOVE, [olderThanDays, 20_000])).rowCount ?? 0;
    });
    if (rows === 0) return removed;
    removed += rows;
  }
}
