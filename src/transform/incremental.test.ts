import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { SOURCES } from '../domain/source.js';
import { HOUR, MINUTE } from '../domain/time.js';
import {
  addCities,
  derivedRows,
  empty,
  observe,
  rebuildAll,
  testWarehouse,
  transform,
  withdraw,
  type TestObservation,
} from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
/** The night New York changes its clocks lies in it. */
const START = Date.parse('2026-03-06T12:00:00Z');
const SPAN_HOURS = 60;

const thousandths = (min: number, max: number) =>
  fc.option(
    fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000),
    { nil: undefined },
  );

/** A coarse grid, so that instants repeat: a repeated key is a duplicate or a correction. */
const instant = fc
  .tuple(fc.nat(SPAN_HOURS - 1), fc.constantFrom(0, 0, 15, 30, 59))
  .map(([hour, minute]) => new Date(START + hour * HOUR + minute * MINUTE));

const observation: fc.Arbitrary<TestObservation> = fc
  .record({
    at: instant,
    city: fc.integer({ min: 1, max: ZONES.length }),
    source: fc.constantFrom(...SOURCES),
    kind: fc.constantFrom('CURRENT' as const, 'ARCHIVE' as const),
    condition_code: fc.constantFrom(undefined, 800, 500, 3),
    air_temperature_c: thousandths(-95, 65),
    apparent_temperature_c: thousandths(-120, 85),
    dew_point_temperature_c: thousandths(-120, 45),
    relative_humidity_pct: thousandths(0, 110),
    mean_sea_level_pressure_hpa: thousandths(850, 1100),
    surface_pressure_hpa: thousandths(300, 1100),
    wind_speed_ms: thousandths(0, 115),
    wind_gust_speed_ms: thousandths(0, 150),
    wind_from_direction_deg: thousandths(0, 360),
    cloud_cover_pct: thousandths(0, 100),
    visibility_m: thousandths(0, 10_000),
    rain_1h_mm: thousandths(0, 450),
    snow_water_1h_mm: thousandths(0, 200),
    precipitation_1h_mm: thousandths(0, 450),
  })
  .map((values) => JSON.parse(JSON.stringify(values)) as TestObservation);

type Event =
  | { kind: 'ARRIVAL'; observations: TestObservation[] }
  | { kind: 'REMOVAL'; city: number; from: Date; hours: number }
  | { kind: 'TRANSFORM'; batchHours: number; interrupted: boolean };

const arrival = fc.record({
  kind: fc.constant('ARRIVAL' as const),
  observations: fc.array(observation, { minLength: 1, maxLength: 120, size: 'max' }),
});
const removal = fc.record({
  kind: fc.constant('REMOVAL' as const),
  city: fc.integer({ min: 1, max: ZONES.length }),
  from: instant,
  hours: fc.integer({ min: 1, max: 30 }),
});
const transformation = fc.record({
  kind: fc.constant('TRANSFORM' as const),
  batchHours: fc.integer({ min: 1, max: 100 }),
  interrupted: fc.boolean(),
});
const events = fc.array(fc.oneof<fc.Arbitrary<Event>[]>(arrival, removal, transformation), {
  minLength: 1,
  maxLength: 12,
  size: 'max',
});

async function happen(event: Event): Promise<void> {
  if (event.kind === 'ARRIVAL') return observe(pool, ...event.observations);
  if (event.kind === 'REMOVAL') {
    return withdraw(pool, event.city, event.from, new Date(event.from.getTime() + event.hours * HOUR));
  }
  const stop = new AbortController();
  // Interrupted: stopped after its first batch.
  const onProgress = () => (event.interrupted ? stop.abort() : undefined);
  await transform(pool, { batchHours: event.batchHours, signal: stop.signal, onProgress }).catch(
    (error: unknown) => {
      if (!stop.signal.aborted) throw error;
    },
  );
}

test('after arrivals, corrections and removals in any order the tables equal a full rebuild, bit for bit', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (sequence) => {
      await empty(pool);
      await addCities(pool, ...ZONES);
      for (const event of sequence) await happen(event);
      await transform(pool);
      const incremental = await derivedRows(pool);
      await pool.query('TRUNCATE hourly_summaries, daily_summaries, moving_averages');
      await rebuildAll(pool);
      expect(incremental).toEqual(await derivedRows(pool));
    }),
    { numRuns: 15, interruptAfterTimeLimit: 20_000 },
  );
});
