import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { addCities, empty, observe, rowsOf, testWarehouse, transform, withdraw } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(async () => {
  await empty(pool);
  await addCities(pool, 'Europe/Berlin');
});

const hours = () => rowsOf(pool, 'hourly_summaries');

describe('an hour', () => {
  test('is the mean of its samples, with the first instant of each extreme', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', air_temperature_c: 10.1, relative_humidity_pct: 60 },
      { at: '2026-05-01T12:10:00Z', air_temperature_c: -3.25, relative_humidity_pct: 61 },
      { at: '2026-05-01T12:40:00Z', air_temperature_c: -3.25 },
      { at: '2026-05-01T12:45:59Z', air_temperature_c: 10.1, wind_gust_speed_ms: 7.5 },
      { at: '2026-05-01T12:59:59Z', air_temperature_c: 4, wind_gust_speed_ms: 3 },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([
      {
        hour: '2026-05-01T12:00:00+00:00',
        sample_count: 5,
        source: 'OPENWEATHERMAP',
        kind: 'CURRENT',
        air_temperature_mean_c: 3.54,
        air_temperature_min_c: -3.25,
        air_temperature_min_at: '2026-05-01T12:10:00+00:00',
        air_temperature_max_c: 10.1,
        air_temperature_max_at: '2026-05-01T12:00:00+00:00',
        relative_humidity_mean_pct: 60.5,
        relative_humidity_min_pct: 60,
        relative_humidity_max_pct: 61,
        wind_gust_speed_max_ms: 7.5,
      },
    ]);
  });

  test('begins with its first instant and ends before the next', async () => {
    await observe(
      pool,
      { at: '2026-05-01T11:59:59Z', air_temperature_c: 1 },
      { at: '2026-05-01T12:00:00Z', air_temperature_c: 2 },
      { at: '2026-05-01T13:00:00Z', air_temperature_c: 3 },
    );
    await transform(pool);
    expect((await hours()).map((hour) => hour.air_temperature_mean_c)).toEqual([1, 2, 3]);
  });

  test('has no value where no sample has one', async () => {
    await observe(pool, { at: '2026-05-01T12:00:00Z', air_temperature_c: 2 });
    await transform(pool);
    expect(await hours()).toEqual([
      {
        hour: '2026-05-01T12:00:00+00:00',
        source: 'OPENWEATHERMAP',
        kind: 'CURRENT',
        sample_count: 1,
        air_temperature_mean_c: 2,
        air_temperature_min_c: 2,
        air_temperature_min_at: '2026-05-01T12:00:00+00:00',
        air_temperature_max_c: 2,
        air_temperature_max_at: '2026-05-01T12:00:00+00:00',
        rain_mm: 0,
        snow_water_mm: 0,
        precipitation_mm: 0,
        precipitation_implied_zero: true,
      },
    ]);
  });

  test('disappears with its last observation', async () => {
    await observe(pool, { at: '2026-05-01T12:10:00Z' }, { at: '2026-05-01T13:10:00Z' });
    await transform(pool);
    await withdraw(pool, 1, new Date('2026-05-01T12:00:00Z'), new Date('2026-05-01T13:00:00Z'));
    await transform(pool);
    expect(await hours()).toMatchObject([{ hour: '2026-05-01T13:00:00+00:00' }]);
  });
});

describe('the source of an hour', () => {
  test('is live before reanalysis, and never a blend', async () => {
    const at = '2026-05-01T12:00:00Z';
    await observe(
      pool,
      { at, air_temperature_c: 10, source: 'OPEN_METEO', kind: 'ARCHIVE' },
      { at: '2026-05-01T12:20:00Z', air_temperature_c: 30, source: 'DEMO' },
      { at: '2026-05-01T12:50:00Z', air_temperature_c: 40, source: 'DEMO' },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([
      { source: 'DEMO', kind: 'CURRENT', sample_count: 2, air_temperature_mean_c: 35 },
    ]);
  });

  test('is the first in the order of the catalogue among live ones', async () => {
    const at = '2026-05-01T12:00:00Z';
    await observe(
      pool,
      { at, air_temperature_c: 1, source: 'DEMO' },
      { at, air_temperature_c: 2, source: 'OPEN_METEO' },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([{ source: 'OPEN_METEO', air_temperature_mean_c: 2 }]);
    await observe(pool, { at, air_temperature_c: 3, source: 'OPENWEATHERMAP' });
    await transform(pool);
    expect(await hours()).toMatchObject([{ source: 'OPENWEATHERMAP', air_temperature_mean_c: 3 }]);
  });
});

describe('wind', () => {
  test('is averaged across north as a vector', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', wind_speed_ms: 4, wind_from_direction_deg: 350 },
      { at: '2026-05-01T12:30:00Z', wind_speed_ms: 4, wind_from_direction_deg: 10 },
    );
    await transform(pool);
    const [hour] = await hours();
    expect(hour).toMatchObject({ wind_speed_mean_ms: 4, wind_eastward_mean_ms: 0 });
    expect(hour?.wind_northward_mean_ms).toBeCloseTo(-4 * Math.cos((10 * Math.PI) / 180), 11);
  });

  test('counts a stronger wind for more, and opposite winds as none', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', wind_speed_ms: 9, wind_from_direction_deg: 270 },
      { at: '2026-05-01T12:30:00Z', wind_speed_ms: 3, wind_from_direction_deg: 90 },
      { at: '2026-05-01T13:00:00Z', wind_speed_ms: 3, wind_from_direction_deg: 180 },
      { at: '2026-05-01T13:30:00Z', wind_speed_ms: 3, wind_from_direction_deg: 0 },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([
      { wind_speed_mean_ms: 6, wind_eastward_mean_ms: 3, wind_northward_mean_ms: 0 },
      { wind_speed_mean_ms: 3, wind_eastward_mean_ms: 0, wind_northward_mean_ms: 0 },
    ]);
  });

  test('has a direction only from samples that give both', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', wind_speed_ms: 8 },
      { at: '2026-05-01T12:20:00Z', wind_from_direction_deg: 90 },
      { at: '2026-05-01T12:40:00Z', wind_speed_ms: 2, wind_from_direction_deg: 270 },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([{ wind_speed_mean_ms: 5, wind_eastward_mean_ms: 2 }]);
  });
});

describe('the condition of an hour', () => {
  test('is the one most samples had', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', condition_code: 800 },
      { at: '2026-05-01T12:10:00Z', condition_code: 500 },
      { at: '2026-05-01T12:20:00Z', condition_code: 800 },
      { at: '2026-05-01T12:30:00Z', condition_code: 300 },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([{ condition_code: 800 }]);
  });

  test('is the one seen last among equally frequent ones', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', condition_code: 800 },
      { at: '2026-05-01T12:10:00Z', condition_code: 500 },
      { at: '2026-05-01T12:20:00Z', condition_code: 500 },
      { at: '2026-05-01T12:30:00Z', condition_code: 800 },
      { at: '2026-05-01T12:40:00Z' },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([{ condition_code: 800 }]);
  });
});
