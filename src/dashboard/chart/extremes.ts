import type { Track } from './chart-data.js';

interface Extreme {
  value: number;
  /** Milliseconds. */
  at: number;
}

export interface Extremes {
  low: Extreme;
  high: Extreme;
  /** Of all values. */
  sum: number;
  count: number;
}

/** The least and the greatest of a track, the first of those that are alike; undefined where it has no value. */
export function extremesOf({ time, values }: Track): Extremes | undefined {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, at: time[i] ?? NaN }]));
  const [first] = known;
  if (!first) return undefined;
  return {
    low: known.reduce((least, next) => (next.value < least.value ? next : least), first),
    high: known.reduce((greatest, next) => (next.value > greatest.value ? next : greatest), first),
    sum: known.reduce((total, { value }) => total + value, 0),
    count: known.length,
  };
}
