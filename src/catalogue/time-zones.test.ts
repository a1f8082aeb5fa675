import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { addCities, empty, observe, rowsOf, testWarehouse, transform } from '../transform/testkit.js';
import { addPlace } from './places.js';
import { sameClock, settleTimeZones, zoneInPostgres } from './time-zones.js';

const logger = createLogger('silent');
let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(() => empty(pool));

const FIELD = { name: 'Field', countryCode: 'FR', latitude: 48, longitude: 2 };

async function zones(): Promise<unknown[]> {
  const { rows } = await pool.query<{ time_zone: string }>('SELECT time_zone FROM cities ORDER BY id');
  return rows.map((row) => row.time_zone);
}

test('another name of the same clock is found, whichever is the newer', () => {
  expect(sameClock('Europe/Kyiv', ['Europe/Berlin', 'Europe/Kiev'])).toBe('Europe/Kiev');
  expect(sameClock('Asia/Calcutta', ['Asia/Colombo', 'Asia/Kolkata'])).toBe('Asia/Kolkata');
  expect(sameClock('Europe/Kyiv', ['Europe/Berlin'])).toBeUndefined();
  expect(sameClock('Mars/Olympus', ['Europe/Berlin'])).toBeUndefined();
});

test('a zone that PostgreSQL does not know stops nobody: its place gets its neighbour’s, and new days', async () => {
  await addCities(pool, 'Europe/Paris', 'Europe/Paris', 'America/New_York');
  await pool.query('UPDATE cities SET population = 1 WHERE id = 1');
  const observations = [1, 2, 3].map((city) => ({
    at: '2026-05-01T22:30:00Z',
    city,
    air_temperature_c: 10 + city,
  }));
  await observe(pool, ...observations);
  await transform(pool);
  // As after a move to a server with older data: the days that are there were cut by a clock nobody knows here.
  await pool.query(`UPDATE daily_summaries SET local_date = '2026-04-30' WHERE city_id = 2`);
  await pool.query(`UPDATE cities SET time_zone = 'Mars/Olympus' WHERE id = 2`);
  await observe(pool, ...observations.map((observation) => ({ ...observation, air_temperature_c: 20 })));
  await expect(transform(pool)).rejects.toThrow(/Mars\/Olympus/);

  expect(await settleTimeZones(pool, logger)).toBe(1);
  expect(await zones()).toEqual(['Europe/Paris', 'Europe/Paris', 'America/New_York']);
  await transform(pool);
  for (const [city, date] of [
    [1, '2026-05-02'],
    [2, '2026-05-02'],
    [3, '2026-05-01'],
  ] as const) {
    expect(await rowsOf(pool, 'daily_summaries', city)).toMatchObject([
      { local_date: date, air_temperature_max_c: 20 },
    ]);
  }
  expect(await settleTimeZones(pool, logger)).toBe(0);
});

test('a place of one’s own is not added in a zone that PostgreSQL does not know', async () => {
  expect(await zoneInPostgres(pool, 'Europe/Paris')).toBe('Europe/Paris');
  expect(await zoneInPostgres(pool, 'Mars/Olympus')).toBeUndefined();
  const { timeZone } = await addPlace(pool, { ...FIELD, timeZone: 'Asia/Calcutta' });
  expect(['Asia/Calcutta', 'Asia/Kolkata']).toContain(timeZone);
  // Known to the runtime as an offset, to PostgreSQL with the opposite sign.
  await expect(addPlace(pool, { ...FIELD, name: 'Offset', timeZone: '+05:30' })).rejects.toThrow(
    /is no IANA time zone|PostgreSQL does not know \+05:30/,
  );
  expect(await zones()).toHaveLength(1);
});
