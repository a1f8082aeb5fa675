import { DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { openPool } from '../../database/pool.js';
import { EXPORT_LIMITS } from '../../export/export.js';
import { createLogger } from '../../logger.js';
import { testDatabase } from '../../testing/database.js';
import { rebuildAll } from '../../transform/testkit.js';
import { testReplica, type TestServer } from '../testing.js';

export interface ExportServer extends TestServer {
  /** Of the exports. */
  exportPool: Pool;
}

/** The clock of the server stands still. */
export const NOW = '2026-05-20T12:00:00Z';
/** Looks like a way out of every quoting there is. */
export const AWKWARD_NAME = `O'Brien "Señor", \\N \\ 北京 🌧 {a}`;

/** The HTTP host with exports, on a database of its own with three places and some days of weather with gaps. */
export async function exportServer(): Promise<ExportServer> {
  const database = await testDatabase();
  const exportPool = openPool(database.url, EXPORT_LIMITS, createLogger('silent'));
  const server = await testReplica(database.url, { exportPool }, { now: () => Date.parse(NOW) });
  await fillWarehouse(server.pool);
  return {
    ...server,
    exportPool,
    stop: async () => {
      await server.stop();
      await exportPool.end();
      await database.drop();
    },
  };
}

const PLACES = [
  [5128581, 'New York City', 'US', 'America/New_York'],
  [2867714, AWKWARD_NAME, 'DE', 'Europe/Berlin'],
  [2193733, 'Auckland', 'NZ', 'Pacific/Auckland'],
] as const;

async function fillWarehouse(pool: Pool): Promise<void> {
  for (const place of PLACES) {
    await pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       VALUES ($1, $2, 'Place', $3, 0, 0, $4, 'place')`,
      [...place],
    );
  }
  await addHours(pool, '2026-05-10T00:00:00Z', '2026-05-20T12:00:00Z');
  await rebuildAll(pool);
}

/**
 * An observation every half an hour but for some hours, with values of all kinds: nulls, zeros, negative ones, ones of
 * single precision.
 */
export async function addHours(pool: Pool, from: string, to: string): Promise<void> {
  await pool.query(
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at, condition_code,
       further_condition_codes, air_temperature_c, apparent_temperature_c, relative_humidity_pct,
       mean_sea_level_pressure_hpa, wind_speed_ms, wind_from_direction_deg, wind_gust_speed_ms, visibility_m,
       rain_1h_mm, precipitation_1h_mm)
     SELECT c.id, at, CASE WHEN c.id = 2193733 THEN 'OPEN_METEO' ELSE 'OPENWEATHERMAP' END::source, 'CURRENT', 1,
       at + interval '3.7 s', at + interval '5 s', 800, CASE WHEN n % 9 = 0 THEN '{701,741}'::smallint[] ELSE '{}' END,
       CASE WHEN n % 7 = 0 THEN NULL ELSE round((30 * sin(n * 0.37 + c.id))::numeric, 2) END,
       round((25 * sin(n * 0.37 + c.id))::numeric, 3), 50 + n % 50, round((1013.25 + 20 * sin(n))::numeric, 3),
       round((n % 12 * 0.77)::numeric, 2), n * 37 % 360, CASE WHEN n % 3 = 0 THEN 0 END, 10000 - n,
       CASE WHEN n % 5 = 0 THEN 0.25 WHEN n % 5 = 1 THEN 0 END, CASE WHEN n % 5 = 0 THEN 0.25 WHEN n % 5 = 1 THEN 0 END
     FROM (SELECT at, row_number() OVER (ORDER BY at)::int AS n
             FROM generate_series($1::timestamptz, $2::timestamptz, '30 minutes') AS at) AS hours
     CROSS JOIN cities AS c
     WHERE n % 40 NOT BETWEEN 10 AND 14 AND n % 160 NOT BETWEEN 60 AND 90
     ON CONFLICT DO NOTHING`,
    [from, to],
  );
  await pool.query(
    `INSERT INTO latest_observations (city_id, source, observed_at)
     SELECT city_id, source, max(observed_at) FROM observations GROUP BY city_id, source
     ON CONFLICT (city_id, source) DO UPDATE SET observed_at = excluded.observed_at`,
  );
}

/** What DuckDB reads in a file; BigInts as numbers. */
export async function duck(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
