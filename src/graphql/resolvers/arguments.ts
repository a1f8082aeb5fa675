import { parsePage, type PageArguments } from '../arguments/page.js';
import { parseDateWindow, parseTimeWindow, type WindowArguments } from '../arguments/window.js';
import { ArgumentError } from '../errors.js';
import type {
  CityDailySummariesArgs,
  CityHourlySummariesArgs,
  CityMovingAveragesArgs,
  CityObservationsArgs,
} from '../generated/resolvers.js';
import { DAILY_SUMMARIES } from '../lists/daily-summaries.js';
import { HOURLY_SUMMARIES } from '../lists/hourly-summaries.js';
import type { ListKind } from '../lists/list.js';
import { MOVING_AVERAGES } from '../lists/moving-averages.js';
import { OBSERVATIONS } from '../lists/observations.js';
import { readPosition } from '../loaders/lists.js';

/** Checks the arguments of `City.observations`. */
export function observationsOf(args: CityObservationsArgs) {
  const source = args.source ?? null;
  return { ...common(args, OBSERVATIONS), window: parseTimeWindow(args), source, parameters: [source] };
}

/** Checks the arguments of `City.hourlySummaries`. */
export function hourlySummariesOf(args: CityHourlySummariesArgs) {
  return { ...common(args, HOURLY_SUMMARIES), window: parseTimeWindow(args), source: null, parameters: [] };
}

/** Checks the arguments of `City.dailySummaries`. */
export function dailySummariesOf(args: CityDailySummariesArgs) {
  const coverage = parseCoverage('minCoverage', args.minCoverage);
  return {
    ...common(args, DAILY_SUMMARIES),
    window: parseDateWindow(args),
    source: null,
    parameters: [coverage],
  };
}

/**
 * Checks the arguments of `City.movingAverages`.
 * @param windows hours of the windows that are kept
 */
export function movingAveragesOf(args: CityMovingAveragesArgs, windows: readonly number[]) {
  if (!windows.includes(args.windowHours)) {
    throw new ArgumentError('windowHours', args.windowHours, `one of ${windows.join(', ')}`);
  }
  const coverage = parseCoverage('minCoverage', args.minCoverage);
  return {
    ...common(args, MOVING_AVERAGES),
    window: parseTimeWindow(args),
    source: null,
    parameters: [args.windowHours, coverage],
  };
}

type ListArguments = PageArguments & WindowArguments & Pick<CityObservationsArgs, 'units' | 'direction'>;

function common({ units, direction, ...args }: ListArguments, kind: ListKind) {
  const page = parsePage(args);
  readPosition('after', page.after, kind);
  readPosition('before', page.before, kind);
  return { kind, page, units, direction };
}

function parseCoverage(argument: string, value: number | null | undefined): number {
  if (value === null || value === undefined) return 0;
  if (!(value >= 0 && value <= 1)) throw new ArgumentError(argument, value, 'from 0 to 1');
  return value;
}
