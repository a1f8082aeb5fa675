import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_LIMITS, openPool } from '../database/pool.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { runChecks } from './run-checks.js';

let pool: Pool;
let database: TestDatabase;
const since = (): Date => new Date(Date.now() - 2 * 86_400_000);
const unfenced = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, API_LIMITS, createLogger('silent'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** One followed city that is well: an observation ten minutes ago with its payload, hour and day. */
beforeEach(async () => {
  await pool.query(`
    TRUNCATE cities, tracked_cities, payloads, observations, latest_observations, hourly_summaries, daily_summaries,
             stale_hours, data_check_results CASCADE;
    INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
    VALUES (1, 'Here', 'Here', 'US', 40, -74, 'UTC', 'here');
    INSERT INTO tracked_cities (city_id, source, interval_minutes, last_observed_at, tracked_at)
    VALUES (1, 'DEMO', 15, now() - interval '10 minutes', now() - interval '9 days');
    INSERT INTO payloads (city_id, id, source, kind, run_id, requested_at, fetched_at, http_status, body_sha256, state)
    VALUES (1, 1, 'DEMO', 'CURRENT', 1, now(), now(), 200, '', 'LOADED');
    INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c)
    VALUES (1, now() - interval '10 minutes', 'DEMO', 'CURRENT', now() - interval '9 minutes', 1, 20);
    INSERT INTO latest_observations SELECT city_id, source, observed_at FROM observations;
    INSERT INTO hourly_summaries (city_id, hour, source, kind, sample_count, air_temperature_mean_c,
                                  air_temperature_min_c, air_temperature_max_c)
    SELECT city_id, date_trunc('hour', observed_at, 'UTC'), source, kind, 1, 20, 20, 20 FROM observations;
    INSERT INTO daily_summaries (city_id, local_date, ends_at, sample_count, observed_hours, expected_hours,
                                 air_temperature_mean_c, air_temperature_min_c, air_temperature_max_c)
    SELECT city_id, (hour AT TIME ZONE 'UTC')::date, date_trunc('day', hour, 'UTC') + interval '1 day', 1, 1, 24, 20, 20, 20
      FROM hourly_summaries`);
});

async function failing(): Promise<Record<string, number>> {
  const results = await runChecks(pool, '1', since(), unfenced);
  const errored = results.filter(({ status }) => status === 'ERRORED');
  expect(errored).toEqual([]);
  return Object.fromEntries(results.filter(({ failing }) => failing > 0).map((r) => [r.check, r.failing]));
}

describe('data checks', () => {
  test('find nothing in a warehouse that is well, and keep that they looked', async () => {
    expect(await failing()).toEqual({});
    const { rows } = await pool.query<{ results: number }>(
      'SELECT count(*)::int AS results FROM data_check_results',
    );
    expect(rows[0]?.results).toBeGreaterThanOrEqual(13);
  });

  test.each([
    ['observations-of-unknown-city', `UPDATE latest_observations SET city_id = 99`],
    ['observations-without-values', `UPDATE observations SET air_temperature_c = NULL`],
    ['observations-from-the-future', `UPDATE observations SET fetched_at = observed_at - interval '1 hour'`],
    ['observations-without-payload', `DELETE FROM payloads`],
    ['latest-is-not-latest', `UPDATE latest_observations SET observed_at = observed_at - interval '1 hour'`],
    ['city-is-stale', `UPDATE tracked_cities SET last_observed_at = now() - interval '2 hours'`],
    ['day-is-thin', `UPDATE daily_summaries SET ends_at = now() - interval '1 minute'`],
    ['day-is-not-its-hours', `UPDATE daily_summaries SET air_temperature_mean_c = 21`],
    ['hour-without-observations', `DELETE FROM observations`],
    [
      'sensor-is-stuck',
      `INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c,
                                 relative_humidity_pct, mean_sea_level_pressure_hpa)
       SELECT 1, now() - n * interval '50 minutes', 'OPENWEATHERMAP', 'CURRENT', now(), 1, 5, 50, 1000
         FROM generate_series(0, 14) AS n`,
    ],
    [
      'temperature-jumps',
      `INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c)
       VALUES (1, now() - interval '30 minutes', 'DEMO', 'CURRENT', now(), 1, -20)`,
    ],
    [
      'live-is-not-reanalysis',
      `INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c)
       SELECT 1, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', source::source, kind::payload_kind, now(), 1, t
         FROM generate_series(1, 30) AS n,
              (VALUES ('OPENWEATHERMAP', 'CURRENT', 10), ('OPEN_METEO', 'ARCHIVE', 3)) AS v (source, kind, t)`,
    ],
  ])('find %s', async (check, fault) => {
    await pool.query(fault);
    expect(Object.keys(await failing())).toContain(check);
  });

  test('find a range that does not hold for all rows, and a key that is gone', async () => {
    await pool.query(`
      ALTER TABLE observations ADD CONSTRAINT warm CHECK (air_temperature_c > 30) NOT VALID;
      ALTER TABLE latest_observations DROP CONSTRAINT latest_observations_pkey`);
    expect(await failing()).toEqual({ 'rule-is-not-enforced': 2 });
    await pool.query(`
      ALTER TABLE observations DROP CONSTRAINT warm;
      ALTER TABLE latest_observations ADD PRIMARY KEY (city_id, source)`);
    expect(await failing()).toEqual({});
  });
});
