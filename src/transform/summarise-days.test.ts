import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import {
  addCities,
  empty,
  observe,
  rowsOf,
  testWarehouse,
  transform,
  type Row,
  type TestObservation,
} from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(() => empty(pool));

/** One observation an hour, its temperature the number of the hour since `from`. */
function hourly(from: string, count: number, values: Partial<TestObservation> = {}): TestObservation[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, hour) => ({
    at: new Date(start + hour * HOUR),
    air_temperature_c: hour,
    ...values,
  }));
}

async function days(...observations: TestObservation[]): Promise<Row[]> {
  await observe(pool, ...observations);
  await transform(pool);
  return rowsOf(pool, 'daily_summaries');
}

/** What the days of a zone look like when every hour from `from` on was observed. */
async function daysIn(timeZone: string, from: string, count: number): Promise<string[]> {
  await addCities(pool, timeZone);
  const rows = await days(...hourly(from, count));
  return rows.map((row) =>
    ['local_date', 'observed_hours', 'expected_hours', 'ends_at'].map((column) => row[column]).join(' '),
  );
}

describe('a local day', () => {
  test('has 23 hours when clocks go forward and 25 when they go back', async () => {
    expect(await daysIn('America/New_York', '2026-03-08T05:00:00Z', 47)).toEqual([
      '2026-03-08 23 23 2026-03-09T04:00:00+00:00',
      '2026-03-09 24 24 2026-03-10T04:00:00+00:00',
    ]);
    await empty(pool);
    expect(await daysIn('America/New_York', '2026-11-01T04:00:00Z', 49)).toEqual([
      '2026-11-01 25 25 2026-11-02T05:00:00+00:00',
      '2026-11-02 24 24 2026-11-03T05:00:00+00:00',
    ]);
  });

  test('keeps both of the hours that a clock shows twice', async () => {
    await addCities(pool, 'America/New_York');
    const rows = await days(
      { at: '2026-11-01T05:30:00Z', air_temperature_c: 5 },
      { at: '2026-11-01T06:30:00Z', air_temperature_c: 6 },
    );
    expect(rows).toMatchObject([{ observed_hours: 2, air_temperature_mean_c: 5.5 }]);
  });

  test('begins within an hour where the offset is not whole, and owns the hours that start in it', async () => {
    expect(await daysIn('Asia/Kolkata', '2026-05-01T18:00:00Z', 3)).toEqual([
      '2026-05-01 1 24 2026-05-01T19:00:00+00:00',
      '2026-05-02 2 24 2026-05-02T19:00:00+00:00',
    ]);
    await empty(pool);
    expect(await daysIn('Asia/Kathmandu', '2026-05-01T18:00:00Z', 3)).toEqual([
      '2026-05-01 1 24 2026-05-01T19:00:00+00:00',
      '2026-05-02 2 24 2026-05-02T19:00:00+00:00',
    ]);
  });

  test('counts the hours that start in it where clocks change by half an hour', async () => {
    // Lord Howe goes from +11 to +10:30 on 5 April 2026 at 02:00 and back on 4 October: 24.5 and 23.5 hours.
    expect(await daysIn('Australia/Lord_Howe', '2026-04-04T13:00:00Z', 49)).toEqual([
      '2026-04-05 25 25 2026-04-05T14:00:00+00:00',
      '2026-04-06 24 24 2026-04-06T14:00:00+00:00',
    ]);
    await empty(pool);
    expect(await daysIn('Australia/Lord_Howe', '2026-10-03T14:00:00Z', 47)).toEqual([
      '2026-10-04 23 23 2026-10-04T13:00:00+00:00',
      '2026-10-05 24 24 2026-10-05T13:00:00+00:00',
    ]);
  });

  test('is found fourteen hours ahead of UTC', async () => {
    expect(await daysIn('Pacific/Kiritimati', '2026-05-01T09:00:00Z', 2)).toEqual([
      '2026-05-01 1 24 2026-05-01T10:00:00+00:00',
      '2026-05-02 1 24 2026-05-02T10:00:00+00:00',
    ]);
  });

  test('needs no midnight', async () => {
    expect(await daysIn('America/Santiago', '2026-09-06T03:00:00Z', 25)).toEqual([
      '2026-09-05 1 24 2026-09-06T04:00:00+00:00',
      '2026-09-06 23 23 2026-09-07T03:00:00+00:00',
      '2026-09-07 1 24 2026-09-08T03:00:00+00:00',
    ]);
  });

  test('is left out where a place moved over the date line', async () => {
    expect(await daysIn('Pacific/Apia', '2011-12-30T09:00:00Z', 2)).toEqual([
      '2011-12-29 1 24 2011-12-30T10:00:00+00:00',
      '2011-12-31 1 24 2011-12-31T10:00:00+00:00',
    ]);
  });

  test('overlaps the next where clocks went back over midnight, and shares no hour with it', async () => {
    // Goose Bay went back two hours at 00:01 on 30 October 1988: the hour from 02:00 UTC starts on the 30th, the
    // next two on the 29th again.
    expect(await daysIn('America/Goose_Bay', '1988-10-29T02:00:00Z', 51)).toEqual([
      '1988-10-29 25 25 1988-10-30T04:00:00+00:00',
      '1988-10-30 25 25 1988-10-31T04:00:00+00:00',
      '1988-10-31 1 24 1988-11-01T04:00:00+00:00',
    ]);
  });
});

describe('a day', () => {
  beforeEach(() => addCities(pool, 'Europe/Berlin'));

  test('weighs its hours equally, however unevenly they were polled', async () => {
    const burst = Array.from({ length: 60 }, (_, minute) => ({
      at: new Date(Date.parse('2026-05-01T12:00:00Z') + minute * 60_000),
      air_temperature_c: 30,
    }));
    expect(await days({ at: '2026-05-01T03:00:00Z', air_temperature_c: 10 }, ...burst)).toMatchObject([
      { air_temperature_mean_c: 20, observed_hours: 2, sample_count: 61, expected_hours: 24 },
    ]);
  });

  test('knows its extremes with their first instants', async () => {
    expect(
      await days(
        { at: '2026-05-01T03:20:00Z', air_temperature_c: 4.5, wind_gust_speed_ms: 12 },
        { at: '2026-05-01T04:20:00Z', air_temperature_c: 4.5, relative_humidity_pct: 99 },
        { at: '2026-05-01T13:10:00Z', air_temperature_c: 21, relative_humidity_pct: 30 },
        { at: '2026-05-01T13:30:00Z', air_temperature_c: 21, wind_gust_speed_ms: 9 },
      ),
    ).toMatchObject([
      {
        air_temperature_min_c: 4.5,
        air_temperature_min_at: '2026-05-01T03:20:00+00:00',
        air_temperature_max_c: 21,
        air_temperature_max_at: '2026-05-01T13:10:00+00:00',
        wind_gust_speed_max_ms: 12,
        relative_humidity_min_pct: 30,
        relative_humidity_max_pct: 99,
      },
    ]);
  });

  test('sums the amounts of its hours, a sum stamped local midnight counting to the day before', async () => {
    const archive = { source: 'OPEN_METEO', kind: 'ARCHIVE' } as const;
    const rows = await days(
      ...hourly('2026-05-01T20:00:00Z', 4, { ...archive, rain_1h_mm: 0.1, precipitation_1h_mm: 0.3 }),
    );
    expect(rows).toMatchObject([
      { local_date: '2026-05-01', rain_mm: 0.2, precipitation_mm: 0.6 },
      { local_date: '2026-05-02', rain_mm: 0.1, precipitation_mm: 0.3, precipitation_implied_zero: false },
    ]);
  });

  test('has no amount when no hour knows one', async () => {
    const [day] = await days({
      at: '2026-05-01T12:00:00Z',
      source: 'OPEN_METEO',
      kind: 'ARCHIVE',
      rain_1h_mm: 3,
    });
    expect(day).not.toHaveProperty('rain_mm');
  });

  test('has the condition most hours had, of equally frequent ones the later', async () => {
    const hour = (at: string, condition_code: number) => ({ at: `2026-05-01T${at}Z`, condition_code });
    const rows = await days(
      hour('01:00:00', 500),
      hour('02:00:00', 800),
      hour('03:00:00', 800),
      hour('04:00:00', 500),
      hour('05:00:00', 300),
    );
    expect(rows).toMatchObject([{ condition_code: 500 }]);
  });

  test('names every source it rests on, and averages its wind as a vector', async () => {
    const rows = await days(
      {
        at: '2026-05-01T01:00:00Z',
        source: 'OPEN_METEO',
        kind: 'ARCHIVE',
        wind_speed_ms: 6,
        wind_from_direction_deg: 90,
      },
      { at: '2026-05-01T02:00:00Z', wind_speed_ms: 2, wind_from_direction_deg: 270 },
      { at: '2026-05-01T02:30:00Z', wind_speed_ms: 2, wind_from_direction_deg: 270 },
      { at: '2026-05-01T03:00:00Z', source: 'OPEN_METEO', kind: 'ARCHIVE' },
    );
    expect(rows).toMatchObject([
      { sources: ['OPENWEATHERMAP', 'OPEN_METEO'], wind_speed_mean_ms: 4, wind_eastward_mean_ms: -2 },
    ]);
  });

  test('disappears with its last hour', async () => {
    await days({ at: '2026-05-01T12:00:00Z' }, { at: '2026-05-02T12:00:00Z' });
    await pool.query(`DELETE FROM observations WHERE observed_at < '2026-05-02Z'`);
    await pool.query(`INSERT INTO stale_hours (city_id, hour) VALUES (1, '2026-05-01T12:00:00Z')`);
    await transform(pool);
    expect(await rowsOf(pool, 'daily_summaries')).toMatchObject([{ local_date: '2026-05-02' }]);
    expect(await rowsOf(pool, 'moving_averages')).toHaveLength(2);
  });
});
