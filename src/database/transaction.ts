import type { Pool, PoolClient } from 'pg';

/** Runs a task in one transaction: committed when it returns, undone when it throws. */
export async function transaction<T>(pool: Pool, task: (client: PoolClient) => Promise<T>): Promise<T> {
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
