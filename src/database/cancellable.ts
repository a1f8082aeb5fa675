import pg from 'pg';
import { messageOf } from '../errors.js';
import { despiteConflicts } from './conflicts.js';
import type { Reader } from './reader.js';
import type { Queryable } from './sql.js';

type CancellablePool = Pick<pg.Pool, 'connect' | 'options'>;
type Cancel = (processId: number) => Promise<void>;
/** node-postgres knows it, its types do not. */
type Session = pg.PoolClient & { processID: number };

const cancels = new WeakMap<CancellablePool, Cancel>();

/**
 * The pool, for reads that nobody needs once their reader has left: they are cancelled then, and their connections go back
 * to the pool whole. What a replica cancels is read again.
 */
export function cancellable(pool: CancellablePool, reader: Reader): Queryable {
  const cancel = cancels.get(pool) ?? canceller(pool);
  cancels.set(pool, cancel);
  const once = async (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    reader.mustBeThere();
    const client = (await pool.connect()) as Session;
    let cancelled: Promise<void> | undefined;
    const stop = (): void => void (cancelled = cancel(client.processID));
    const callOff = reader.whenLeft(stop);
    let broken: unknown;
    try {
      reader.mustBeThere();
      return await client.query(config, values);
    } catch (error) {
      // As the pool does by itself: who knows what a failure left behind. What we cancelled left nothing.
      broken = reader.reason() ? undefined : error;
      throw error;
    } finally {
      callOff();
      // Given back sooner, the cancellation could hit somebody else's statement.
      await cancelled;
      client.release(broken instanceof Error ? broken : undefined);
    }
  };
  const query = (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> =>
    despiteConflicts(
      () => once(config, values),
      () => !reader.reason(),
    );
  return { query } as Queryable;
}

/** Cancels on a connection of its own: those of the pool may all be busy. Many at once are one statement. */
function canceller({ options }: CancellablePool): Cancel {
  let waiting: number[] = [];
  let next: Promise<void> | undefined;
  return (processId) => {
    waiting.push(processId);
    // A turn of the event loop, so that all statements of a request are cancelled together.
    next ??= new Promise((resolve) => setImmediate(resolve)).then(async () => {
      const ids = waiting;
      waiting = [];
      next = undefined;
      await cancelAll(options, ids);
    });
    return next;
  };
}

async function cancelAll(options: pg.PoolOptions, ids: readonly number[]): Promise<void> {
  const client = new pg.Client(options);
  // Nothing to do but to let the statement run into its timeout.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_cancel_backend(id) FROM unnest($1::int[]) AS id', [ids]);
  } catch (error) {
    process.emitWarning(`Statements of a client that left go on: ${messageOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
