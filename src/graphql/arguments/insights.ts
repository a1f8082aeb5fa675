import { ArgumentError } from '../errors.js';
import type {
  CityAnomaliesArgs,
  CityNormalsArgs,
  CityRecordsArgs,
  DayMeasure,
  NormalPeriod,
  Units,
} from '../generated/resolvers.js';
import { DAY_SECONDS, isoDay } from './instants.js';
import { parseCoverage } from './lists.js';
import { LONGEST_SPAN_DAYS, parseDateRange } from './window.js';

/** Days of history that one field may look at: 100 years. */
const LONGEST_HISTORY_DAYS = 36_525;
/** Without a base all there is is read: about 30 years, as long as a climatological normal. */
const USUAL_HISTORY_DAYS = 10_957;
const MOST_WINDOW_DAYS = 30;
const MOST_DAYS = 40_000;

/** Local dates, half-open. */
export interface DaySpan {
  from: string;
  to: string;
  /** Days of the calendar in it. */
  length: number;
}

/** Which days of history count, and how many must. */
export interface Basis {
  measures: DayMeasure[];
  /** Null: all there are. */
  base: DaySpan | null;
  windowDays: number;
  minYears: number;
  minDays: number;
  minCoverage: number;
  units: Units;
}

export interface NormalsRequest extends Basis {
  by: NormalPeriod;
}

export interface AnomaliesRequest extends Basis {
  days: DaySpan;
}

export interface RecordsRequest {
  days: DaySpan | null;
  minCoverage: number;
  units: Units;
}

/** Checks the arguments of `City.normals`. */
export function normalsOf(args: CityNormalsArgs): NormalsRequest {
  return { by: args.by, ...basisOf(args) };
}

/** Checks the arguments of `City.anomalies`. */
export function anomaliesOf(args: CityAnomaliesArgs): AnomaliesRequest {
  return { days: daySpan(args.range, 'range', LONGEST_SPAN_DAYS), ...basisOf(args) };
}

/** Checks the arguments of `City.records`. */
export function recordsOf({ range, minCoverage, units }: CityRecordsArgs): RecordsRequest {
  const days = range ? daySpan(range, 'range', LONGEST_HISTORY_DAYS) : null;
  return { days, minCoverage: parseCoverage('minCoverage', minCoverage), units };
}

/** Days of history that a request is reckoned to read of a city. */
export const historyDays = (days: DaySpan | null): number => days?.length ?? USUAL_HISTORY_DAYS;

type BasisArguments = Omit<CityAnomaliesArgs, 'range'>;

function basisOf({ windowDays, minYears, minDays, minCoverage, units, ...args }: BasisArguments): Basis {
  const measures = [...new Set(args.measures)];
  if (measures.length === 0) throw new ArgumentError('measures', [], 'at least one measure');
  wholeNumber('windowDays', windowDays, 0, MOST_WINDOW_DAYS);
  wholeNumber('minYears', minYears, 1, 100);
  // A standard deviation needs two.
  wholeNumber('minDays', minDays, 2, MOST_DAYS);
  parseCoverage('minCoverage', minCoverage);
  const base = args.base ? daySpan(args.base, 'base', LONGEST_HISTORY_DAYS) : null;
  return { measures, base, windowDays, minYears, minDays, minCoverage, units };
}

/** Checks a range of days with both ends, and how long it is. */
export function daySpan(range: { from: string; to: string }, argument: string, longestDays: number): DaySpan {
  const { from, to } = parseDateRange(range, argument);
  const length = (to - from) / DAY_SECONDS;
  if (length > longestDays) {
    throw new ArgumentError(`${argument}.to`, range.to, `at most ${longestDays} days from the first`);
  }
  return { from: isoDay(from), to: isoDay(to), length };
}

/** Checks a whole number against what is allowed. */
export function wholeNumber(argument: string, value: number, least: number, greatest: number): number {
  if (value >= least && value <= greatest) return value;
  throw new ArgumentError(argument, value, `a whole number from ${least} to ${greatest}`);
}
