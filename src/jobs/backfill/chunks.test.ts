import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../domain/time.js';
import { Chunks, daysOf, spansOf } from './chunks.js';

const ASKED_AT = new Date('2026-05-20T10:30:00Z');
const window = (from: string, to: string): { from: Date; to: Date } => ({
  from: new Date(from),
  to: new Date(to),
});

/** Instants from before the archive's first day, some of them later than the backfill is asked for. */
const instant = fc.date({ min: new Date('1935-01-01Z'), max: new Date('2027-01-01Z'), noInvalidDate: true });
const anyWindow = fc.tuple(instant, instant).map(([one, other]) => {
  return one < other ? { from: one, to: other } : { from: other, to: one };
});

/** Every day of a span. */
function daysIn({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

const ALL_DAYS = daysIn({ from: '1940-01-01', to: '2026-05-20' });

describe('The calls of a backfill', () => {
  test('cover the days that the window touches, each once, the newest first, a month at most a call', () => {
    fc.assert(
      fc.property(anyWindow, ({ from, to }) => {
        const spans = spansOf({ from, to }, ASKED_AT);
        const days = spans.flatMap((span) => daysIn(span).reverse());
        // By another road: each day that has begun and shares a moment with the window.
        const expected = ALL_DAYS.filter((day) => Date.parse(day) < +to && Date.parse(day) + DAY > +from);
        expect(days).toEqual(expected.reverse());
        expect(spans.every((span) => daysOf(span) <= 31)).toBe(true);
        expect(spans.filter((span) => daysOf(span) < 31).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  test('are each city’s for the newest days before any for older ones, and no two the same', () => {
    fc.assert(
      fc.property(anyWindow, fc.uniqueArray(fc.nat(), { maxLength: 20 }), (days, cityIds) => {
        const chunks = new Chunks(cityIds, days, ASKED_AT);
        const all = Array.from({ length: Math.min(chunks.count, 500) }, (_, position) => chunks.at(position));
        expect(new Set(all.map((chunk) => JSON.stringify(chunk))).size).toBe(all.length);
        expect(all.map((chunk) => chunk?.cityId)).toEqual(
          all.map((_, index) => cityIds[index % cityIds.length]),
        );
        const ends = all.map((chunk) => chunk?.span.to ?? '');
        expect(ends).toEqual([...ends].sort().reverse());
        expect(chunks.at(chunks.count)).toBeUndefined();
      }),
    );
  });

  test('are whole days, also where the window is not', () => {
    expect(spansOf(window('2026-05-01T23:00:00Z', '2026-05-03T00:00:01Z'), ASKED_AT)).toEqual([
      { from: '2026-05-01', to: '2026-05-03' },
    ]);
    expect(spansOf(window('2026-05-01T00:00:00Z', '2026-05-03T00:00:00Z'), ASKED_AT)).toEqual([
      { from: '2026-05-01', to: '2026-05-02' },
    ]);
  });

  test('are none before 1940 and after the day they are asked for on: the archive would refuse the whole call', () => {
    expect(spansOf(window('1939-12-25T00:00:00Z', '1940-01-03T00:00:00Z'), ASKED_AT)).toEqual([
      { from: '1940-01-01', to: '1940-01-02' },
    ]);
    expect(spansOf(window('2026-05-19T00:00:00Z', '2026-07-01T00:00:00Z'), ASKED_AT)).toEqual([
      { from: '2026-05-19', to: '2026-05-20' },
    ]);
    expect(spansOf(window('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'), ASKED_AT)).toEqual([]);
  });

  test('of millions take no room', () => {
    const cityIds = Array.from({ length: 20_000 }, (_, id) => id);
    const chunks = new Chunks(cityIds, window('1940-01-01T00:00:00Z', '2026-05-20T00:00:00Z'), ASKED_AT);
    expect(chunks.count).toBe(20_000 * 1018);
    expect(chunks.at(chunks.count - 1)).toEqual({
      cityId: 19_999,
      span: { from: '1940-01-01', to: '1940-01-24' },
    });
  });
});
