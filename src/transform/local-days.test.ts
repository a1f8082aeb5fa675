import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { HOUR } from '../domain/time.js';
import { addCities, observe, testWarehouse, transform } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

/** Every kind of offset and change; America/Goose_Bay, whose days once overlapped, has a test of its own. */
const ZONES = [
  'Africa/Abidjan',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'America/Anchorage',
  'America/Argentina/Buenos_Aires',
  'America/Caracas',
  'America/Chicago',
  'America/Denver',
  'America/Halifax',
  'America/Havana',
  'America/Los_Angeles',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Dhaka',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Yangon',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/London',
  'Europe/Moscow',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
  'Pacific/Marquesas',
  'Pacific/Norfolk',
  'Pacific/Pago_Pago',
];

/** 1980 to 2037: within what every copy of the time zone database knows in detail. */
const instants = fc.record({
  zone: fc.integer({ min: 0, max: ZONES.length - 1 }),
  second: fc.integer({ min: Date.UTC(1980, 0) / 1000, max: Date.UTC(2037, 11) / 1000 }),
});

interface Day {
  date: string;
  expected: number;
  endsAt: number;
}

/** The day of an instant as Temporal has it: from one midnight, or what stands for it, to the next. */
function temporalDay(second: number, timeZone: string): Day {
  const hour = Math.floor((second * 1000) / HOUR) * HOUR;
  const local = Temporal.Instant.fromEpochMilliseconds(hour).toZonedDateTimeISO(timeZone);
  const firstHour = Math.ceil(local.startOfDay().epochMilliseconds / HOUR);
  const end = Math.ceil(local.startOfDay().add({ days: 1 }).startOfDay().epochMilliseconds / HOUR);
  return { date: local.toPlainDate().toString(), expected: end - firstHour, endsAt: end * HOUR };
}

test('local days agree with Temporal for 10,000 instants in 40 zones', { timeout: 60_000 }, async () => {
  await addCities(pool, ...ZONES);
  const sample = fc.sample(instants, { numRuns: 10_000, seed: 20_261_124 });
  await observe(pool, ...sample.map(({ zone, second }) => ({ city: zone + 1, at: new Date(second * 1000) })));
  await transform(pool);
  const { rows } = await pool.query<Day & { city: number }>(
    `SELECT city_id AS city, local_date::text AS date, expected_hours AS expected,
            extract(epoch FROM ends_at)::float8 * 1000 AS "endsAt"
       FROM daily_summaries`,
  );
  const ours = new Set(rows.map(({ city, ...day }) => text(city, day)));
  const theirs = new Set(
    sample.map(({ zone, second }) => text(zone + 1, temporalDay(second, ZONES[zone] ?? ''))),
  );
  expect([...theirs].filter((day) => !ours.has(day))).toEqual([]);
  expect([...ours].filter((day) => !theirs.has(day))).toEqual([]);
});

function text(city: number, { date, expected, endsAt }: Day): string {
  return `${ZONES[city - 1] ?? ''} ${date}: ${expected} hours, ends ${new Date(endsAt).toISOString()}`;
}
