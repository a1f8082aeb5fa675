import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRule, type NewAlertRule } from '../../alerts/rules.js';
import { AlertWorld } from './testkit.js';

let at: AlertWorld;
beforeAll(async () => (at = await AlertWorld.open()));
afterAll(() => at.close());
beforeEach(() => at.reset());

describe('conditions', () => {
  test('nothing is raised in a warehouse that is well', async () => {
    expect(await at.look()).toEqual({ status: 'SUCCEEDED' });
    expect(await at.alerts()).toEqual([]);
  });

  test('are noticed once each: source, quota, data check, city, runs', async () => {
    await at.sql(`INSERT INTO source_states (source, consecutive_failures, paused_until, pause_reason)
               VALUES ('OPEN_METEO', 3, '2099-01-01', 'answered 503')`);
    await at.sql(
      `INSERT INTO quota_usage VALUES ('OPENWEATHERMAP', '2026-05', 901), ('OPENWEATHERMAP', '2026-04', 5000)`,
    );
    await at.sql(`INSERT INTO data_check_results (run_id, "check", severity, status, failing)
               VALUES (1, 'day-is-thin', 'WARNING', 'FAILED', 3), (1, 'latest-is-not-latest', 'ERROR', 'FAILED', 2)`);
    await at.sql(`UPDATE tracked_cities SET tracked_at = now() - interval '2 hours' WHERE city_id = 2`);
    await at.sql(`INSERT INTO runs (job, "trigger", status, error, finished_at)
               SELECT 'LOAD'::job, 'SCHEDULE'::run_trigger, 'FAILED'::run_status, 'no space', now() FROM generate_series(1, 3)
               UNION ALL SELECT 'CHECK', 'SCHEDULE', (ARRAY['FAILED', 'SUCCEEDED', 'FAILED'])[n]::run_status, NULL, now()
                 FROM generate_series(1, 3) AS n`);
    await at.look();
    await at.look();
    expect((await at.alerts()).map(({ key }) => key)).toEqual([
      'CITY_STALE/OPENWEATHERMAP/2',
      'DATA_CHECK/latest-is-not-latest',
      'QUOTA/OPENWEATHERMAP/2026-05',
      'RUN_FAILED/LOAD',
      'SOURCE_DOWN/OPEN_METEO',
    ]);
    expect(at.receiver.received).toHaveLength(5);
  });

  test('many silent cities are one alert, and none while their source is down', async () => {
    await at.world.reset();
    await at.world.follow(8);
    await at.sql(`UPDATE tracked_cities SET tracked_at = now() - interval '2 hours' WHERE city_id <= 7`);
    await at.look();
    expect(await at.alerts()).toMatchObject([
      { key: 'CITY_STALE/OPENWEATHERMAP', title: 'No news of 7 cities' },
    ]);
    await at.sourceIsDown();
    await at.look();
    expect((await at.alerts()).map(({ key, open }) => [key, open])).toEqual([
      ['CITY_STALE/OPENWEATHERMAP', false],
      ['SOURCE_DOWN/OPENWEATHERMAP', true],
    ]);
  });

  test('that come back are another occurrence; a quota’s period has one', async () => {
    for (const isDown of [true, false, true]) {
      await (isDown ? at.sourceIsDown() : at.sourceIsBack());
      await at.sql(
        `INSERT INTO quota_usage VALUES ('OPENWEATHERMAP', '2026-05', $1)
                 ON CONFLICT (source, period) DO UPDATE SET calls = $1`,
        [isDown ? 950 : 100],
      );
      await at.look();
    }
    expect((await at.alerts()).map(({ key, occurrence, open }) => [key, occurrence, open])).toEqual([
      ['QUOTA/OPENWEATHERMAP/2026-05', 1, false],
      ['SOURCE_DOWN/OPENWEATHERMAP', 1, false],
      ['SOURCE_DOWN/OPENWEATHERMAP', 2, true],
    ]);
  });
});

describe('rules on the weather', () => {
  const FROST: NewAlertRule = {
    name: 'Frost tonight',
    subject: 'FORECAST',
    parameter: 'AIR_TEMPERATURE',
    comparison: 'BELOW',
    threshold: 0,
    cityIds: null,
    countryCodes: null,
    hoursAhead: 24,
    enabled: true,
  };
  const rule = (changes: Partial<NewAlertRule> = {}) =>
    createRule(at.world.pool, { ...FROST, ...changes }, 'test');
  /** Hours from now, city, temperature; of an issue so many hours old. */
  const forecast = (hoursAgo: number, ...steps: [hours: number, city: number, temperature: number][]) =>
    at.sql(
      `INSERT INTO forecasts (city_id, source, issued_at, valid_at, payload_id, air_temperature_c)
       SELECT city, 'OPENWEATHERMAP', now() - make_interval(hours => $4), now() + make_interval(hours => h), 1, t
         FROM unnest($1::int[], $2::int[], $3::real[]) AS s (h, city, t)`,
      [steps.map(([h]) => h), steps.map(([, city]) => city), steps.map(([, , t]) => t), hoursAgo],
    );

  test('frost tonight: the newest forecast counts, within its hours, in the cities asked for', async () => {
    await rule({ cityIds: [1, 2] });
    await forecast(3, [5, 1, -4], [6, 2, -4]);
    await forecast(0, [5, 1, -2.5], [8, 1, -3], [6, 2, 1], [30, 2, -9], [5, 3, -9]);
    await at.look();
    const [only, ...others] = await at.alerts();
    expect(others).toEqual([]);
    expect(only?.key).toMatch(/^WEATHER\/1\/1\/\d{4}-\d\d-\d\d$/);
    expect(only?.title).toBe('Frost tonight: Place');
    expect(only?.message).toMatch(
      /^Place: forecast air temperature of -2\.5 °C, below 0; \d{4}-\d\d-\d\d \d\d:\d\d local time\.$/,
    );
  });

  test('one night is told of once, also when the forecast wavers', async () => {
    await rule();
    for (const [issue, temperature] of [-1, 2, -1].entries()) {
      await forecast(10 - issue, [1, 1, temperature]);
      await at.look();
    }
    expect(await at.alerts()).toMatchObject([{ occurrence: 1, open: false }]);
    expect(at.receiver.received).toHaveLength(1);
  });

  test('observations and days are compared, too; a rule that is off or of another country is not', async () => {
    await at.sql(`INSERT INTO observations (city_id, observed_at, source, payload_id, fetched_at, wind_gust_speed_ms, air_temperature_c, kind)
               VALUES (1, date_trunc('second', now()), 'OPENWEATHERMAP', 1, now(), 30, 20, 'CURRENT')`);
    await at.sql(
      `INSERT INTO latest_observations (city_id, source, observed_at) SELECT city_id, source, observed_at FROM observations`,
    );
    await at.sql(`INSERT INTO daily_summaries (city_id, local_date, ends_at, sample_count, observed_hours, expected_hours, rain_mm, sources)
               SELECT 2, d, d + 1, 24, 24, 24, 40, '{OPENWEATHERMAP}' FROM (SELECT current_date - 1) AS day (d)`);
    const gust = {
      subject: 'OBSERVATION',
      parameter: 'WIND_GUST_SPEED',
      comparison: 'ABOVE',
      threshold: 25,
    } as const;
    await rule({ name: 'Storm', ...gust });
    await rule({ name: 'Storm in New Zealand', ...gust, countryCodes: ['NZ'] });
    await rule({ name: 'Storm, off', ...gust, enabled: false });
    await rule({ name: 'Hurricane', ...gust, threshold: 33 });
    await rule({
      name: 'Wet',
      subject: 'DAILY_SUMMARY',
      parameter: 'RAIN',
      comparison: 'ABOVE',
      threshold: 30,
    });
    await at.look();
    expect((await at.alerts()).map(({ title }) => title)).toEqual(['Storm: Place', 'Wet: Place']);
  });
});
