import type { Parameter } from '../../domain/parameters.js';
import { ArgumentError } from '../errors.js';
import { AVERAGED } from '../series/columns.js';
import type { FillMethod, Interval, QuerySeriesArgs, Units } from '../generated/resolvers.js';
import { parseSomeCityIds } from './ids.js';
import { DAY_SECONDS } from './instants.js';
import { checkGap, checkWindow } from './lists.js';
import { LONGEST_SPAN_DAYS, parseRange } from './window.js';

/** Days that a series may span. */
const LONGEST: Readonly<Record<Interval, number>> = {
  HOUR: LONGEST_SPAN_DAYS,
  DAY: 36_525,
  WEEK: 3_653,
  MONTH: 3_653,
};

/** Hours of an interval, about. */
const HOURS: Readonly<Record<Interval, number>> = { HOUR: 1, DAY: 24, WEEK: 168, MONTH: 720 };

export interface SeriesRequest {
  cityIds: number[];
  parameters: Parameter[];
  /** Seconds since 1970, half-open. */
  from: number;
  to: number;
  interval: Interval;
  units: Units;
  fill: FillMethod;
  maxGapHours: number;
  /** Hours that each value is the mean of; null for values of single intervals. */
  averageHours: number | null;
  /** Intervals at most. */
  steps: number;
}

/** Checks the arguments of `series`. */
export function seriesOf(args: QuerySeriesArgs): SeriesRequest {
  const { interval, units, fill, maxGapHours } = args;
  const { from, to } = parseRange(args.range, 'range', LONGEST[interval]);
  const parameters = [...new Set(args.parameters)];
  if (parameters.length === 0) throw new ArgumentError('parameters', [], 'at least one parameter');
  if (fill !== 'NONE' && interval !== 'HOUR') {
    throw new ArgumentError('fill', fill, 'NONE unless interval is HOUR');
  }
  checkGap('maxGapHours', maxGapHours);
  const averageHours = parseAverageHours(args, parameters);
  const steps = Math.ceil((to - from) / DAY_SECONDS / (HOURS[interval] / 24));
  const cityIds = parseSomeCityIds('cityIds', args.cityIds);
  return { cityIds, parameters, from, to, interval, units, fill, maxGapHours, averageHours, steps };
}

function parseAverageHours(
  { averageHours: hours, interval }: QuerySeriesArgs,
  parameters: readonly Parameter[],
): number | null {
  if (hours === null || hours === undefined) return null;
  checkWindow('averageHours', hours);
  if (interval !== 'HOUR') throw new ArgumentError('averageHours', hours, 'absent unless interval is HOUR');
  const other = parameters.find((parameter) => !AVERAGED.includes(parameter));
  if (other === undefined) return hours;
  throw new ArgumentError('parameters', other, `of ${AVERAGED.join(', ')} with averageHours`);
}
