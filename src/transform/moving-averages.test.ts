import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import { addCities, empty, observe, rowsOf, testWarehouse, transform } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());
beforeEach(async () => {
  await empty(pool);
  await addCities(pool, 'Etc/UTC');
});

const START = Date.parse('2026-05-01T00:00:00Z');

/** One observation in each of the given hours since START. */
async function observeHours(values: Map<number, number>): Promise<void> {
  const rows = [...values].map(([hour, value]) => ({
    at: new Date(START + hour * HOUR),
    air_temperature_c: value,
  }));
  await observe(pool, ...rows);
}

interface Average {
  hour: number;
  observed: number;
  mean: number;
}

async function averages(window: number): Promise<Average[]> {
  const { rows } = await pool.query<Average>(
    `SELECT extract(epoch FROM hour - $2)::int / 3600 AS hour, observed_hours AS observed, air_temperature_c AS mean
       FROM moving_averages WHERE city_id = 1 AND window_hours = $1 ORDER BY moving_averages.hour`,
    [window, new Date(START)],
  );
  return rows;
}

/** The definition, word for word: the mean over the hours that exist in (hour - N, hour]. */
function naive(values: Map<number, number>, window: number): Average[] {
  return [...values.keys()]
    .sort((a, b) => a - b)
    .map((hour) => {
      const within = [...values].filter(([other]) => other > hour - window && other <= hour);
      const sum = within.reduce((total, [, value]) => total + value, 0);
      return { hour, observed: within.length, mean: sum / within.length };
    });
}

function expectClose(found: Average[], expected: Average[]): void {
  const counts = (list: Average[]) => list.map(({ hour, observed }) => `${hour}: ${observed}`);
  expect(counts(found)).toEqual(counts(expected));
  found.forEach(({ mean }, index) => expect(mean).toBeCloseTo(expected[index]?.mean ?? NaN, 9));
}

test('a moving average is the mean of the hours that exist in its window', async () => {
  await observeHours(new Map([0, 1, 4, 5, 9].map((hour) => [hour, hour])));
  await transform(pool, { windows: [3, 5] });
  expect(await averages(3)).toEqual([
    { hour: 0, observed: 1, mean: 0 },
    { hour: 1, observed: 2, mean: 0.5 },
    { hour: 4, observed: 1, mean: 4 },
    { hour: 5, observed: 2, mean: 4.5 },
    { hour: 9, observed: 1, mean: 9 },
  ]);
  expect(await averages(5)).toMatchObject([
    {},
    {},
    { hour: 4, observed: 3 },
    {},
    { hour: 9, observed: 2, mean: 7 },
  ]);
});

test('it has no value where no hour of the window has one, and covers each parameter by itself', async () => {
  await observe(
    pool,
    { at: new Date(START), relative_humidity_pct: 50, wind_speed_ms: 3 },
    { at: new Date(START + HOUR), relative_humidity_pct: 60, mean_sea_level_pressure_hpa: 1013.25 },
  );
  await transform(pool, { windows: [24] });
  expect(await rowsOf(pool, 'moving_averages')).toEqual([
    {
      hour: '2026-05-01T00:00:00+00:00',
      window_hours: 24,
      observed_hours: 1,
      relative_humidity_pct: 50,
      wind_speed_ms: 3,
    },
    {
      hour: '2026-05-01T01:00:00+00:00',
      window_hours: 24,
      observed_hours: 2,
      relative_humidity_pct: 55,
      wind_speed_ms: 3,
      mean_sea_level_pressure_hpa: 1013.25,
    },
  ]);
});

test('a late hour changes the averages of the hours after it that its window reaches, and no others', async () => {
  await observeHours(new Map([0, 1, 3, 4, 5, 6, 7].map((hour) => [hour, 0])));
  await transform(pool, { windows: [3] });
  await observeHours(new Map([[2, 30]]));
  await transform(pool, { windows: [3] });
  expect((await averages(3)).map(({ mean }) => mean)).toEqual([0, 0, 10, 10, 10, 0, 0, 0]);
});

const hours = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 });

test('it equals a naive loop, whatever hours came first', async () => {
  const arrivals = fc.record({
    first: hours,
    second: hours,
    window: fc.integer({ min: 2, max: 200 }),
    values: fc.infiniteStream(fc.integer({ min: -95_000, max: 65_000 })),
  });
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ first, second, window, values }) => {
      await empty(pool);
      await addCities(pool, 'Etc/UTC');
      const known = new Map<number, number>();
      for (const arrival of [first, second]) {
        const news = new Map(arrival.map((hour) => [hour, values.next().value / 1000]));
        await observeHours(news);
        await transform(pool, { windows: [window] });
        for (const [hour, value] of news) known.set(hour, value);
      }
      expectClose(await averages(window), naive(known, window));
    }),
    { numRuns: 15, interruptAfterTimeLimit: 20_000 },
  );
});
