import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg, { type Pool } from 'pg';
import { migrate } from '../database/migrate.js';
import { openPool } from '../database/pool.js';
import { createLogger } from '../logger.js';
import { testDatabase } from '../testing/database.js';
import { COPY_LIMITS, readSequences, readTables } from './contents.js';

export const logger = createLogger('silent');

export interface Place {
  url: string;
  pool: Pool;
  close(): Promise<void>;
}

/** A database without tables, or with those that some migrations make. */
export async function place(migrations?: readonly string[]): Promise<Place> {
  const database = await testDatabase();
  const pool = openPool(database.url, { ...COPY_LIMITS, max: 4 }, logger);
  await pool.query('DROP SCHEMA public, analysis CASCADE; CREATE SCHEMA public');
  if (migrations) await migrate(database.url, logger, migrations);
  const close = async (): Promise<void> => {
    await pool.end();
    await database.drop();
  };
  return { url: database.url, pool, close };
}

export async function folder(): Promise<{ file: (name: string) => string; remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'weather-backup-'));
  return {
    file: (name) => path.join(root, name),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Text that a careless format would break: its own marks, and every kind of end of a line. */
export const AWKWARD = 'a\\.\n\\.\n\\N\t"quoted"\r\n\u2028 München\\';

/** Rows of every kind of column: nulls, arrays, bytes, numbers with all their digits, awkward text. */
export async function fill(pool: Pool, observations = 200): Promise<void> {
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, $1, 'Place', 'DE', 48.13743, 1 / 3.0, 'Europe/Berlin', 'place' FROM generate_series(1, 3) AS id`,
    [AWKWARD],
  );
  await pool.query(
    `INSERT INTO tracked_cities (city_id, source, interval_minutes, next_due_at)
     SELECT id, 'OPENWEATHERMAP', 15, '2026-05-01T00:00:00.123456Z' FROM cities`,
  );
  await pool.query(`INSERT INTO settings (key, value) VALUES ('demo', 'false'), ($1, to_jsonb($1::text))`, [
    AWKWARD,
  ]);
  await pool.query(
    `INSERT INTO payloads (city_id, run_id, source, kind, units, requested_at, fetched_at, http_status, body, body_sha256, state)
     SELECT id, 1, 'OPENWEATHERMAP', 'CURRENT', 'METRIC', now(), now(), 200, $1, sha256($1), 'PENDING' FROM cities`,
    [Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256))],
  );
  await pool.query(
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at,
       further_condition_codes, air_temperature_c)
     SELECT c.id, '2026-05-01T00:00Z'::timestamptz + n * interval '15 minutes', 'OPENWEATHERMAP', 'CURRENT', 1, now(), now(),
            ARRAY[500, 701], CASE WHEN n % 7 > 0 THEN (n % 400) / 7.0 - 20 END
       FROM cities AS c, generate_series(1, $1::int / 3) AS n`,
    [observations],
  );
  await pool.query(
    `INSERT INTO stale_hours (city_id, hour) SELECT DISTINCT city_id, date_trunc('hour', observed_at) FROM observations`,
  );
}

/** Every table's rows as one digest each, and where every sequence is. */
export async function picture(pool: Pool): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const { name } of await readTables(pool)) {
    const table = pg.escapeIdentifier(name);
    const { rows } = await pool.query<{ count: string; digest: string | null }>(
      `SELECT count(*), md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM ${table} AS t`,
    );
    seen[name] = rows[0];
  }
  return { ...seen, sequences: await readSequences(pool) };
}

export const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
