import { DEGREE_DAY_BASE } from '../../domain/summary.js';
import { reader } from '../../domain/units.js';
import { ArgumentError } from '../errors.js';
import type {
  CityDegreeDaysArgs,
  CityStreaksArgs,
  Comparison,
  DayMeasure,
  StreakKind,
  Units,
} from '../generated/resolvers.js';
import { DAY_MEASURES } from '../insights/measures.js';
import { daySpan, wholeNumber, type DaySpan } from './insights.js';
import { parseCoverage } from './lists.js';

/** Days that runs may be looked for in, and degree days summed over: 10 years. */
const LONGEST_DAYS = 3_653;
/** °C: what most crops of temperate climates need to grow (50 °F). */
const GROWING_BASE = 10;
/** Thresholds beyond are mistakes. */
const FARTHEST = 1_000_000;

interface Condition {
  measure: DayMeasure;
  comparison: Comparison;
  /** In the metric unit. */
  threshold: number;
}

/** Thresholds of ETCCDI's indices (WMO) where it has one; a hot day is that of many European weather services. */
const CONDITIONS: Readonly<Record<StreakKind, Condition>> = {
  HEAT_WAVE: { measure: 'AIR_TEMPERATURE_MAX', comparison: 'AT_LEAST', threshold: 30 },
  SUMMER: { measure: 'AIR_TEMPERATURE_MAX', comparison: 'ABOVE', threshold: 25 },
  TROPICAL_NIGHTS: { measure: 'AIR_TEMPERATURE_MIN', comparison: 'ABOVE', threshold: 20 },
  FROST: { measure: 'AIR_TEMPERATURE_MIN', comparison: 'BELOW', threshold: 0 },
  ICE: { measure: 'AIR_TEMPERATURE_MAX', comparison: 'BELOW', threshold: 0 },
  DRY: { measure: 'PRECIPITATION_SUM', comparison: 'BELOW', threshold: 1 },
  WET: { measure: 'PRECIPITATION_SUM', comparison: 'AT_LEAST', threshold: 1 },
};

export interface StreaksRequest extends Condition {
  days: DaySpan;
  minDays: number;
  minCoverage: number;
  units: Units;
}

/** Checks the arguments of `City.streaks`. */
export function streaksOf(args: CityStreaksArgs): StreaksRequest {
  const { minDays, units } = args;
  wholeNumber('minDays', minDays, 1, 366);
  return {
    ...conditionOf(args),
    days: daySpan(args.range, 'range', LONGEST_DAYS),
    minDays,
    minCoverage: parseCoverage('minCoverage', args.minCoverage),
    units,
  };
}

function conditionOf({ kind, condition, threshold, units }: CityStreaksArgs): Condition {
  if (condition) {
    if (kind) throw new ArgumentError('kind', kind, 'absent when condition is given');
    if (typeof threshold === 'number') {
      throw new ArgumentError('threshold', threshold, 'absent when condition is given: it has its own');
    }
    const { measure, comparison } = condition;
    const value = thresholdOf('condition.threshold', condition.threshold);
    return { measure, comparison, threshold: reader(units, DAY_MEASURES[measure].unit)(value) };
  }
  if (!kind) throw new ArgumentError('kind', null, 'given, or else condition');
  const named = CONDITIONS[kind];
  if (typeof threshold !== 'number') return named;
  const read = reader(units, DAY_MEASURES[named.measure].unit);
  return { ...named, threshold: read(thresholdOf('threshold', threshold)) };
}

function thresholdOf(argument: string, value: number): number {
  if (Math.abs(value) <= FARTHEST) return value;
  throw new ArgumentError(argument, value, `from ${-FARTHEST} to ${FARTHEST}`);
}

/** Bases and cap in °C. */
export interface DegreeDaysRequest {
  days: DaySpan;
  base: number;
  growingBase: number;
  /** Null: none. */
  growingCap: number | null;
  maxMissingDays: number;
  minCoverage: number;
  units: Units;
}

/** Checks the arguments of `City.degreeDays`. */
export function degreeDaysOf(args: CityDegreeDaysArgs): DegreeDaysRequest {
  const { maxMissingDays, units } = args;
  const read = reader(units, '°C');
  const given = (argument: string, value: number | null | undefined): number | null =>
    typeof value === 'number' ? read(thresholdOf(argument, value)) : null;
  const growingBase = given('growingBase', args.growingBase) ?? GROWING_BASE;
  const growingCap = given('growingCap', args.growingCap);
  if (growingCap !== null && growingCap <= growingBase) {
    throw new ArgumentError('growingCap', args.growingCap, 'above growingBase');
  }
  wholeNumber('maxMissingDays', maxMissingDays, 0, LONGEST_DAYS);
  return {
    days: daySpan(args.range, 'range', LONGEST_DAYS),
    base: given('base', args.base) ?? DEGREE_DAY_BASE,
    growingBase,
    growingCap,
    maxMissingDays,
    minCoverage: parseCoverage('minCoverage', args.minCoverage),
    units,
  };
}
