import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { windFromDirection } from '../domain/wind.js';
import { testWarehouse } from '../transform/testkit.js';
import { spanArrays, type FillMethod } from './fill.js';
import { run } from '../database/sql.js';
import { CALENDAR_HOURS, filledHours, type FilledHour } from './filled-hours.js';
import { fills, hourOf, span, summarised, temperatures } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

/** Temperatures of the hours of a span, null where there is none. */
async function filled(
  from: number,
  to: number,
  fill: FillMethod,
  maxGapHours = 3,
): Promise<(number | null)[]> {
  const rows = await filledHours(pool, [span(from, to)], { fill, maxGapHours });
  expect(rows.map(hourOf)).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
  return rows.map((row) => row.air_temperature_mean_c);
}

describe('a gap', () => {
  beforeAll(() =>
    summarised(pool, {
      2: { air_temperature_c: 10 },
      6: { air_temperature_c: 2 },
      8: { air_temperature_c: 0 },
    }),
  );

  test('is a row of the calendar without values when nothing is asked', async () => {
    expect(await filled(1, 9, 'NONE')).toEqual([null, 10, null, null, null, 2, null, 0]);
  });

  test('is filled by the hour before it, by the line between its ends, or by their mean', async () => {
    expect(await filled(2, 9, 'PREVIOUS')).toEqual([10, 10, 10, 10, 2, 2, 0]);
    expect(await filled(2, 9, 'LINEAR')).toEqual([10, 8, 6, 4, 2, 1, 0]);
    expect(await filled(2, 9, 'MEAN')).toEqual([10, 6, 6, 6, 2, 1, 0]);
  });

  test('longer than asked stays empty, whole', async () => {
    expect(await filled(2, 9, 'LINEAR', 2)).toEqual([10, null, null, null, 2, 1, 0]);
    expect(await filled(2, 9, 'PREVIOUS', 0)).toEqual([10, null, null, null, 2, null, 0]);
  });

  test('without an end is no gap: nothing is extrapolated', async () => {
    for (const fill of ['PREVIOUS', 'LINEAR', 'MEAN'] as const) {
      expect(await filled(0, 2, fill)).toEqual([null, null]);
      expect(await filled(8, 11, fill)).toEqual([0, null, null]);
    }
  });

  test('is filled alike where a range was cut within it', async () => {
    expect(await filled(4, 5, 'LINEAR')).toEqual([6]);
    expect(await filled(3, 6, 'MEAN')).toEqual([6, 6, 6]);
  });

  test('says of each hour how it came about', async () => {
    const rows = await filledHours(pool, [span(2, 10)], { fill: 'LINEAR', maxGapHours: 1 });
    expect(rows.map((row) => [row.quality_kind, row.fill_method, row.gap_hours, row.sample_count])).toEqual([
      ['IMPLIED_ZERO', 'NONE', 0, 1],
      ...Array.from({ length: 3 }, () => [null, 'NONE', null, 0]),
      ['IMPLIED_ZERO', 'NONE', 0, 1],
      ['FILLED', 'LINEAR', 1, 0],
      ['IMPLIED_ZERO', 'NONE', 0, 1],
      [null, 'NONE', null, 0],
    ]);
  });
});

describe('what is filled', () => {
  const archive = { source: 'OPEN_METEO', kind: 'ARCHIVE' } as const;

  test('are means only: never precipitation, extremes, gusts, conditions or sources', async () => {
    const values = {
      ...archive,
      air_temperature_c: 5,
      rain_1h_mm: 2,
      wind_gust_speed_ms: 9,
      condition_code: 3,
    };
    await summarised(pool, { 0: values, 1: values, 3: values });
    const rows = await filledHours(pool, [span(0, 3)], { fill: 'PREVIOUS', maxGapHours: 3 });
    expect(rows[0]).toMatchObject({
      quality_kind: 'OBSERVED',
      rain_mm: 2,
      wind_gust_speed_max_ms: 9,
      source: 'OPEN_METEO',
    });
    const known = Object.entries(rows[2] ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(known)).toEqual({
      city_id: 1,
      hour: span(2, 3).from,
      quality_kind: 'FILLED',
      fill_method: 'PREVIOUS',
      gap_hours: 1,
      sample_count: 0,
      air_temperature_mean_c: 5,
    });
  });

  test('is wind on the circle, by way of north', async () => {
    await summarised(pool, {
      0: { wind_speed_ms: 4, wind_from_direction_deg: 350 },
      2: { wind_speed_ms: 4, wind_from_direction_deg: 10 },
    });
    const rows = await filledHours(pool, [span(0, 3)], { fill: 'LINEAR', maxGapHours: 3 });
    expect(rows.map(directionOf)).toEqual([350, 0, 10]);
    expect(rows[1]?.wind_speed_mean_ms).toBe(4);
  });

  test('has no direction in the calm between opposite winds', async () => {
    await summarised(pool, {
      0: { wind_speed_ms: 4, wind_from_direction_deg: 90 },
      4: { wind_speed_ms: 4, wind_from_direction_deg: 270 },
    });
    const rows = await filledHours(pool, [span(0, 5)], { fill: 'LINEAR', maxGapHours: 3 });
    expect(rows.map(directionOf)).toEqual([90, 90, null, 270, 270]);
  });

  test('lacks a parameter that one end lacks, unless it is only repeated', async () => {
    await summarised(pool, { 0: { air_temperature_c: 5 }, 2: { relative_humidity_pct: 50 } });
    expect(await filled(0, 3, 'LINEAR')).toEqual([5, null, null]);
    expect(await filled(0, 3, 'PREVIOUS')).toEqual([5, 5, null]);
  });

  test('is each city by itself, in spans of their own', async () => {
    await summarised(pool, {
      0: { air_temperature_c: 1 },
      1: { city: 2, air_temperature_c: 5 },
      3: { city: 2, air_temperature_c: 7 },
    });
    const rows = await filledHours(pool, [span(0, 2), span(2, 4, 2)], { fill: 'LINEAR', maxGapHours: 3 });
    expect(rows.map((row) => [row.city_id, hourOf(row), row.air_temperature_mean_c])).toEqual([
      [1, 0, 1],
      [1, 1, null],
      [2, 2, 6],
      [2, 3, 7],
    ]);
  });
});

function directionOf({
  wind_eastward_mean_ms: eastward,
  wind_northward_mean_ms: northward,
}: FilledHour): number | null {
  return eastward === null || northward === null ? null : windFromDirection(eastward, northward);
}

test('no value depends on where the range was cut', async () => {
  const cut = fc.tuple(fc.nat(125), fc.integer({ min: 1, max: 40 }));
  await fc.assert(
    fc.asyncProperty(
      temperatures,
      fills,
      fc.array(cut, { minLength: 3, maxLength: 3 }),
      async (hours, fill, cuts) => {
        await summarised(pool, hours);
        const whole = await filledHours(pool, [span(-20, 200)], fill);
        for (const [from, length] of cuts) {
          const part = await filledHours(pool, [span(from, from + length)], fill);
          expect(part).toEqual(whole.slice(from + 20, from + 20 + length));
        }
      },
    ),
    { numRuns: 15, interruptAfterTimeLimit: 20_000 },
  );
});

test('the calendar without filling is what filling with NONE answers', async () => {
  await fc.assert(
    fc.asyncProperty(temperatures, fc.nat(125), async (hours, from) => {
      await summarised(pool, hours);
      const spans = [span(from - 10, from + 30), span(from, from + 5, 2)];
      const { rows } = await run<FilledHour>(pool, CALENDAR_HOURS, spanArrays(spans));
      const filled = await filledHours(pool, spans, { fill: 'NONE', maxGapHours: 3 });
      const sorted = rows.sort((a, b) => a.city_id - b.city_id || a.hour.getTime() - b.hour.getTime());
      expect(sorted).toHaveLength(filled.length);
      sorted.forEach((row, i) => {
        const { sample_count, ...rest } = row;
        expect(filled[i]).toMatchObject({ ...rest, sample_count: (sample_count as number | null) ?? 0 });
      });
    }),
    { numRuns: 10, interruptAfterTimeLimit: 20_000 },
  );
});

test('a gap that cannot be asked for is refused in words', async () => {
  const fill = { fill: 'LINEAR', maxGapHours: 2.5 } as const;
  await expect(filledHours(pool, [span(0, 1)], fill)).rejects.toThrow(
    'maxGapHours is 2.5: give a whole number',
  );
});
