import { PARAMETER_NAMES, VALUE_DECIMALS, type Parameter } from '../domain/parameters.js';

export type Given = number | null | undefined;

const SCALE = 10 ** VALUE_DECIMALS;

/** Applies a conversion to what was given; what was absent stays absent. */
export function converted(value: Given, convert: (value: number) => number): number | undefined {
  return value === null || value === undefined ? undefined : convert(value);
}

/** The values that were given, rounded to the decimals the warehouse keeps; absent ones are left out. */
export function givenValues(values: Partial<Record<Parameter, Given>>): Partial<Record<Parameter, number>> {
  const given: Partial<Record<Parameter, number>> = {};
  for (const parameter of PARAMETER_NAMES) {
    const value = values[parameter];
    if (typeof value === 'number' && Number.isFinite(value)) given[parameter] = rounded(value);
  }
  return given;
}

function rounded(value: number): number {
  // + 0 turns the -0 that small negatives round to into 0.
  return Math.round(value * SCALE) / SCALE + 0;
}
