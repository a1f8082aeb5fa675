import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { testWarehouse, transform } from '../transform/testkit.js';
import { filledHours, type FilledHour } from './filled-hours.js';
import { run } from '../database/sql.js';
import { spanArrays } from './fill.js';
import {
  KEPT_AVERAGES,
  movingAverages,
  type MovingAverageOptions,
  type MovingAverageRow,
} from './moving-averages.js';
import { fills, hourOf, span, summarised, temperatures } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

const plain: MovingAverageOptions = {
  windowHours: 3,
  frame: 'RANGE',
  fill: 'NONE',
  maxGapHours: 3,
  minCoverage: 0,
};

/** Of each average: hour, mean temperature, observed and filled hours. */
async function averages(options: Partial<MovingAverageOptions>, from = 0, to = 8): Promise<unknown[]> {
  const rows = await movingAverages(pool, [span(from, to)], { ...plain, ...options });
  return rows.map((row) => [hourOf(row), row.air_temperature_c, row.observed_hours, row.filled_hours]);
}

describe('over hours 0, 1, 4 and 5', () => {
  beforeAll(() =>
    summarised(pool, Object.fromEntries([0, 1, 4, 5].map((hour) => [hour, { air_temperature_c: hour }]))),
  );

  test('RANGE has an average for each hour that exists', async () => {
    expect(await averages({})).toEqual([
      [0, 0, 1, 0],
      [1, 0.5, 2, 0],
      [4, 4, 1, 0],
      [5, 4.5, 2, 0],
    ]);
  });

  test('ROWS has one for each hour of the calendar, null where the window is empty', async () => {
    expect(await averages({ frame: 'ROWS' })).toEqual([
      [0, 0, 1, 0],
      [1, 0.5, 2, 0],
      [2, 0.5, 2, 0],
      [3, 1, 1, 0],
      [4, 4, 1, 0],
      [5, 4.5, 2, 0],
      [6, 4.5, 2, 0],
      [7, 5, 1, 0],
    ]);
    expect(await averages({ frame: 'ROWS' }, 8, 9)).toEqual([[8, null, 0, 0]]);
  });

  test('filled hours count in the mean and by themselves, not as coverage', async () => {
    expect(await averages({ frame: 'ROWS', fill: 'LINEAR' }, 2, 6)).toEqual([
      [2, 1, 2, 1],
      [3, 2, 1, 2],
      [4, 3, 1, 2],
      [5, 4, 2, 1],
    ]);
    const rows = await movingAverages(pool, [span(3, 4)], { ...plain, frame: 'ROWS', fill: 'LINEAR' });
    expect(rows[0]?.coverage).toBeCloseTo(1 / 3, 12);
  });

  test('averages below the coverage asked for are left out', async () => {
    const rows = await movingAverages(pool, [span(0, 8)], { ...plain, frame: 'ROWS', minCoverage: 0.5 });
    expect(rows.map(hourOf)).toEqual([1, 2, 5, 6]);
  });
});

test('a kept window gives the kept table, bit for bit', async () => {
  await fc.assert(
    fc.asyncProperty(temperatures, fc.integer({ min: 2, max: 40 }), async (hours, windowHours) => {
      await summarised(pool, hours);
      await transform(pool, { windows: [windowHours] });
      const { rows } = await pool.query<MovingAverageRow>('SELECT * FROM moving_averages ORDER BY hour');
      const asked = await movingAverages(pool, [span(0, 200)], { ...plain, windowHours });
      expect(asked).toEqual(
        rows.map((row) => ({ ...row, filled_hours: 0, coverage: row.observed_hours / windowHours })),
      );
    }),
    { numRuns: 12, interruptAfterTimeLimit: 20_000 },
  );
});

interface Average {
  hour: number;
  observed: number;
  filled: number;
  mean: number | null;
}

/** The definition, word for word, over the calendar as it was filled. */
function naive(calendar: FilledHour[], windowHours: number): Average[] {
  return calendar.slice(windowHours - 1).map((last, index) => {
    const window = calendar.slice(index, index + windowHours);
    const values = window.flatMap((hour) => hour.air_temperature_mean_c ?? []);
    const sum = values.reduce((total, value) => total + value, 0);
    const filled = window.filter((hour) => hour.quality_kind === 'FILLED').length;
    const observed = window.filter((hour) => hour.quality_kind !== null).length - filled;
    return { hour: hourOf(last), observed, filled, mean: values.length === 0 ? null : sum / values.length };
  });
}

test('any window, however filled, equals a naive loop wherever the range was cut', async () => {
  const ask = fc.record({
    windowHours: fc.integer({ min: 2, max: 100 }),
    from: fc.nat(120),
    length: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(temperatures, fills, ask, async (hours, fill, { windowHours, from, length }) => {
      await summarised(pool, hours);
      const calendar = await filledHours(pool, [span(from - windowHours + 1, from + length)], fill);
      const rows = await movingAverages(pool, [span(from, from + length)], {
        ...plain,
        ...fill,
        windowHours,
        frame: 'ROWS',
      });
      const expected = naive(calendar, windowHours);
      expect(
        rows.map(({ observed_hours, filled_hours, ...row }) => [hourOf(row), observed_hours, filled_hours]),
      ).toEqual(expected.map(({ hour, observed, filled }) => [hour, observed, filled]));
      rows.forEach(({ air_temperature_c: mean }, index) => {
        const other = expected[index]?.mean ?? null;
        if (mean === null || other === null) expect(mean).toBe(other);
        else expect(mean).toBeCloseTo(other, 9);
      });
    }),
    { numRuns: 12, interruptAfterTimeLimit: 20_000 },
  );
});

test('from the kept table come the very averages that are computed for the calendar', async () => {
  const ask = fc.record({
    windowHours: fc.constantFrom(5, 24),
    from: fc.nat(140).map((hour) => hour - 10),
    length: fc.integer({ min: 1, max: 60 }),
    minCoverage: fc.constantFrom(0, 0.2, 1),
  });
  await fc.assert(
    fc.asyncProperty(temperatures, ask, async (hours, { windowHours, from, length, minCoverage }) => {
      await summarised(pool, hours);
      const spans = [span(from, from + length), span(from + 3, from + length + 3, 2)];
      const computed = await movingAverages(pool, spans, {
        ...plain,
        frame: 'ROWS',
        windowHours,
        minCoverage,
      });
      const { rows } = await run(pool, KEPT_AVERAGES, [...spanArrays(spans), windowHours, minCoverage]);
      expect(rows).toEqual(computed);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 20_000 },
  );
});

test('what cannot be computed is refused in words', async () => {
  const ask = (options: Partial<MovingAverageOptions>) => averages(options);
  await expect(ask({ windowHours: 721 })).rejects.toThrow(
    'windowHours is 721: give a whole number from 2 to 720.',
  );
  await expect(ask({ minCoverage: 1.5 })).rejects.toThrow('minCoverage is 1.5: give a share from 0 to 1.');
  await expect(ask({ maxGapHours: -1 })).rejects.toThrow('maxGapHours is -1');
  await expect(ask({ fill: 'MEAN' })).rejects.toThrow('Ask for frame ROWS to have gaps filled.');
});
