import { appliedMigrations } from '../database/migrate.js';
import type { PoolLimits } from '../database/pool.js';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { UserFacingError } from '../errors.js';
import type { Head, Sequence, Table } from './format.js';

const TABLES = sqlFile(import.meta.url, 'tables.sql');
const SEQUENCES = sqlFile(import.meta.url, 'sequences.sql');

/** For one statement that streams for as long as it takes. */
export const COPY_LIMITS: PoolLimits = { max: 2, statementTimeout: 0, driverTimeout: false };

/** How text is written and read here, whatever the server's or the user's habit. */
export const SESSION = `SET LOCAL DateStyle = 'ISO'; SET LOCAL TimeZone = 'UTC'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex';
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

export async function readTables(db: Queryable): Promise<Table[]> {
  return (await run<Table>(db, TABLES)).rows;
}

export async function readSequences(db: Queryable): Promise<Sequence[]> {
  return (await run<Sequence>(db, SEQUENCES)).rows;
}

/** What the database is, as the head of a backup says it. */
export async function describeWarehouse(db: Queryable): Promise<Omit<Head, 'format'>> {
  const migrations = await appliedMigrations(db);
  if (migrations.length === 0)
    throw new UserFacingError(
      'There is no warehouse in this database: nothing to back up. Are DATABASE_URL, DATA_DIR and --real as the program has them?',
    );
  const { rows } = await db.query<{ at: Date; demo: boolean | null }>(
    `SELECT now() AS at, (SELECT value::text::boolean FROM settings WHERE key = 'demo') AS demo`,
  );
  return { madeAt: rows[0]?.at.toISOString() ?? '', demo: rows[0]?.demo ?? null, migrations };
}
