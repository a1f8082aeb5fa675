import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import { derive, summarise } from './batch.js';
import type { TransformProgress } from './transform-stale.js';
import {
  addCities,
  empty,
  fence,
  observe,
  rowsOf,
  testWarehouse,
  transform,
  WINDOWS,
  type TestObservation,
} from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(async () => {
  await empty(pool);
  await addCities(pool, 'Europe/Berlin', 'America/New_York');
});

const START = Date.parse('2026-05-01T00:00:00Z');

function hourly(count: number, city = 1): TestObservation[] {
  return Array.from({ length: count }, (_, hour) => ({
    city,
    at: new Date(START + hour * HOUR),
    air_temperature_c: hour,
  }));
}

async function staleMarks(): Promise<number> {
  const { rows } = await pool.query<{ marks: number }>('SELECT count(*)::int AS marks FROM stale_hours');
  return rows[0]?.marks ?? NaN;
}

/** Where every derived row lies and when it was written: a rewritten row moves. */
async function versions(): Promise<unknown[]> {
  const { rows } = await pool.query<{ version: string }>(
    `SELECT 'h' || ctid::text || summarised_at AS version FROM hourly_summaries
      UNION ALL SELECT 'd' || ctid::text || summarised_at FROM daily_summaries
      UNION ALL SELECT 'm' || ctid::text FROM moving_averages ORDER BY 1`,
  );
  return rows;
}

describe('the transform', () => {
  test('leaves no stale hour and says what it did', async () => {
    await observe(pool, ...hourly(30), ...hourly(3, 2));
    expect(await transform(pool)).toEqual({ hoursSummarised: 35, daysSummarised: 3 });
    expect(await staleMarks()).toBe(0);
    expect(await rowsOf(pool, 'hourly_summaries', 1)).toHaveLength(30);
    expect(await rowsOf(pool, 'hourly_summaries', 2)).toHaveLength(3);
  });

  test('does nothing when nothing is stale', async () => {
    expect(await transform(pool)).toEqual({ hoursSummarised: 0, daysSummarised: 0 });
  });

  test('run again over the same hours writes no row', async () => {
    await observe(pool, ...hourly(30));
    await transform(pool);
    const before = await versions();
    await observe(pool, ...hourly(30));
    expect(await transform(pool)).toMatchObject({ hoursSummarised: 31 });
    expect(await versions()).toEqual(before);
  });

  test('dates a row anew when its values change', async () => {
    await observe(pool, ...hourly(2));
    await transform(pool);
    await pool.query(`UPDATE hourly_summaries SET summarised_at = '2020-01-01Z'`);
    await observe(pool, { city: 1, at: new Date(START), air_temperature_c: 44 });
    await transform(pool);
    const { rows } = await pool.query<{ old: boolean }>(
      `SELECT summarised_at = '2020-01-01Z' AS old FROM hourly_summaries ORDER BY hour`,
    );
    expect(rows).toEqual([{ old: false }, { old: true }]);
  });

  test('takes bounded batches in order and reports each', async () => {
    await observe(pool, ...hourly(6), ...hourly(2, 2));
    await pool.query(`DELETE FROM stale_hours WHERE hour < '2026-05-01T00:00:00Z'`);
    const seen: TransformProgress[] = [];
    await transform(pool, { batchHours: 3, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, total, hoursSummarised }) => [done, total, hoursSummarised])).toEqual([
      [3, 8, 3],
      [6, 8, 3],
      [8, 8, 2],
    ]);
  });

  test('of some cities leaves the others to wait', async () => {
    await observe(pool, ...hourly(2), ...hourly(2, 2));
    await transform(pool, { cityIds: [2] });
    expect(await rowsOf(pool, 'hourly_summaries', 1)).toEqual([]);
    expect(await rowsOf(pool, 'hourly_summaries', 2)).toHaveLength(2);
  });

  test('consumes nothing and writes nothing once its lease is lost', async () => {
    await observe(pool, ...hourly(3));
    await transform(pool, { cityIds: [2] });
    const marks = await staleMarks();
    const lost = () => Promise.reject(new Error('no longer ours'));
    await expect(transform(pool, { fence: lost })).rejects.toThrow('no longer ours');
    expect(await staleMarks()).toBe(marks);
    expect(await rowsOf(pool, 'hourly_summaries')).toEqual([]);
  });

  test('stops between two batches when asked, and goes on from there', async () => {
    await observe(pool, ...hourly(10));
    const stop = new AbortController();
    const stopped = transform(pool, {
      batchHours: 4,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await staleMarks()).toBe(7);
    await transform(pool);
    expect(await rowsOf(pool, 'hourly_summaries')).toHaveLength(10);
  });
});

/** Resolves when a transform waits for the end of another's transaction. */
async function anotherWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `SELECT FROM pg_locks JOIN pg_database AS d ON d.oid = database
        WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
    );
    if (rowCount === 1) return;
    await sleep(10);
  }
}

describe('at the same time', () => {
  test('two transforms that consume hours of the same day both count in it', async () => {
    await observe(pool, { at: '2026-05-01T12:30:00Z' }, { at: '2026-05-01T15:30:00Z' });
    const noon = { hours: 1, city_ids: '{1}', starts: '{2026-05-01T12:00:00Z}' };
    const started: Promise<unknown>[] = [];
    await derive(pool, fence, async (client) => {
      await client.query(`DELETE FROM stale_hours WHERE hour = '2026-05-01T12:00:00Z'`);
      await summarise(client, noon, WINDOWS);
      started.push(transform(pool));
      await Promise.race([...started, anotherWaits()]);
    });
    await Promise.all(started);
    expect(await rowsOf(pool, 'daily_summaries')).toMatchObject([{ observed_hours: 2 }]);
    expect(await rowsOf(pool, 'moving_averages')).toMatchObject(
      [1, 2, 1, 2].map((observed_hours) => ({ observed_hours })),
    );
  });

  test('many batches of two transforms end up as those of one', async () => {
    await observe(pool, ...hourly(24));
    const options = { batchHours: 1 };
    const both = await Promise.all([transform(pool, options), transform(pool, options)]);
    expect(both.reduce((sum, { hoursSummarised }) => sum + hoursSummarised, 0)).toBe(25);
    const days = await rowsOf(pool, 'daily_summaries');
    expect(days.map((day) => day.observed_hours)).toEqual([22, 2]);
    expect(await rowsOf(pool, 'moving_averages')).toMatchObject(
      [5, 24].flatMap((window) =>
        Array.from({ length: 24 }, (_, hour) => ({ observed_hours: Math.min(window, hour + 1) })),
      ),
    );
  });

  test('an hour being loaded while its older mark is consumed is summarised afterwards', async () => {
    await observe(pool, { at: '2026-05-01T12:00:01Z', air_temperature_c: 10 });
    const loader = await pool.connect();
    await loader.query('BEGIN');
    await loader.query(
      `INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c)
       VALUES (1, '2026-05-01T12:30:00Z', 'OPENWEATHERMAP', 'CURRENT', now(), 1, 20)`,
    );
    await loader.query(`INSERT INTO stale_hours (city_id, hour) VALUES (1, '2026-05-01T12:00:00Z')`);
    await transform(pool);
    expect(await rowsOf(pool, 'hourly_summaries')).toMatchObject([{ air_temperature_mean_c: 10 }]);
    await loader.query('COMMIT');
    loader.release();
    await transform(pool);
    expect(await rowsOf(pool, 'hourly_summaries')).toMatchObject([{ air_temperature_mean_c: 15 }]);
  });
});
