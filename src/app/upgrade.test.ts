import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill, logger, place, type Place } from '../backup/testkit.js';
import { loadConfig } from '../config/load.js';
import { appliedMigrations, knownMigrations } from '../database/migrate.js';
import { transformStale } from '../transform/transform-stale.js';
import { prepareWarehouse } from './prepare.js';

/*
 * A warehouse of the first version, with rows, meets the program of today.
 */

const ALL = await knownMigrations();
let old: Place;
beforeAll(async () => {
  old = await place(ALL.slice(0, 1));
  await fill(old.pool);
});
afterAll(() => old.close());

/** The columns of the first version, of the rows that were there then. */
async function facts(pool: Pool, columns: readonly string[]): Promise<unknown[]> {
  const list = columns.map((name) => `"${name}"`).join(', ');
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT ${list} FROM observations ORDER BY city_id, observed_at`,
  );
  return rows;
}

test('a warehouse of the first version is brought up to date by a start, and loses nothing', async () => {
  const { rows } = await old.pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = 'observations'`,
  );
  const columns = rows.map(({ name }) => name);
  const before = await facts(old.pool, columns);
  expect(before.length).toBeGreaterThan(100);
  const config = loadConfig({
    DATABASE_URL: old.url,
    OPENWEATHERMAP_API_KEY: '0123456789abcdef',
    TRACK: 'FR:1',
  });
  await prepareWarehouse(old.pool, old.url, config, logger);

  expect(await appliedMigrations(old.pool)).toEqual(ALL);
  expect(await facts(old.pool, columns)).toEqual(before);
  expect((await old.pool.query('SELECT FROM tracked_cities WHERE city_id <= 3')).rowCount).toBe(3);

  // The hours that were stale then are summarised now, of values to a thousandth.
  await transformStale(old.pool, { windows: [5, 24], fence: () => Promise.resolve() });
  const { rows: wrong } = await old.pool.query(
    `SELECT FROM (SELECT city_id, date_trunc('hour', observed_at) AS hour, avg(air_temperature_c) AS mean
                    FROM observations GROUP BY 1, 2) AS o
       FULL JOIN hourly_summaries AS h USING (city_id, hour)
      WHERE abs(h.air_temperature_mean_c - o.mean) > 0.001 OR h.city_id IS NULL OR o.city_id IS NULL`,
  );
  expect(wrong).toEqual([]);
});
