import { Temporal } from '@js-temporal/polyfill';
import { expect, test } from 'vitest';
import { dateOf, dayBand, nextDate, startOfDay } from './local-days.js';

const ZONES = [
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
  'America/Havana',
];

test.each(ZONES)('days in %s begin when Temporal says so, on every day of two years', (zone) => {
  for (let day = Temporal.PlainDate.from('2025-01-01'); day.year < 2027; day = day.add({ days: 1 })) {
    const begins = day.toZonedDateTime(zone).epochMilliseconds;
    expect([day.toString(), startOfDay(day.toString(), zone)]).toEqual([day.toString(), begins]);
    expect(dateOf(begins, zone)).toBe(day.toString());
  }
});

test('a missing day breaks the band of days', () => {
  const day = (date: string) => ({ date, min: 1, mean: 2, max: 3, observedHours: 24, expectedHours: 24 });
  const band = dayBand([day('2026-05-01'), day('2026-05-03')], 'UTC');
  expect(band.low).toEqual([1, 1, null, 1, 1]);
  expect(band.high).toEqual([3, 3, null, 3, 3]);
  expect(band.time[2]).toBe(Date.parse('2026-05-02T00:00:00Z'));
  expect(nextDate('2026-12-31')).toBe('2027-01-01');
});
