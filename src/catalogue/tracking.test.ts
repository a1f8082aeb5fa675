import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { seedTracking, track, untrack } from './tracking.js';

const OPTIONS = { source: 'DEMO', intervalMinutes: 15, by: 'somebody' } as const;
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
     SELECT id, 'Town', 'Town', country, id, id, population, 'UTC', E'\\ntown\\n'
     FROM (VALUES (1, 'US', 500), (2, 'US', 900), (3, 'US', 900), (4, 'GB', 700), (5, 'GB', NULL), (6, 'FR', NULL))
       AS town (id, country, population)`,
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

beforeEach(async () => {
  await pool.query('TRUNCATE tracked_cities, tracking_changes, settings');
});

interface Row {
  city_id: number;
  source: string;
  interval_minutes: number;
  minutes: number;
  paused: boolean;
}

/** The tracked cities, and in how many minutes each is due. */
async function tracked(): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT city_id, source, interval_minutes, paused,
            round(extract(epoch FROM next_due_at - now()) / 60)::int AS minutes
     FROM tracked_cities ORDER BY city_id`,
  );
  return rows;
}

test('follows the most populous of a country, of the world, and ids, each once', async () => {
  expect((await track(pool, 'US:2', OPTIONS)).cityIds).toEqual([2, 3]);
  expect((await track(pool, 'US:1,*:3,6,4', OPTIONS)).cityIds).toEqual([2, 3, 4, 6]);
  expect(await tracked()).toEqual(
    [2, 3, 4, 6].map((city_id) => ({
      city_id,
      source: 'DEMO',
      interval_minutes: 15,
      minutes: 0,
      paused: false,
    })),
  );
});

test('says which ids and countries chose nothing', async () => {
  expect(await track(pool, '1,77,88,FR:5,ZZ:1,US:1', OPTIONS)).toEqual({
    cityIds: [1, 2],
    unknownIds: [77, 88],
    emptyCountries: ['FR', 'ZZ'],
  });
});

test('takes ids as they are', async () => {
  expect(await track(pool, [5, 9], OPTIONS)).toEqual({ cityIds: [5], unknownIds: [9], emptyCountries: [] });
  expect(await track(pool, [], OPTIONS)).toEqual({ cityIds: [], unknownIds: [], emptyCountries: [] });
});

test('following again changes source and interval, ends a pause, and asks no earlier than the interval says', async () => {
  await track(pool, [1, 2, 3], OPTIONS);
  await pool.query(
    `UPDATE tracked_cities SET last_fetched_at = now(), next_due_at = now() + interval '15 minutes', paused = city_id = 3`,
  );
  await track(pool, [1, 3], { source: 'DEMO', intervalMinutes: 5, by: 'admin' });
  await track(pool, [2], { source: 'OPEN_METEO', intervalMinutes: 60, by: 'admin' });
  expect(await tracked()).toEqual([
    { city_id: 1, source: 'DEMO', interval_minutes: 5, minutes: 5, paused: false },
    { city_id: 2, source: 'OPEN_METEO', interval_minutes: 60, minutes: 0, paused: false },
    { city_id: 3, source: 'DEMO', interval_minutes: 5, minutes: 0, paused: false },
  ]);
});

test('following no longer says who was followed, and leaves the others', async () => {
  await track(pool, [1, 2, 3], OPTIONS);
  expect(await untrack(pool, [3, 1, 77], 'admin')).toEqual([1, 3]);
  expect((await tracked()).map(({ city_id }) => city_id)).toEqual([2]);
});

test('seeds once, however many replicas start, and never again', async () => {
  const seeds = await Promise.all([1, 2, 3].map(() => seedTracking(pool, 'US:2', OPTIONS)));
  expect(seeds.filter((seed) => seed !== null)).toEqual([
    { cityIds: [2, 3], unknownIds: [], emptyCountries: [] },
  ]);
  await untrack(pool, [2, 3], 'admin');
  expect(await seedTracking(pool, 'US:2', OPTIONS)).toBeNull();
  expect(await tracked()).toEqual([]);
});

test('does not seed where cities are followed already', async () => {
  await track(pool, [1], OPTIONS);
  expect(await seedTracking(pool, 'GB:1', OPTIONS)).toBeNull();
  expect((await tracked()).map(({ city_id }) => city_id)).toEqual([1]);
});

test('a selector that fails seeds nothing and is tried again at the next start', async () => {
  await expect(seedTracking(pool, 'Paris', OPTIONS)).rejects.toThrow('choose no cities: "Paris"');
  await expect(seedTracking(pool, 'ZZ:5', OPTIONS)).rejects.toThrow(
    '"ZZ:5" chooses no place of the catalogue',
  );
  expect(await seedTracking(pool, 'GB:5', OPTIONS)).toMatchObject({ cityIds: [4] });
});

test('who followed what, and who ended it, is written down; what changes nothing is not', async () => {
  await track(pool, [3, 1], OPTIONS);
  await track(pool, [99], OPTIONS);
  await untrack(pool, [1, 2], 'cli');
  await untrack(pool, [1], 'cli');
  const { rows } = await pool.query(
    'SELECT changed_by, source, interval_minutes, city_ids FROM tracking_changes ORDER BY id',
  );
  expect(rows).toEqual([
    { changed_by: 'somebody', source: 'DEMO', interval_minutes: 15, city_ids: [1, 3] },
    { changed_by: 'cli', source: null, interval_minutes: null, city_ids: [1] },
  ]);
});
