import type { TestWorld } from '../testkit.js';

/** 88 days: three calls for each city. */
export const WINDOW = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-03-30T00:00:00Z') };
/** What a backfill of the window lands for two cities: city and first day of each call, in order. */
export const EVERYTHING = [
  '1 2026-02-27',
  '2 2026-02-27',
  '1 2026-01-27',
  '2 2026-01-27',
  '1 2026-01-01',
  '2 2026-01-01',
];
export const CALLS = EVERYTHING.length;

/** City and first day of each answer that was landed, in the order in which they came. */
export async function landed(world: TestWorld): Promise<string[]> {
  const { rows } = await world.pool.query<{ city_id: number; first: number }>(
    `SELECT city_id, (convert_from(body, 'UTF8')::json #>> '{hourly,time,0}')::int AS first
       FROM payloads WHERE http_status = 200 ORDER BY id`,
  );
  return rows.map(({ city_id, first }) => `${city_id} ${new Date(first * 1000).toISOString().slice(0, 10)}`);
}
