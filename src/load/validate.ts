import type { ObservedValues, Rejection } from '../domain/observation.js';
import { PARAMETERS, PARAMETER_NAMES, VALUE_DECIMALS, type Parameter } from '../domain/parameters.js';
import { DAY, MINUTE, SECOND } from '../domain/time.js';

/** How far ahead of its fetch an instant may lie: clocks differ, weather does not come early. */
const FUTURE_TOLERANCE = 5 * MINUTE;
/** As the table's CHECK has it; milliseconds read as seconds are far outside. */
const EARLIEST = Date.parse('1900-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');
/** Code tables of OpenWeatherMap (200 to 804) and the WMO (0 to 99). */
const CONDITION_CODES = [0, 999] as const;

const SCALE = 10 ** VALUE_DECIMALS;

export interface ValidationContext {
  fetchedAt: Date;
  /** Whether the payload holds other observations too: then paths name the instant. */
  oneOfMany: boolean;
  /** Milliseconds after the fetch that an instant may lie; minutes unless it is a forecast. */
  ahead?: number;
}

export interface Validated {
  /** Absent when the instant is refused, or when nothing is left of it. */
  observation?: ObservedValues;
  rejections: Rejection[];
}

/**
 * Refuses what cannot be: values one by one, the whole instant when its time is wrong or its air temperature out
 * of range, because then the units of the reply are in doubt. What passes is rounded to VALUE_DECIMALS, its
 * instant cut to the second.
 */
export function validate(observed: ObservedValues, context: ValidationContext): Validated {
  const wrongTime = refusedTime(observed.observedAt, context);
  if (wrongTime) return { rejections: [wrongTime] };
  const observedAt = new Date(Math.floor(observed.observedAt.getTime() / SECOND) * SECOND);
  const path = (name: string): string =>
    context.oneOfMany ? `${name}@${observedAt.toISOString().replace('.000', '')}` : name;
  const { values, refused } = sortedValues(observed.values);
  const rejections = refused.map((parameter) => outOfRange(parameter, observed.values, path));
  const temperature = rejections[refused.indexOf('AIR_TEMPERATURE')];
  if (temperature) return { rejections: [inDoubt(temperature)] };
  const conditionCodes = observed.conditionCodes.filter(isConditionCode);
  if (conditionCodes.length < observed.conditionCodes.length) {
    rejections.push(wrongCodes(observed.conditionCodes, path('conditionCodes')));
  }
  if (Object.keys(values).length === 0 && conditionCodes.length === 0) return { rejections };
  return { observation: { ...observed, observedAt, values, conditionCodes }, rejections };
}

function refusedTime(
  observedAt: Date,
  { fetchedAt, oneOfMany, ahead = FUTURE_TOLERANCE }: ValidationContext,
): Rejection | undefined {
  const time = observedAt.getTime();
  // Written so that an invalid date, which is NaN, fails.
  if (!(time >= EARLIEST && time < LATEST)) {
    const value = Number.isNaN(time) ? 'NaN' : String(time / SECOND);
    return {
      reason: 'OUT_OF_RANGE',
      path: oneOfMany ? `observedAt@${value}` : 'observedAt',
      value,
      detail: `The observed instant, read as ${value} seconds since 1970, is not between the years 1900 and 2200.`,
    };
  }
  if (time <= fetchedAt.getTime() + ahead) return undefined;
  const instant = observedAt.toISOString();
  return {
    reason: 'FUTURE',
    path: oneOfMany ? `observedAt@${instant}` : 'observedAt',
    value: JSON.stringify(instant),
    detail: `${instant} is more than ${ahead < DAY ? '5 minutes' : `${ahead / DAY} days`} after the answer came (${fetchedAt.toISOString()}).`,
  };
}

/** The values within their ranges, rounded, and the names of the others. */
function sortedValues(given: ObservedValues['values']): {
  values: ObservedValues['values'];
  refused: Parameter[];
} {
  const values: ObservedValues['values'] = {};
  const refused: Parameter[] = [];
  for (const parameter of PARAMETER_NAMES) {
    const value = given[parameter];
    if (value === undefined) continue;
    const kept = rounded(value);
    const [min, max] = PARAMETERS[parameter].range;
    // NaN and the infinities fail this too.
    if (kept >= min && kept <= max) values[parameter] = kept;
    else refused.push(parameter);
  }
  return { values, refused };
}

function rounded(value: number): number {
  // + 0 turns -0, which small negatives round to, into 0.
  return Math.round(value * SCALE) / SCALE + 0;
}

function isConditionCode(code: number): boolean {
  return Number.isInteger(code) && code >= CONDITION_CODES[0] && code <= CONDITION_CODES[1];
}

function outOfRange(
  parameter: Parameter,
  values: ObservedValues['values'],
  path: (name: string) => string,
): Rejection {
  const { field, unit, range } = PARAMETERS[parameter];
  const value = String(values[parameter]);
  return {
    reason: 'OUT_OF_RANGE',
    path: path(field),
    value,
    detail: `${field} is ${value} ${unit}; possible are ${range[0]} to ${range[1]} ${unit}.`,
  };
}

function inDoubt(rejection: Rejection): Rejection {
  const doubt = 'Its units are in doubt, so nothing of this instant was taken.';
  return { ...rejection, detail: `${rejection.detail} ${doubt}` };
}

function wrongCodes(codes: readonly number[], path: string): Rejection {
  const [min, max] = CONDITION_CODES;
  return {
    reason: 'OUT_OF_RANGE',
    path,
    value: `[${codes.map(String).join(',')}]`,
    detail: `A condition code is a whole number from ${min} to ${max}; the others were kept.`,
  };
}
