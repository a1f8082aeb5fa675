import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type Pool, type PoolClient } from 'pg';

/** Serialisation failure, deadlock, lock timeout: nobody's fault, and gone at the next try. */
const PASSING = new Set(['40001', '40P01', '55P03']);
/** Each waits two seconds for a lock: longer than the ten after which the database ends a frozen session's transaction. */
const TRIES = 6;

/**
 * Runs a task in one transaction: committed when it returns, undone when it throws. One that lost against another
 * transaction is done again, so a task must leave nothing behind but rows.
 */
export async function transaction<T>(pool: Pool, task: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(pool, task);
    } catch (error) {
      const passing = error instanceof pg.DatabaseError && PASSING.has(error.code ?? '');
      if (!passing || tries === TRIES) throw error;
      // Both losers of a collision must not meet again.
      await sleep(50 * tries * (1 + Math.random()));
    }
  }
}

async function once<T>(pool: Pool, task: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await task(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await undo(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection that cannot even roll back must not return to the pool. */
async function undo(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
