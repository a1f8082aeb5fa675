import type { Track } from './chart-data.js';

/** Part of a track without values. */
export interface Gap {
  /** Its first missing interval. */
  from: number;
  /** Intervals missing. */
  length: number;
}

/** The gaps between values; before the first and after the last one nothing was expected. */
export function gapsOf({ time, values }: Track): Gap[] {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const gaps: Gap[] = [];
  for (let i = first + 1; first >= 0 && i < last; i += 1) {
    const start = i;
    while (values[i] === null) i += 1;
    if (i > start) gaps.push({ from: time[start] ?? NaN, length: i - start });
  }
  return gaps;
}

/**
 * The filled values alone, with the observed ones they lean on, so that a line can be drawn through each gap; null
 * elsewhere.
 */
export function filledParts(observed: Track, filled: Track): Track {
  const isFilled = (i: number): boolean =>
    (observed.values[i] ?? null) === null && (filled.values[i] ?? null) !== null;
  return {
    time: filled.time,
    values: filled.values.map((value, i) =>
      isFilled(i) || isFilled(i - 1) || isFilled(i + 1) ? value : null,
    ),
  };
}

/** How many values were filled. */
export const filledCount = (observed: Track, filled: Track): number =>
  filled.values.filter((value, i) => value !== null && (observed.values[i] ?? null) === null).length;

/** Items by the hour with nulls put where an hour is missing, so that a line breaks there. */
export function withGaps<T extends { time: number }>(
  items: readonly T[],
  stepMs: number,
): (T | { time: number })[] {
  return items.flatMap((item, i) => {
    const next = items[i + 1];
    const isBroken = next !== undefined && next.time - item.time > stepMs;
    return isBroken ? [item, { time: item.time + stepMs }] : [item];
  });
}
