import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { CATALOGUE_FILE } from '../catalogue/import.js';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import { createLogger } from '../logger.js';

/** Half the world's clocks, one with half an hour and one without daylight saving. */
const CITIES = [
  [5128581, 'New York', 'US', 40.7143, -74.006, 'America/New_York'],
  [2643743, 'London', 'GB', 51.5085, -0.1257, 'Europe/London'],
  [1850147, 'Tokyo', 'JP', 35.6895, 139.6917, 'Asia/Tokyo'],
  [1275339, 'Mumbai', 'IN', 19.0728, 72.8826, 'Asia/Kolkata'],
  [2147714, 'Sydney', 'AU', -33.8678, 151.2073, 'Australia/Sydney'],
  [3871336, 'Santiago', 'CL', -33.4569, -70.6483, 'America/Santiago'],
] as const;

export const CITY_COUNT = CITIES.length;
/** The setting that follows them all. */
export const TRACK = CITIES.map(([id]) => id).join(',');

/**
 * A pool on a new database that has a few cities and says that the world's catalogue is loaded, which would take
 * each program some seconds.
 */
export async function smallWarehouse(url: string): Promise<pg.Pool> {
  const pool = openPool(url, { ...JOB_LIMITS, max: 3 }, createLogger('silent'));
  const sha256 = createHash('sha256')
    .update(await readFile(CATALOGUE_FILE))
    .digest('hex');
  await pool.query(`INSERT INTO settings (key, value) VALUES ('catalogue', $1)`, [{ sha256 }]);
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, name, name, country, latitude, longitude, zone, lower(name)
       FROM unnest($1::int[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::text[])
              AS c (id, name, country, latitude, longitude, zone)`,
    [0, 1, 2, 3, 4, 5].map((column) => CITIES.map((city) => city[column])),
  );
  return pool;
}

export interface RunRow {
  id: string;
  job: string;
  status: string;
  attempt: number;
  owner: string | null;
  error: string | null;
}

export async function runRow(pool: pg.Pool, id: string): Promise<RunRow> {
  const { rows } = await pool.query<RunRow>(
    'SELECT id::text AS id, job, status, attempt, owner, error FROM runs WHERE id = $1',
    [id],
  );
  if (!rows[0]) throw new Error(`Run ${id} is gone`);
  return rows[0];
}

/** The runs that a process works on. */
export async function runsOf(pool: pg.Pool, pid: number): Promise<RunRow[]> {
  const { rows } = await pool.query<RunRow>(
    `SELECT id::text AS id, job, status, attempt, owner, error
       FROM runs WHERE status = 'RUNNING' AND owner LIKE '%:' || $1`,
    [String(pid)],
  );
  return rows;
}

/** The process that works on one of these jobs, if one does. */
export async function ownerPid(pool: pg.Pool, jobs: readonly string[]): Promise<number | null> {
  const { rows } = await pool.query<{ owner: string }>(
    `SELECT owner FROM runs WHERE status = 'RUNNING' AND job = ANY ($1::job[]) ORDER BY heartbeat_at DESC LIMIT 1`,
    [jobs],
  );
  const pid = Number(rows[0]?.owner.split(':').at(-1));
  return Number.isInteger(pid) ? pid : null;
}

/** Whether there is nothing left to do: no run waits or works, all is loaded, all is summarised. */
export async function isSettled(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ open: boolean }>(
    `SELECT EXISTS (SELECT FROM runs WHERE status IN ('REQUESTED', 'RUNNING'))
         OR EXISTS (SELECT FROM payloads WHERE state = 'PENDING')
         OR EXISTS (SELECT FROM stale_hours) AS open`,
  );
  return rows[0]?.open === false;
}

/** What keeps it from being settled, for whoever waited in vain. */
export async function leftToDo(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ left: string }>(
    `SELECT format('%s %s %s of attempt %s, lease until %s, owner %s', job, id, status, attempt, lease_until, owner) AS left
       FROM runs WHERE status IN ('REQUESTED', 'RUNNING')
     UNION ALL SELECT format('payload %s of %s', id, fetched_at) FROM payloads WHERE state = 'PENDING'
     UNION ALL SELECT format('city %s, hour %s', city_id, hour) FROM stale_hours
     UNION ALL SELECT format('now %s', clock_timestamp())`,
  );
  return rows.map(({ left }) => left).join('; ');
}

/** Cities that have an observation of that very instant. */
export async function citiesObservedAt(pool: pg.Pool, at: Date): Promise<number> {
  const { rows } = await pool.query<{ cities: number }>(
    'SELECT count(*)::int AS cities FROM observations WHERE observed_at = $1',
    [at],
  );
  return rows[0]?.cities ?? 0;
}
