import type { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A COPY that runs. */
export interface Copy {
  /** What PostgreSQL sends; destroying it before its end stops the statement. */
  stream: Readable;
  /** How many rows it was; to be asked once the stream has ended. */
  rowCount: () => Promise<number>;
}

/**
 * Begins a COPY … TO STDOUT on a connection of its own.
 * @param copy the statement
 * @param longest milliseconds after which it is broken off, whatever the database does
 */
export async function beginCopy(pool: Pool, copy: string, longest: number): Promise<Copy> {
  const client = await pool.connect();
  const pid = await backendOf(client);
  const stream = client.query(copyTo(copy));
  // Whoever reads hears of errors, too; until somebody does, they must not end the process.
  stream.on('error', () => undefined);
  const timer = setTimeout(() => stream.destroy(new Error('Query read timeout')), longest);
  const rows = new Promise<number>((resolve, reject) => {
    stream.once('end', () => void giveBack(client, () => stream.rowCount).then(resolve, reject));
  });
  rows.catch(() => undefined);
  stream.once('close', () => {
    clearTimeout(timer);
    if (!stream.readableEnded) void cancel(pool, client, pid);
  });
  return { stream, rowCount: () => rows };
}

async function backendOf(client: PoolClient): Promise<number | undefined> {
  try {
    return (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The data ends before the statement does: an answer to another one says that the count is there. */
async function giveBack(client: PoolClient, rowCount: () => number): Promise<number> {
  try {
    await client.query('SELECT');
    client.release();
    return rowCount();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Stops a statement and closes its connection. A server that is busy sorting would notice a closed connection only when
 * it has something to send.
 */
async function cancel(pool: Pool, client: PoolClient, pid: number | undefined): Promise<void> {
  await pool.query('SELECT pg_cancel_backend($1)', [pid]).catch(() => undefined);
  client.release(true);
}
