import type { Track } from './chart-data.js';

/** As uPlot wants it: seconds, then a column for each track. */
export type Aligned = [number[], ...(number | null | undefined)[][]];

/**
 * Puts tracks on one axis of time. Where a track has no such instant its value is undefined: its line goes on. Where it
 * has the instant and no value, it is null: its line breaks.
 */
export function align(tracks: readonly Track[]): Aligned {
  const times = [...new Set(tracks.flatMap(({ time }) => time))].sort((a, b) => a - b);
  const place = new Map(times.map((at, i) => [at, i]));
  const columns = tracks.map(({ time, values }) => {
    const column = new Array<number | null | undefined>(times.length).fill(undefined);
    time.forEach((at, i) => {
      column[place.get(at) ?? -1] = values[i] ?? null;
    });
    return column;
  });
  return [times.map((at) => at / 1_000), ...columns];
}
