import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../domain/time.js';
import { removeOldForecasts } from '../../landing/forecast-retention.js';
import { markForReplay } from '../../landing/replay.js';
import { Governor } from '../../sources/governor/governor.js';
import { quotaLimits } from '../../sources/governor/limits.js';
import { planQuota } from '../../sources/governor/plan.js';
import { openWeatherMap } from '../../sources/openweathermap/client.js';
import { CANARY, TestWorld } from '../testkit.js';
import type { JobResult } from '../worker.js';
import { fetchForecasts } from './forecasts.js';

const INTERVAL = 180;
const fence = (): Promise<void> => Promise.resolve();
let world: TestWorld;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.pool.query('TRUNCATE forecasts');
  await world.follow(3);
});

async function round(): Promise<JobResult> {
  const { pool, logger, upstream } = world;
  const forecasts = openWeatherMap({ baseUrl: upstream.url, apiKey: CANARY, logger, deadline: 10_000 });
  const governor = new Governor(pool, forecasts.name, { perMinute: 10_000, perMonth: 1_000_000 });
  const run = await world.request({ job: 'FORECAST' });
  const result = await fetchForecasts({ pool, forecasts, governor, intervalMinutes: INTERVAL }, run);
  await run.finish(result.status, result.error ?? null);
  return result;
}

async function rows<Row extends object = Record<string, unknown>>(statement: string): Promise<Row[]> {
  return (await world.pool.query<Row>(statement)).rows;
}

interface Step {
  dt: number;
  main: { temp: number };
  pop: number;
  rain?: { '3h': number };
}

test('every followed city’s forecast is landed, loaded as it was said, and no observation', async () => {
  expect(await round()).toEqual({ status: 'SUCCEEDED' });
  await world.load();
  const [payload] = await rows<{ fetched_at: Date; body: Buffer; state: string }>(
    `SELECT fetched_at, body, state FROM payloads WHERE kind = 'FORECAST' AND city_id = 2`,
  );
  expect(payload?.state).toBe('LOADED');
  const { list } = JSON.parse(payload?.body.toString() ?? '') as { list: Step[] };
  expect(list).toHaveLength(40);
  const stored = await rows(
    `SELECT extract(epoch FROM valid_at)::int AS dt, air_temperature_c AS temp, precipitation_probability_pct AS pop,
            rain_3h_mm AS rain, issued_at FROM forecasts WHERE city_id = 2 ORDER BY valid_at`,
  );
  const issued_at = new Date(Math.floor((payload?.fetched_at.getTime() ?? 0) / 1000) * 1000);
  expect(stored).toEqual(
    list.map(({ dt, main, pop, rain }) => ({
      dt,
      temp: main.temp,
      pop: Math.round(pop * 100),
      rain: rain?.['3h'] ?? null,
      issued_at,
    })),
  );
  expect(await rows('SELECT count(*)::int AS n FROM forecasts')).toEqual([{ n: 120 }]);
  expect(await rows('SELECT * FROM observations')).toEqual([]);
  expect(await rows('SELECT * FROM stale_hours')).toEqual([]);
  expect(await rows('SELECT reason, path FROM rejects')).toEqual([]);
});

test('a city is asked for again after the interval, and its live weather stays due on its own', async () => {
  await round();
  const [due] = await rows<{ minutes: number; live: number }>(
    `SELECT extract(epoch FROM min(next_forecast_at) - now())::float8 / 60 AS minutes,
            count(*) FILTER (WHERE next_due_at <= now())::int AS live FROM tracked_cities`,
  );
  expect(due?.minutes).toBeGreaterThan(INTERVAL - 5);
  expect(due?.live).toBe(3);
  const calls = world.calls().length;
  expect(await round()).toEqual({ status: 'SUCCEEDED' });
  expect(world.calls().length).toBe(calls);
  expect(await rows('SELECT calls FROM quota_usage')).toEqual([{ calls: 3 }]);
});

test('a full quota upstream pauses the source and leaves the cities due', async () => {
  world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 429 } }]);
  const { status, error } = await round();
  expect([status, error]).toEqual(['FAILED', expect.stringContaining('429')]);
  expect(await rows('SELECT city_id FROM tracked_cities WHERE next_forecast_at <= now()')).toHaveLength(3);
  world.upstream.setFaults([]);
  expect((await round()).error).toMatch(/OPENWEATHERMAP is not asked: .*429/);
});

test('a replay reads forecasts again, without a call and without a trace of the first reading', async () => {
  await round();
  await world.load();
  const before = await rows('SELECT * FROM forecasts ORDER BY city_id, valid_at');
  await world.pool.query(
    `UPDATE forecasts SET air_temperature_c = 0, valid_at = valid_at + interval '1 hour'`,
  );
  const calls = world.calls().length;
  const window = { from: new Date(0), to: new Date(Date.now() + MINUTE) };
  const client = await world.pool.connect();
  expect(await markForReplay(client, { ...window, cityIds: undefined, fence })).toBe(3);
  client.release();
  await world.load();
  expect(await rows('SELECT * FROM forecasts ORDER BY city_id, valid_at')).toEqual(before);
  expect(world.calls().length).toBe(calls);
});

test('old forecasts go when they are to', async () => {
  await round();
  await world.load();
  await world.pool
    .query(`UPDATE forecasts SET issued_at = issued_at - interval '10 days', valid_at = valid_at - interval '10 days'
                           WHERE city_id = 1`);
  expect(await removeOldForecasts(world.pool, { olderThanDays: 9, fence })).toBe(40);
  expect(await rows('SELECT count(*)::int AS n FROM forecasts')).toEqual([{ n: 80 }]);
});

test('the plan counts forecasts as calls', () => {
  const settings = { CALLS_PER_MINUTE: 55, CALLS_PER_MONTH: 1_000_000, FORECAST_INTERVAL_MINUTES: 180 };
  const price = (FORECASTS: 'on' | 'off'): number =>
    planQuota(
      { cities: 90, callsPerMinute: 6 },
      quotaLimits({ ...settings, FORECASTS }).OPENWEATHERMAP,
      new Map(),
      new Date(),
    ).wantedPerMinute;
  expect([price('off'), price('on')]).toEqual([6, 6.5]);
});
