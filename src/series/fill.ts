import { InvalidInputError } from '../errors.js';

/** How hours without observations are filled; filled-hours.sql says exactly. */
export type FillMethod = 'NONE' | 'PREVIOUS' | 'LINEAR' | 'MEAN';

export interface Fill {
  fill: FillMethod;
  /** Longest gap that is filled, hours; longer ones stay empty. */
  maxGapHours: number;
}

/** A city and the half-open part of time wanted of it. */
export interface CitySpan {
  cityId: number;
  from: Date;
  to: Date;
}

/** Longest gap one may ask to be filled: a week. Further away nothing is known of an hour's weather. */
export const LONGEST_GAP_HOURS = 168;

/** @throws InvalidInputError when the gap is no whole number of hours, or too long */
export function checkFill({ maxGapHours }: Fill): void {
  if (Number.isInteger(maxGapHours) && maxGapHours >= 0 && maxGapHours <= LONGEST_GAP_HOURS) return;
  throw new InvalidInputError(
    `maxGapHours is ${maxGapHours}: give a whole number of hours from 0 to ${LONGEST_GAP_HOURS}.`,
  );
}

/** The spans as parallel arrays: cities, and the bounds in seconds since 1970. */
export function spanArrays(spans: readonly CitySpan[]): [number[], number[], number[]] {
  return [
    spans.map(({ cityId }) => cityId),
    spans.map(({ from }) => from.getTime() / 1000),
    spans.map(({ to }) => to.getTime() / 1000),
  ];
}
