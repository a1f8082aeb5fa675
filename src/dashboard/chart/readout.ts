import type { CityChart, Track } from './chart-data.js';

/** What a chart says of one moment and city; null where there is nothing. */
export interface Readout {
  mean: number | null;
  /** True when the mean was filled. */
  filled: boolean;
  low: number | null;
  high: number | null;
  average24: number | null;
}

/** The values of the interval that an instant lies in. */
export function readoutAt(data: CityChart, at: number): Readout {
  const i = placeOf(data.observed.time, at);
  const observed = data.observed.values[i] ?? null;
  const band = data.hourly ?? data.daily;
  const inBand = placeOf(band?.time ?? [], at);
  return {
    mean: observed ?? data.filled.values[i] ?? null,
    filled: observed === null && (data.filled.values[i] ?? null) !== null,
    low: band?.low[inBand] ?? null,
    high: band?.high[inBand] ?? null,
    average24: valueAt(data.average24, at),
  };
}

function valueAt(track: Track | undefined, at: number): number | null {
  return track?.values[placeOf(track.time, at)] ?? null;
}

/** Index of the last time that is not after an instant; −1 before the first. */
function placeOf(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
