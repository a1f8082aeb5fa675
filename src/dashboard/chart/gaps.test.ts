import { describe, expect, test } from 'vitest';
import { filledCount, filledParts, gapsOf, withGaps } from './gaps.js';

const track = (...values: (number | null)[]) => ({ time: values.map((_, i) => i * 3_600_000), values });

describe('gaps', () => {
  test('lie between values; nothing was expected before the first and after the last', () => {
    expect(gapsOf(track(null, 1, null, null, 2, null, 3, null))).toEqual([
      { from: 2 * 3_600_000, length: 2 },
      { from: 5 * 3_600_000, length: 1 },
    ]);
    expect(gapsOf(track(1, 2, 3))).toEqual([]);
    expect(gapsOf(track(null, null))).toEqual([]);
    expect(gapsOf(track())).toEqual([]);
  });

  test('are drawn through from the values around them, and only where they were filled', () => {
    const observed = track(1, 2, null, 4, 5, null, null, 8);
    const filled = track(1, 2, 3, 4, 5, null, null, 8);
    expect(filledParts(observed, filled).values).toEqual([null, 2, 3, 4, null, null, null, null]);
    expect(filledCount(observed, filled)).toBe(1);
  });

  test('a zero is a value, not a gap', () => {
    expect(gapsOf(track(0, 0, 0))).toEqual([]);
    expect(filledCount(track(0, null, 0), track(0, 0, 0))).toBe(1);
  });

  test('break a list of hours by one entry without a value', () => {
    const hours = [
      { time: 0, value: 1 },
      { time: 1, value: 2 },
      { time: 5, value: 3 },
    ];
    expect(withGaps(hours, 1)).toEqual([hours[0], hours[1], { time: 2 }, hours[2]]);
  });
});
