import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../domain/time.js';
import { quotaLimits, type QuotaLimits } from './limits.js';
import { planQuota } from './plan.js';

const FREE = quotaLimits({ CALLS_PER_MINUTE: 55, CALLS_PER_MONTH: 1_000_000 });
const NOW = new Date('2026-05-16T12:00:00Z');
/** Where next to nothing is left, a stretch is cut off here. */
const LONGEST = 1e6;
const none = new Map<string, number>();
const demand = (cities: number, everyMinutes: number): { cities: number; callsPerMinute: number } => ({
  cities,
  callsPerMinute: cities / everyMinutes,
});

const anyDemand = fc
  .record({ cities: fc.integer({ min: 0, max: 100_000 }), every: fc.integer({ min: 1, max: 1440 }) })
  .map(({ cities, every }) => demand(cities, every));
const anyLimits: fc.Arbitrary<QuotaLimits> = fc.record(
  {
    perMinute: fc.integer({ min: 1, max: 600 }),
    perHour: fc.integer({ min: 60, max: 10_000 }),
    perDay: fc.integer({ min: 100, max: 100_000 }),
    perMonth: fc.integer({ min: 1_000, max: 10_000_000 }),
    liveWeight: fc.double({ min: 1, max: 4, noNaN: true }),
  },
  { requiredKeys: ['perMinute'] },
);

describe('planQuota', () => {
  test('says in numbers what the free plan allows', () => {
    const fits = planQuota(demand(1344, 60), FREE.OPENWEATHERMAP, none, new Date('2026-05-01T00:00:00Z'));
    expect(fits).toMatchObject({ wantedPerMinute: 22.4, stretch: 1, resetsAt: null });
    expect(fits.allowedPerMinute).toBeCloseTo(1_000_000 / (31 * 1440), 6);
    expect(fits.wantedPerMonth).toBe(999_936);
    expect(fits.sweepMinutes).toBeCloseTo(24.4, 1);
    const twice = planQuota(demand(2688, 60), FREE.OPENWEATHERMAP, none, new Date('2026-05-01T00:00:00Z'));
    expect(twice.stretch).toBeCloseTo(2, 3);
    expect(twice.resetsAt).toEqual(new Date('2026-06-01T00:00:00Z'));
  });

  test('counts what the calls weigh where the source weighs them', () => {
    const plan = planQuota(demand(1000, 60), FREE.OPEN_METEO, none, new Date('2026-05-16T00:00:00Z'));
    // 10,000 a day, 1.4 for 14 variables.
    expect(plan.allowedPerMinute).toBeCloseTo(10_000 / 1440 / 1.4, 6);
    expect(plan.stretch).toBeCloseTo((1000 / 60) * 1.4 * 0.144, 3);
    expect(plan.resetsAt).toEqual(new Date('2026-05-17T00:00:00Z'));
  });

  test('stretches every interval by the same factor, just as far as needed', () => {
    fc.assert(
      fc.property(anyDemand, anyLimits, (wanted, limits) => {
        const { stretch, allowedPerMinute } = planQuota(wanted, limits, none, NOW);
        fc.pre(stretch < LONGEST);
        const paced = wanted.callsPerMinute / stretch;
        expect(paced).toBeLessThanOrEqual(allowedPerMinute * (1 + 1e-9));
        if (stretch > 1) expect(paced).toBeCloseTo(allowedPerMinute, 9);
        else expect(stretch).toBe(1);
      }),
    );
  });

  test('never stretches less for more cities, or for more calls used', () => {
    fc.assert(
      fc.property(anyDemand, anyLimits, fc.nat(1_000_000), (wanted, limits, calls) => {
        const { stretch } = planQuota(wanted, limits, none, NOW);
        const more = { cities: wanted.cities * 2, callsPerMinute: wanted.callsPerMinute * 2 };
        expect(planQuota(more, limits, none, NOW).stretch).toBeGreaterThanOrEqual(stretch);
        const used = new Map([['2026-05', calls]]);
        expect(planQuota(wanted, limits, used, NOW).stretch).toBeGreaterThanOrEqual(stretch);
      }),
    );
  });

  test('spends a month evenly: never more than the quota, and none of it left unused for want of trying', () => {
    fc.assert(
      fc.property(anyDemand, fc.integer({ min: 100_000, max: 5_000_000 }), (wanted, perMonth) => {
        const limits = { perMinute: 1e9, perMonth };
        let used = 0;
        for (let at = Date.UTC(2026, 4, 1); at < Date.UTC(2026, 5, 1); at += HOUR) {
          const { stretch } = planQuota(wanted, limits, new Map([['2026-05', used]]), new Date(at));
          used += (wanted.callsPerMinute / stretch) * 60;
        }
        const month = Math.min(perMonth, wanted.callsPerMinute * 60 * 24 * 31);
        expect(used).toBeLessThanOrEqual(month * (1 + 1e-9));
        expect(used).toBeGreaterThanOrEqual(month * (1 - 1e-9));
      }),
      { numRuns: 30 },
    );
  });

  test('is a number even where nothing is left, or nobody is followed', () => {
    const used = new Map([['2026-05', 2_000_000]]);
    expect(planQuota(demand(50, 15), FREE.OPENWEATHERMAP, used, NOW)).toMatchObject({
      allowedPerMinute: 0,
      stretch: LONGEST,
      resetsAt: new Date('2026-06-01T00:00:00Z'),
    });
    expect(planQuota(demand(0, 15), FREE.OPENWEATHERMAP, used, NOW).stretch).toBe(1);
  });
});
