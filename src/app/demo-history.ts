import type { Pool } from 'pg';
import { requestRun } from '../database/run-requests.js';
import { transaction } from '../database/transaction.js';
import { DAY } from '../domain/time.js';

/** Enough for monthly charts and moving averages, little enough to be there within seconds. */
const DAYS_OF_HISTORY = 28;

/**
 * Asks for some weeks of simulated history, once in the life of a demo database, so that there is something to
 * look at within seconds. It goes the way of any backfill.
 * @returns days that were asked for now; 0 when they were before
 */
export async function requestDemoHistory(pool: Pool, now: Date): Promise<number> {
  const today = Math.floor(now.getTime() / DAY) * DAY;
  return transaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO settings (key, value) VALUES ('demo_history', to_jsonb(now())) ON CONFLICT (key) DO NOTHING`,
    );
    if (rowCount === 0) return 0;
    const { rows } = await client.query<{ city_id: number }>(
      'SELECT city_id FROM tracked_cities ORDER BY city_id',
    );
    await requestRun(client, {
      job: 'BACKFILL',
      trigger: 'STARTUP',
      requestedBy: 'demo',
      parameters: { cityIds: rows.map((row) => row.city_id) },
      window: { from: new Date(today - DAYS_OF_HISTORY * DAY), to: new Date(today + DAY) },
    });
    return DAYS_OF_HISTORY;
  });
}
