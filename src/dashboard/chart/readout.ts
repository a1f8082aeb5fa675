import type { CityChart, Track } from './chart-data.js';

/** What a chart says of one moment and city; null where there is nothing. */
export interface Readout {
  mean: number | null;
  /** True when the mean was filled. */
  filled: boolean;
  low: number | null;
  high: number | null;
  average24: number | null;
  /** What is forecast, or had been a day before. */
  forecast: number | null;
}

/** The values of the interval that an instant lies in. */
export function readoutAt(data: CityChart, at: number): Readout {
  const { observed, filled, daily, average24, forecast } = data;
  const band = data.hourly ?? daily;
  const seen = valueAt(observed.time, observed.values, at);
  const mean = seen ?? valueAt(filled.time, filled.values, at);
  return {
    mean,
    filled: seen === null && mean !== null,
    low: valueAt(band?.time, band?.low, at),
    high: valueAt(band?.time, band?.high, at),
    average24: trackAt(average24, at),
    forecast: trackAt(forecast?.coming, at) ?? trackAt(forecast?.ahead, at),
  };
}

const trackAt = (track: Track | undefined, at: number): number | null =>
  valueAt(track?.time, track?.values, at);

function valueAt(
  times: readonly number[] = [],
  values: readonly (number | null)[] = [],
  at: number,
): number | null {
  return values[placeWithin(times, at)] ?? null;
}

/** Index of the interval that an instant lies in; −1 before the first and after the last, which is as long as the shortest. */
function placeWithin(times: readonly number[], at: number): number {
  const last = times.at(-1) ?? 0;
  if (at <= last) return placeOf(times, at);
  const step = times.reduce(
    (least, time, i) => Math.min(least, time - (times[i - 1] ?? -Infinity)),
    Infinity,
  );
  return at < last + step ? times.length - 1 : -1;
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
