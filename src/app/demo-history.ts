import type { Pool, PoolClient } from 'pg';
import { requestRun } from '../database/run-requests.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { DAY, MINUTE, SECOND } from '../domain/time.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';

const FAILED_LAST = sqlFile(import.meta.url, 'demo-history.sql');
/** Whoever asks holds this row: of replicas that start or look at once, one asks and the others see its run. */
const HOLD = `INSERT INTO settings (key, value) VALUES ('demo_history', to_jsonb(now()))
  ON CONFLICT (key) DO UPDATE SET value = settings.value RETURNING (xmax = 0) AS first`;

/** Enough for monthly charts and moving averages, little enough to be there within seconds. */
const DAYS_OF_HISTORY = 28;
/** Milliseconds between two looks at a fill. */
const EVERY = MINUTE;

/** When a fill that failed is asked for again. */
interface Patience {
  /** Milliseconds since it ended. */
  pause: number;
  /** Fills within a day, the first included. */
  most: number;
}

/** A start is a person's wish: at once, however often it failed. */
const AT_START: Patience = { pause: 0, most: 2 ** 31 - 1 };
/** What runs on does not try for ever: what failed five times in a day needs a person. */
export const WHILE_RUNNING: Patience = { pause: 5 * MINUTE, most: 5 };

/**
 * Asks for some weeks of simulated history of a demo database, so that there is something to look at within seconds:
 * once, and again after a fill that failed or was not complete. It goes the way of any backfill.
 * @returns days that were asked for now; 0 when they are there, on their way, or cancelled by somebody
 */
export async function requestDemoHistory(pool: Pool, now: Date, patience = AT_START): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ first: boolean }>(HOLD);
    if (!rows[0]?.first && !(await failedLast(client, patience))) return 0;
    await requestFill(client, now);
    return DAYS_OF_HISTORY;
  });
}

async function failedLast(client: PoolClient, { pause, most }: Patience): Promise<boolean> {
  const { rows } = await run<{ again: boolean | null }>(client, FAILED_LAST, [pause / SECOND, most]);
  return rows[0]?.again ?? false;
}

async function requestFill(client: PoolClient, now: Date): Promise<void> {
  const today = Math.floor(now.getTime() / DAY) * DAY;
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
}

/** Looks after the fill while a program runs. @returns what ends it */
export function watchDemoHistory(pool: Pool, logger: Logger): () => Promise<void> {
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      const days = await requestDemoHistory(pool, new Date(), WHILE_RUNNING);
      if (days > 0) logger.warn(`The fill of the demo failed: its ${days} days were asked for again`);
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'Could not look after the history of the demo');
    }
  };
  const begin = (): void => void (looking ??= look().finally(() => (looking = undefined)));
  const timer = setInterval(begin, EVERY).unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
