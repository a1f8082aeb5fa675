import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotaLimits } from '../../sources/governor/limits.js';
import { archiveWeight } from '../../sources/open-meteo/weight.js';
import { Chunks, daysOf } from './chunks.js';
import { planBackfill, type BackfillPlan, type BackfillRequest } from './plan.js';

const { OPEN_METEO: LIMITS } = quotaLimits({ CALLS_PER_MINUTE: 55, CALLS_PER_MONTH: 1_000_000 });
const NOW = new Date('2026-05-20T10:30:00Z');
const window = (from: string, to: string): { from: Date; to: Date } => ({
  from: new Date(from),
  to: new Date(to),
});
const YEAR = window('2025-05-20', '2026-05-20');

function plan(request: Partial<BackfillRequest>): BackfillPlan {
  return planBackfill({
    cities: 50,
    window: YEAR,
    limits: LIMITS,
    weigh: (days) => archiveWeight(14, days, 1),
    used: new Map(),
    now: NOW,
    ...request,
  });
}

describe('planBackfill', () => {
  test('prices a year of fifty cities: it fits, and takes minutes', () => {
    const { calls, weight, days, fits } = plan({});
    expect(calls).toBe(50 * 12);
    // 365 days of 14 variables at a tenth of a fourteenth each.
    expect(weight).toBeCloseTo(50 * (365 / 14) * 1.4, 1);
    expect(days * 1440).toBeCloseTo(weight / 600, 6);
    expect(fits).toBe(true);
  });

  test('prices a year of twenty thousand cities: it does not fit, and takes ten weeks', () => {
    const { calls, weight, days, fits } = plan({ cities: 20_000 });
    expect(calls).toBe(240_000);
    expect(days).toBeCloseTo(weight / 10_000, 6);
    expect(days).toBeCloseTo(73, 0);
    expect(fits).toBe(false);
  });

  test('counts what is used already of the limit that is in the way', () => {
    const used = new Map([['2026-05-20', 9_000]]);
    const { weight, days, fits } = plan({ used });
    expect(fits).toBe(false);
    expect(days).toBeCloseTo((weight + 9_000) / 10_000, 6);
    // Yesterday's calls are none of today's.
    expect(plan({ used: new Map([['2026-05-19', 9_000]]) }).fits).toBe(true);
  });

  test('reckons in hours where the hour is what is in the way', () => {
    const { days, fits, weight } = plan({ cities: 150 });
    expect(weight).toBeGreaterThan(5_000);
    expect(weight).toBeLessThan(10_000);
    expect(fits).toBe(false);
    expect(days * 24).toBeCloseTo(weight / 5_000, 6);
  });

  test('reckons in the month’s own days where a plan has a month', () => {
    const { days, weight } = plan({ limits: { perMinute: 1e6, perMonth: 500 } });
    expect(days).toBeCloseTo((weight / 500) * 31, 6);
  });

  test('says never of a call that is more than a limit allows, and nothing of no cities', () => {
    expect(plan({ limits: { perMinute: 2 } })).toMatchObject({ days: Infinity, fits: false });
    expect(plan({ cities: 0 })).toEqual({ calls: 0, weight: 0, days: 0, fits: true });
    expect(plan({ window: window('2030-01-01', '2031-01-01') })).toEqual({
      calls: 0,
      weight: 0,
      days: 0,
      fits: true,
    });
  });

  test('is the price of exactly the calls that are made', () => {
    const days = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (length, cities) => {
        const span = { from: new Date(+NOW - length * 86_400_000), to: NOW };
        const cityIds = Array.from({ length: cities }, (_, id) => id);
        const chunks = new Chunks(cityIds, span, NOW);
        const made = Array.from({ length: chunks.count }, (_, position) => chunks.at(position));
        const weight = made.reduce(
          (sum, chunk) => sum + (chunk ? archiveWeight(14, daysOf(chunk.span), 1) : 0),
          0,
        );
        const price = plan({ cities, window: span });
        expect(price.calls).toBe(made.length);
        expect(price.weight).toBeCloseTo(weight, 6);
      }),
      { numRuns: 30 },
    );
  });
});
