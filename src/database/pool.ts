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
}

/** For answers: a reader waits seconds, not minutes. */
export const API_LIMITS: PoolLimits = { max: 10, statementTimeout: 5 * SECOND };
/** For jobs: each may hold a connection and want another for its heartbeat; bulk statements may take their time. */
export const JOB_LIMITS: PoolLimits = { max: 12, statementTimeout: 120 * SECOND };

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
    query_timeout: limits.statementTimeout + SECOND,
    lock_timeout: 2 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
    application_name: 'weather-warehouse',
    // Compiling a statement costs more than it saves: 100 ms for a moving average that runs 20 ms.
    options: '-c TimeZone=UTC -c jit=off',
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'An idle database connection broke'));
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.warn({ err: error }, 'A database connection broke'));
  });
  return pool;
}

/** Prisma on the same pool, for simple reads and writes. */
export function prismaOn(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
