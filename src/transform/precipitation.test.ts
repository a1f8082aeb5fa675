import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { addCities, empty, observe, rowsOf, testWarehouse, transform } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(async () => {
  await empty(pool);
  await addCities(pool, 'Europe/Berlin');
});

const hours = () => rowsOf(pool, 'hourly_summaries');

describe('precipitation of momentary rates', () => {
  test('is the mean rate over the hour, an absent value counting as none', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', rain_1h_mm: 1.2, precipitation_1h_mm: 1.2 },
      { at: '2026-05-01T12:20:00Z', rain_1h_mm: 0.6, snow_water_1h_mm: 0.3, precipitation_1h_mm: 0.9 },
      { at: '2026-05-01T12:40:00Z' },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([
      { rain_mm: 0.6, snow_water_mm: 0.1, precipitation_mm: 0.7, precipitation_implied_zero: true },
    ]);
  });

  test('rests on no implied zero when each sample gives a total', async () => {
    await observe(pool, { at: '2026-05-01T12:00:00Z', rain_1h_mm: 1.2, precipitation_1h_mm: 1.2 });
    await transform(pool);
    expect(await hours()).toMatchObject([
      { rain_mm: 1.2, snow_water_mm: 0, precipitation_mm: 1.2, precipitation_implied_zero: false },
    ]);
  });
});

describe('precipitation of hour-ending sums', () => {
  const archive = { source: 'OPEN_METEO', kind: 'ARCHIVE' } as const;

  test('belongs to the hour before its stamp, as do gusts', async () => {
    await observe(
      pool,
      {
        ...archive,
        at: '2026-05-01T12:00:00Z',
        rain_1h_mm: 5,
        precipitation_1h_mm: 5,
        wind_gust_speed_ms: 20,
      },
      {
        ...archive,
        at: '2026-05-01T13:00:00Z',
        rain_1h_mm: 0.1,
        precipitation_1h_mm: 0.3,
        wind_gust_speed_ms: 9,
      },
    );
    await transform(pool);
    const [first, second] = await hours();
    expect(await hours()).toHaveLength(2);
    expect(first).toMatchObject({ rain_mm: 0.1, precipitation_mm: 0.3, wind_gust_speed_max_ms: 9 });
    expect(first).toMatchObject({ precipitation_implied_zero: false });
    expect(second).not.toHaveProperty('rain_mm');
    expect(second).not.toHaveProperty('wind_gust_speed_max_ms');
  });

  test('makes no hour observed by itself, and fills one in when it comes late', async () => {
    await observe(
      pool,
      { ...archive, at: '2026-05-01T12:00:00Z' },
      { ...archive, at: '2026-05-01T14:00:00Z', rain_1h_mm: 2 },
    );
    await transform(pool);
    expect(await hours()).toMatchObject([
      { hour: '2026-05-01T12:00:00+00:00' },
      { hour: '2026-05-01T14:00:00+00:00' },
    ]);
    await observe(pool, { ...archive, at: '2026-05-01T13:00:00Z', rain_1h_mm: 0.4 });
    await transform(pool);
    expect((await hours()).map((hour) => hour.rain_mm)).toEqual([0.4, 2, undefined]);
  });

  test('of one source is never taken for another, nor a rate for a sum', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:00:00Z', source: 'DEMO', kind: 'ARCHIVE' },
      { at: '2026-05-01T13:00:00Z', source: 'DEMO', kind: 'CURRENT', rain_1h_mm: 7 },
      { ...archive, at: '2026-05-01T13:00:00Z', rain_1h_mm: 3 },
    );
    await transform(pool);
    const [first, second] = await hours();
    expect(first).toMatchObject({ source: 'DEMO', kind: 'ARCHIVE' });
    expect(first).not.toHaveProperty('rain_mm');
    expect(second).toMatchObject({ source: 'DEMO', kind: 'CURRENT', rain_mm: 7 });
  });

  test('is the same for live values of a source that stamps the end of the hour', async () => {
    await observe(
      pool,
      { at: '2026-05-01T12:15:00Z', source: 'OPEN_METEO', rain_1h_mm: 9 },
      { ...archive, at: '2026-05-01T13:00:00Z', rain_1h_mm: 0.5 },
    );
    await transform(pool);
    expect((await hours())[0]).toMatchObject({ kind: 'CURRENT', sample_count: 1, rain_mm: 0.5 });
  });
});
