import pg from 'pg';
import { messageOf } from '../errors.js';
import { run, sqlFile, type Queryable } from './sql.js';

const IS_FULL = sqlFile(import.meta.url, 'disk-full.sql');
/** PostgreSQL's disk_full. */
const NO_SPACE = '53100';

/** What there is to do about it, in a sentence. */
export const MAKE_ROOM =
  'Make room on it, or set RETENTION_DAYS_PAYLOADS; nothing is lost meanwhile but time.';
const DISK_FULL = 'The disk of the database is full.';

/** Why a run failed. A full disk is named in words of our own, by which it is known again. */
export function runFailure(error: unknown): string {
  const isFull = error instanceof pg.DatabaseError && error.code === NO_SPACE;
  return isFull ? `${DISK_FULL} ${MAKE_ROOM} (${messageOf(error)})` : messageOf(error);
}

/** Whether jobs lately failed because the database has no room for what they write, in whatever process. */
export async function diskIsFull(db: Queryable): Promise<boolean> {
  const { rows } = await run<{ is_full: boolean }>(db, IS_FULL, [DISK_FULL]);
  return rows[0]?.is_full ?? false;
}
