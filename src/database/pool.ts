import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from '../logger.js';
import { SECOND } from '../domain/time.js';
import { PrismaClient } from './client/client.js';

export interface PoolLimits {
  /** Connections at most. */
  max: number;
  /** Milliseconds after which PostgreSQL cancels a statement. */
  statementTimeout: number;
  /** False where statements stream: whoever runs them watches the time, too. */
  driverTimeout?: false;
  /** Further settings of the sessions: -c name=value. */
  options?: string;
}

/** For answers: a reader waits seconds, not minutes. */
export const API_LIMITS: PoolLimits = { max: 10, statementTimeout: 5 * SECOND };
/** For jobs: each may hold a connection and want another for its heartbeat; bulk statements may take their time. */
export const JOB_LIMITS: PoolLimits = { max: 12, statementTimeout: 120 * SECOND };

/**
 * Lets a session's statement end within two seconds of the death of its process, instead of running on with its locks
 * and keeping whoever takes over waiting. Not every operating system of a server can: there it goes on to its end.
 */
async function noticeDeath(client: pg.ClientBase): Promise<void> {
  await client
    .query("SELECT set_config('client_connection_check_interval', '2s', false)")
    .catch(() => undefined);
}

/** The pool waits for it, though its types do not say so. */
const AT_CONNECTION = { onConnect: noticeDeath };

/**
 * Opens a pool. A broken idle connection is logged, never fatal; a caller who finds no free connection is told
 * after two seconds (the driver's default is to wait for ever). Sessions run in UTC, whatever the server's zone.
 */
export function openPool(connectionString: string, limits: PoolLimits, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: limits.max,
    connectionTimeoutMillis: 2 * SECOND,
    statement_timeout: limits.statementTimeout,
    // For a server that cannot keep its own time: frozen, or behind a cut cable.
    ...(limits.driverTimeout !== false && { query_timeout: limits.statementTimeout + SECOND }),
    lock_timeout: 2 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
    application_name: 'weather-warehouse',
    // Compiling a statement costs more than it saves: 100 ms for a moving average that runs 20 ms.
    options: `-c TimeZone=UTC -c jit=off ${limits.options ?? ''}`,
    ...AT_CONNECTION,
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'An idle database connection broke'));
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.warn({ err: error }, 'A database connection broke'));
  });
  return pool;
}

/**
 * Closes pools. Statements that are still running after a while are left to the database, which undoes them.
 * @throws Error when there are such
 */
export async function closePools(pools: readonly pg.Pool[], patience: number): Promise<void> {
  const late = new AbortController();
  const giveUp = sleep(patience, undefined, { signal: late.signal }).then(() => {
    throw new Error('a statement was still running: the database undoes it');
  });
  try {
    await Promise.race([Promise.all(pools.map((pool) => pool.end())), giveUp]);
  } finally {
    late.abort();
    giveUp.catch(() => undefined);
  }
}

/** Prisma on the same pool, for simple reads and writes. */
export function prismaOn(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
