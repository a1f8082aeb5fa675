import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import { keptWindows } from './keep-windows.js';
import type { TransformProgress } from './transform-stale.js';
import {
  addCities,
  derivedRows,
  empty,
  observe,
  rebuildAll,
  rowsOf,
  testWarehouse,
  transform,
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

/** `count` hours of both cities, summarised. */
async function history(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, hour) => ({
    at: new Date(START + hour * HOUR),
    air_temperature_c: hour,
  }));
  await observe(pool, ...rows, ...rows.map((row) => ({ ...row, city: 2 })));
  await transform(pool);
}

/** Somebody's hand in the tables: every derived value is wrong. */
const spoil = () =>
  pool.query(`WITH h AS (UPDATE hourly_summaries SET air_temperature_mean_c = 99),
                   d AS (UPDATE daily_summaries SET observed_hours = 99)
              UPDATE moving_averages SET air_temperature_c = 99`);

describe('a rebuild', () => {
  test('puts every summary right again and reports cities', async () => {
    await history(30);
    const before = await derivedRows(pool);
    await spoil();
    const seen: TransformProgress[] = [];
    const onProgress = (progress: TransformProgress) => seen.push(progress);
    expect(await rebuildAll(pool, { onProgress })).toMatchObject({ hoursSummarised: 60 });
    expect(await derivedRows(pool)).toEqual(before);
    expect(seen[0]).toMatchObject({ done: 0, total: 2, hoursSummarised: 60 });
    expect(seen.at(-1)).toMatchObject({ done: 2, total: 2, hoursSummarised: 0 });
  });

  test('writes nothing where everything is right', async () => {
    await history(30);
    await pool.query(`UPDATE hourly_summaries SET summarised_at = '2020-01-01Z'`);
    await rebuildAll(pool);
    const { rowCount } = await pool.query(
      `SELECT FROM hourly_summaries WHERE summarised_at <> '2020-01-01Z'`,
    );
    expect(rowCount).toBe(0);
  });

  test('of a range touches the hours that start in it, and the one its start lies in', async () => {
    await history(10);
    await spoil();
    await rebuildAll(pool, { from: new Date(START + 2.5 * HOUR), to: new Date(START + 5 * HOUR) });
    const rows = await rowsOf(pool, 'hourly_summaries');
    expect(rows.map((row) => row.air_temperature_mean_c)).toEqual([99, 99, 2, 3, 4, 99, 99, 99, 99, 99]);
  });

  test('of some cities leaves the others as they are', async () => {
    await history(1);
    await spoil();
    await rebuildAll(pool, { cityIds: [2] });
    expect(await rowsOf(pool, 'hourly_summaries', 1)).toMatchObject([{ air_temperature_mean_c: 99 }]);
    expect(await rowsOf(pool, 'hourly_summaries', 2)).toMatchObject([{ air_temperature_mean_c: 0 }]);
  });

  test('removes summaries that no observation stands behind', async () => {
    await history(3);
    await pool.query('DELETE FROM observations WHERE city_id = 2');
    await rebuildAll(pool);
    expect(await rowsOf(pool, 'hourly_summaries', 2)).toEqual([]);
    expect(await rowsOf(pool, 'daily_summaries', 2)).toEqual([]);
    expect(await rowsOf(pool, 'moving_averages', 2)).toEqual([]);
    expect(await rowsOf(pool, 'hourly_summaries', 1)).toHaveLength(3);
  });

  test('removes days and averages that no hour stands behind', async () => {
    await history(3);
    const before = await derivedRows(pool);
    await pool.query(`INSERT INTO daily_summaries (city_id, local_date, ends_at, observed_hours, expected_hours, sample_count)
                      VALUES (1, '2026-06-01', '2026-06-02Z', 1, 24, 1)`);
    await pool.query(`INSERT INTO moving_averages (city_id, window_hours, hour, observed_hours)
                      VALUES (2, 5, '2026-06-01Z', 1)`);
    await rebuildAll(pool);
    expect(await derivedRows(pool)).toEqual(before);
  });

  test('moves the days of a city whose time zone was corrected', async () => {
    await history(24);
    await pool.query(`UPDATE cities SET time_zone = 'Pacific/Kiritimati' WHERE id = 2`);
    expect((await rowsOf(pool, 'daily_summaries', 2)).map((day) => day.local_date)).toEqual([
      '2026-04-30',
      '2026-05-01',
    ]);
    await rebuildAll(pool, { cityIds: [2] });
    expect(await rowsOf(pool, 'daily_summaries', 2)).toMatchObject([
      { local_date: '2026-05-01', observed_hours: 10 },
      { local_date: '2026-05-02', observed_hours: 14 },
    ]);
  });
});

describe('the windows of kept moving averages', () => {
  test('are remembered with the first transform', async () => {
    expect(await keptWindows(pool)).toBeNull();
    await transform(pool, { windows: [24, 5, 24] });
    expect(await keptWindows(pool)).toEqual([5, 24]);
  });

  test('are filled over all of history when they are new, and removed when nobody keeps them', async () => {
    await history(30);
    await transform(pool, { windows: [5, 12] });
    expect(await keptWindows(pool)).toEqual([5, 12]);
    const changed = await rowsOf(pool, 'moving_averages');
    await pool.query('TRUNCATE moving_averages');
    await rebuildAll(pool, { windows: [5, 12] });
    expect(changed).toEqual(await rowsOf(pool, 'moving_averages'));
    expect(changed).toHaveLength(60);
  });
});
