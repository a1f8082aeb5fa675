import type { Pool } from 'pg';
import { run, sqlFile } from '../../database/sql.js';
import { PROOF_ZONES } from '../../transform/proof/generate.js';
import { transformStale } from '../../transform/transform-stale.js';

const FILL = sqlFile(import.meta.url, 'fill.sql');

export const CITIES = 1344;
export const LAST = new Date('2026-05-01T00:00:00Z');
export const WINDOWS = [5, 24];
export const fence = (): Promise<void> => Promise.resolve();

/** Fills an empty warehouse. @returns observations in it */
export async function fillWarehouse(pool: Pool, observations: number): Promise<number> {
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Place', 'Place', 'XX', 0, 0, ($2::text[])[1 + id % 12], 'place' FROM generate_series(1, $1::int) AS id`,
    [CITIES, PROOF_ZONES],
  );
  const client = await pool.connect();
  try {
    // Longer than any statement of a job may take.
    await client.query('SET statement_timeout = 0');
    const { rowCount } = await run(client, FILL, [CITIES, Math.ceil(observations / CITIES), LAST]);
    await client.query('VACUUM ANALYZE observations');
    return rowCount ?? 0;
  } finally {
    client.release();
  }
}

/** One more observation of every city, as after a sweep. */
export async function sweepOnce(pool: Pool): Promise<void> {
  const at = new Date(LAST.getTime() + 600_000);
  await pool.query(
    `WITH arrived AS (
       INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c)
       SELECT id, $1, 'OPENWEATHERMAP', 'CURRENT', $1, 2, 11 FROM cities RETURNING city_id, observed_at)
     INSERT INTO stale_hours (city_id, hour) SELECT city_id, date_trunc('hour', observed_at, 'UTC') FROM arrived`,
    [at],
  );
}

/** Marks city-hours here and there, as late arrivals do. */
export async function touchHours(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO stale_hours (city_id, hour)
     SELECT DISTINCT 1 + n * 7919 % $2, date_trunc('hour', $3::timestamptz, 'UTC') - n * 104729 % 800 * interval '1 hour'
       FROM generate_series(1, $1::int) AS n`,
    [count, CITIES, LAST],
  );
}

export async function summariseStale(pool: Pool): Promise<void> {
  await transformStale(pool, { windows: WINDOWS, fence });
}
