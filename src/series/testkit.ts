import fc from 'fast-check';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import { addCities, empty, observe, transform, type TestObservation } from '../transform/testkit.js';
import type { CitySpan, FillMethod } from './fill.js';

export const START = Date.parse('2026-05-01T00:00:00Z');

/** The instant so many hours after START. */
export const at = (hour: number): Date => new Date(START + hour * HOUR);

/** Part of city 1's time, in hours since START. */
export const span = (from: number, to: number, cityId = 1): CitySpan => ({
  cityId,
  from: at(from),
  to: at(to),
});

export const hourOf = ({ hour }: { hour: Date }): number => (hour.getTime() - START) / HOUR;

/** Fresh tables with summaries of the given hours since START, of city 1 unless a value says otherwise. */
export async function summarised(pool: Pool, hours: Record<number, Partial<TestObservation>>): Promise<void> {
  await empty(pool);
  await addCities(pool, 'Etc/UTC', 'Asia/Kolkata');
  await observe(
    pool,
    ...Object.entries(hours).map(([hour, values]) => ({ at: at(Number(hour)), ...values })),
  );
  await transform(pool);
}

/** Hours since START with a temperature each, some of them without. */
export const temperatures = fc.dictionary(
  fc.nat(120).map(String),
  fc.record({
    air_temperature_c: fc.option(
      fc.integer({ min: -95_000, max: 65_000 }).map((n) => n / 1000),
      { nil: undefined },
    ),
  }),
  { minKeys: 1, maxKeys: 100, size: 'max' },
) as fc.Arbitrary<Record<number, { air_temperature_c?: number }>>;

export const fills = fc.record({
  fill: fc.constantFrom<FillMethod[]>('NONE', 'PREVIOUS', 'LINEAR', 'MEAN'),
  maxGapHours: fc.integer({ min: 0, max: 12 }),
});
