import { ArgumentError } from '../errors.js';
import type { CityNearbyArgs, QueryCompareSourcesArgs, Units } from '../generated/resolvers.js';
import { parseCityId } from './ids.js';
import { wholeNumber } from './insights.js';
import { parseRange } from './window.js';

/** So wide a circle holds thousands of cities, of which each must be measured. */
const FARTHEST_KM = 500;
/** Most neighbours of a city. */
const MOST_NEIGHBOURS = 100;

export interface NearbyRequest {
  radiusKm: number;
  tracked: boolean | null;
  first: number;
}

/** Checks the arguments of `City.nearby`. */
export function nearbyOf({ radiusKm, tracked, first }: CityNearbyArgs): NearbyRequest {
  if (!(radiusKm > 0 && radiusKm <= FARTHEST_KM)) {
    throw new ArgumentError('radiusKm', radiusKm, `above 0 and at most ${FARTHEST_KM}`);
  }
  wholeNumber('first', first, 1, MOST_NEIGHBOURS);
  return { radiusKm, tracked: tracked ?? null, first };
}

export interface CompareSourcesRequest {
  cityId: number;
  /** Seconds since 1970, half-open. */
  from: number;
  to: number;
  minHours: number;
  units: Units;
}

/** Checks the arguments of `compareSources`. */
export function compareSourcesOf(args: QueryCompareSourcesArgs): CompareSourcesRequest {
  const { from, to } = parseRange(args.range, 'range');
  const minHours = wholeNumber('minHours', args.minHours, 1, 10_000);
  return { cityId: parseCityId('cityId', args.cityId), from, to, minHours, units: args.units };
}
