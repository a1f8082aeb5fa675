import type { Parameter } from '../../domain/parameters.js';
import { ArgumentError } from '../errors.js';
import type {
  CityForecastAheadArgs,
  CityForecastArgs,
  CityForecastSkillArgs,
  Units,
} from '../generated/resolvers.js';
import { COMPARED, isCompared, type ComparedParameter } from '../insights/compared.js';
import { wholeNumber } from './insights.js';
import { parseInstant } from './instants.js';
import { parseRange } from './window.js';

/** As far as a forecast looks ahead, and its steps, hours. */
export const FORECAST_HOURS = 120;
export const FORECAST_STEP_HOURS = 3;

export interface ForecastRequest {
  /** The latest instant at which it may have been issued, seconds since 1970; null: any. */
  issued: number | null;
  /** Of the instants forecast, seconds since 1970, half-open; null: all. */
  range: { from: number; to: number } | null;
  units: Units;
}

/** Checks the arguments of `City.forecast`. */
export function forecastOf({ issued, range, units }: CityForecastArgs): ForecastRequest {
  return {
    issued: typeof issued === 'string' ? parseInstant('issued', issued) : null,
    range: range ? parseRange(range, 'range') : null,
    units,
  };
}

export interface ForecastAheadRequest {
  /** Of the instants forecast, seconds since 1970, half-open. */
  from: number;
  to: number;
  /** From issue to the instant, at least. */
  hours: number;
  units: Units;
}

/** Checks the arguments of `City.forecastAhead`. */
export function forecastAheadOf({ range, hours, units }: CityForecastAheadArgs): ForecastAheadRequest {
  const { from, to } = parseRange(range, 'range');
  return { from, to, hours: wholeNumber('hours', hours, 0, FORECAST_HOURS), units };
}

export interface ForecastSkillRequest {
  parameters: ComparedParameter[];
  /** Of the instants forecast, seconds since 1970, half-open. */
  from: number;
  to: number;
  stepHours: number;
  minHours: number;
  units: Units;
}

/** Checks the arguments of `City.forecastSkill`. */
export function forecastSkillOf(args: CityForecastSkillArgs): ForecastSkillRequest {
  const { from, to } = parseRange(args.range, 'range');
  return {
    parameters: comparedOf([...new Set(args.parameters)]),
    from,
    to,
    stepHours: wholeNumber('stepHours', args.stepHours, FORECAST_STEP_HOURS, FORECAST_HOURS),
    minHours: wholeNumber('minHours', args.minHours, 1, 10_000),
    units: args.units,
  };
}

function comparedOf(parameters: readonly Parameter[]): ComparedParameter[] {
  if (parameters.length === 0) throw new ArgumentError('parameters', [], 'at least one parameter');
  return parameters.map((parameter, index) => {
    if (isCompared(parameter)) return parameter;
    throw new ArgumentError(`parameters.${index}`, parameter, `one of ${COMPARED.join(', ')}`);
  });
}
