import type { Pool } from 'pg';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import { createLogger } from '../logger.js';
import { testDatabase } from '../testing/database.js';
import { rebuild, type RebuildOptions } from './rebuild.js';
import { transformStale, type Summarised, type TransformOptions } from './transform-stale.js';

export const WINDOWS = [5, 24];

/** One row of `observations`: whatever is left out is NULL, or live weather of OpenWeatherMap. */
export interface TestObservation {
  at: string | Date;
  city?: number;
  source?: SourceName;
  kind?: PayloadKind;
  condition_code?: number;
  air_temperature_c?: number;
  apparent_temperature_c?: number;
  dew_point_temperature_c?: number;
  relative_humidity_pct?: number;
  mean_sea_level_pressure_hpa?: number;
  surface_pressure_hpa?: number;
  wind_speed_ms?: number;
  wind_gust_speed_ms?: number;
  wind_from_direction_deg?: number;
  cloud_cover_pct?: number;
  visibility_m?: number;
  rain_1h_mm?: number;
  snow_water_1h_mm?: number;
  precipitation_1h_mm?: number;
}

/** A database of the test file's own, with the ways in and out of the transform. */
export async function testWarehouse(): Promise<{ pool: Pool; close: () => Promise<void> }> {
  const database = await testDatabase();
  const pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  return {
    pool,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

/** Removes all rows a test may have left. */
export async function empty(pool: Pool): Promise<void> {
  await pool.query(`TRUNCATE cities, tracked_cities, observations, stale_hours, hourly_summaries, daily_summaries,
                      moving_averages, settings`);
}

export async function addCities(pool: Pool, ...timeZones: string[]): Promise<void> {
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Place', 'Place', 'XX', 0, 0, time_zone, 'place' FROM unnest($1::text[]) WITH ORDINALITY AS c (time_zone, id)`,
    [timeZones],
  );
}

const MARK = `INSERT INTO stale_hours (city_id, hour)
  SELECT DISTINCT city_id, date_trunc('hour', observed_at - back, 'UTC')
    FROM touched, unnest(ARRAY[interval '0', interval '1 microsecond']) AS back`;

/** Writes observations, the last of an instant wins, and marks their hours as the loader does. */
export async function observe(pool: Pool, ...observations: TestObservation[]): Promise<void> {
  const rows = new Map(observations.map(row).map((o) => [`${o.city_id} ${o.observed_at} ${o.source}`, o]));
  await pool.query(
    `WITH touched AS (
       INSERT INTO observations
       SELECT * FROM jsonb_populate_recordset(NULL::observations, $1)
       ON CONFLICT (city_id, observed_at, source) DO UPDATE SET
         kind = excluded.kind, condition_code = excluded.condition_code,
         ${VALUES.map((column) => `${column} = excluded.${column}`).join(', ')}
       RETURNING city_id, observed_at)
     ${MARK}`,
    [JSON.stringify([...rows.values()])],
  );
}

const VALUES = [
  'air_temperature_c',
  'apparent_temperature_c',
  'dew_point_temperature_c',
  'relative_humidity_pct',
  'mean_sea_level_pressure_hpa',
  'surface_pressure_hpa',
  'wind_speed_ms',
  'wind_gust_speed_ms',
  'wind_from_direction_deg',
  'cloud_cover_pct',
  'visibility_m',
  'rain_1h_mm',
  'snow_water_1h_mm',
  'precipitation_1h_mm',
] as const satisfies (keyof TestObservation)[];

function row({ at, city = 1, source = 'OPENWEATHERMAP', kind = 'CURRENT', ...values }: TestObservation) {
  const time = new Date(at).toISOString();
  return {
    ...values,
    city_id: city,
    source,
    kind,
    observed_at: time,
    fetched_at: time,
    loaded_at: time,
    payload_id: 1,
  };
}

/** Removes observations in a range of time and marks their hours as the loader does. */
export async function withdraw(pool: Pool, city: number, from: Date, to: Date): Promise<void> {
  await pool.query(
    `WITH touched AS (
       DELETE FROM observations WHERE city_id = $1 AND observed_at >= $2 AND observed_at < $3
       RETURNING city_id, observed_at)
     ${MARK}`,
    [city, from, to],
  );
}

export const fence = () => Promise.resolve();

export function transform(pool: Pool, options: Partial<TransformOptions> = {}): Promise<Summarised> {
  return transformStale(pool, { windows: WINDOWS, fence, ...options });
}

export function rebuildAll(pool: Pool, options: Partial<RebuildOptions> = {}): Promise<Summarised> {
  return rebuild(pool, { windows: WINDOWS, fence, ...options });
}

export type Row = Record<string, unknown>;

/** A table's rows in the order of their key, without what is NULL, each instant as text. */
export async function rowsOf(pool: Pool, table: Derived, city = 1): Promise<Row[]> {
  const { rows } = await pool.query<{ row: Row }>(
    `SELECT jsonb_strip_nulls(to_jsonb(t) - 'summarised_at' - 'city_id') AS row
       FROM ${table} AS t WHERE city_id = $1 ORDER BY ${ORDER[table]}`,
    [city],
  );
  return rows.map(({ row: values }) => values);
}

/** Every row of every derived table, floats in the shortest text that gives their bits back. */
export async function derivedRows(pool: Pool): Promise<string[]> {
  const tables = Object.keys(ORDER).map(
    (table) => `SELECT '${table} ' || regexp_replace(to_json(t)::text, '"summarised_at":"[^"]*",', '') AS row
                  FROM ${table} AS t`,
  );
  const { rows } = await pool.query<{ row: string }>(`${tables.join(' UNION ALL ')} ORDER BY 1`);
  return rows.map(({ row: values }) => values);
}

type Derived = 'hourly_summaries' | 'daily_summaries' | 'moving_averages';

const ORDER: Record<Derived, string> = {
  hourly_summaries: 'hour',
  daily_summaries: 'local_date',
  moving_averages: 'window_hours, hour',
};
