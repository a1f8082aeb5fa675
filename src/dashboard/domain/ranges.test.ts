import { describe, expect, test } from 'vitest';
import {
  formatRange,
  horizonOf,
  pagesOf,
  parseRange,
  resolutionOf,
  showsForecast,
  showsObservations,
  spanOf,
  timeRange,
} from './ranges.js';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);

describe('a range', () => {
  test('survives the address', () => {
    const custom = { from: at('2026-05-01T06:00Z'), to: at('2026-05-03T00:00Z') };
    expect(formatRange(custom)).toBe('2026-05-01T06:00Z..2026-05-03T00:00Z');
    expect(parseRange(formatRange(custom))).toEqual(custom);
    expect(parseRange('30d')).toBe('30d');
  });

  test.each([null, '', '31d', '2026-05-03T00:00Z..2026-05-01T00:00Z', '2020-01-01..2026-01-01', 'a..b'])(
    'that makes no sense is none: %s',
    (text) => {
      expect(parseRange(text)).toBeNull();
    },
  );

  test('up to now ends with the running hour, so that the question stays the same for an hour', () => {
    const early = spanOf('24h', at('2026-05-02T10:01:00Z'));
    expect(timeRange(early)).toEqual({ from: '2026-05-01T11:00:00Z', to: '2026-05-02T11:00:00Z' });
    expect(spanOf('24h', at('2026-05-02T10:59:59Z'))).toEqual(early);
  });

  test('is cut into pages that touch and hold 480 hours at most', () => {
    const span = { from: 0, to: 45 * DAY };
    const pages = pagesOf(span);
    expect(pages).toEqual([
      { from: 0, to: 20 * DAY },
      { from: 20 * DAY, to: 40 * DAY },
      { from: 40 * DAY, to: 45 * DAY },
    ]);
  });

  test('is drawn by hours up to 45 days, with observations up to 4', () => {
    expect(resolutionOf({ from: 0, to: 45 * DAY })).toBe('HOUR');
    expect(resolutionOf({ from: 0, to: 46 * DAY })).toBe('DAY');
    expect(showsObservations({ from: 0, to: 4 * DAY })).toBe(true);
    expect(showsObservations({ from: 0, to: 5 * DAY })).toBe(false);
  });
});

describe('forecasts', () => {
  const week = { from: at('2026-05-01T00:00Z'), to: at('2026-05-08T00:00Z') };

  test('go on beyond a time up to now, and not beyond one chosen by hand', () => {
    expect(horizonOf('7d', week)).toBe(week.to + 2 * DAY);
    expect(horizonOf(week, week)).toBe(week.to);
  });

  test('stand beside hours, and not where amounts or directions are drawn', () => {
    expect(showsForecast('AIR_TEMPERATURE', week)).toBe(true);
    expect(showsForecast('RAIN', week)).toBe(false);
    expect(showsForecast('WIND_FROM_DIRECTION', week)).toBe(false);
    expect(showsForecast('AIR_TEMPERATURE', { ...week, to: week.from + 90 * DAY })).toBe(false);
  });
});
