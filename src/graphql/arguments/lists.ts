import { SOURCES } from '../../domain/source.js';
import { LONGEST_GAP_HOURS } from '../../series/fill.js';
import { LONGEST_WINDOW_HOURS, SHORTEST_WINDOW_HOURS } from '../../series/moving-averages.js';
import { ArgumentError } from '../errors.js';
import type {
  CityDailySummariesArgs,
  CityHourlySummariesArgs,
  CityMovingAveragesArgs,
  CityObservationsArgs,
  DailySummaryHoursArgs,
  HourlySummaryObservationsArgs,
  QueryDailySummariesArgs,
  QueryMovingAveragesArgs,
  QueryObservationsArgs,
  SortDirection,
  Source,
  Units,
} from '../generated/resolvers.js';
import { averagesList, FILLED_HOURLY_SUMMARIES } from '../lists/computed.js';
import { DAILY_SUMMARIES } from '../lists/daily-summaries.js';
import { HOURLY_SUMMARIES } from '../lists/hourly-summaries.js';
import type { ListKind, Position } from '../lists/list.js';
import { OBSERVATIONS } from '../lists/observations.js';
import { decodeCursor } from './cursor.js';
import { parseCityIds } from './ids.js';
import { LARGEST_PAGE_IN_TIME, parsePage, type PageArguments } from './page.js';
import { parseDateWindow, parseTimeWindow, type TimeWindow, type WindowArguments } from './window.js';

/** What a list's field asks for; checked. */
export interface ListArguments {
  kind: ListKind;
  /** Null under a city. */
  cityIds: number[] | null;
  window: TimeWindow;
  units: Units;
  direction: SortDirection;
  limit: number;
  /** From the end. */
  backward: boolean;
  after: Position | null;
  before: Position | null;
  /** Only from this source, where the list has one. */
  source: Source | null;
  /** The kind's own parameters: from $9 on, or from $4 on where it is computed. */
  parameters: readonly unknown[];
}

/** Checks the arguments of `City.observations`. */
export function observationsOf(args: CityObservationsArgs): ListArguments {
  const source = args.source ?? null;
  return { ...common(OBSERVATIONS, args, args), source, parameters: [source] };
}

/** Checks the arguments of `Query.observations`. */
export function observationsOfCities({ filter, ...args }: QueryObservationsArgs): ListArguments {
  const source = filter.source ?? null;
  return { ...common(OBSERVATIONS, args, filter), source, parameters: [source] };
}

/** Checks the arguments of `City.hourlySummaries`. */
export function hourlySummariesOf(args: CityHourlySummariesArgs): ListArguments {
  checkGap('maxGapHours', args.maxGapHours);
  if (args.fill === 'NONE') return { ...common(HOURLY_SUMMARIES, args, args), parameters: [] };
  return { ...common(FILLED_HOURLY_SUMMARIES, args, args), parameters: [args.fill, args.maxGapHours] };
}

/** Checks the arguments of `City.dailySummaries`. */
export function dailySummariesOf(args: CityDailySummariesArgs): ListArguments {
  const coverage = parseCoverage('minCoverage', args.minCoverage);
  return { ...common(DAILY_SUMMARIES, args, args), parameters: [coverage] };
}

/** Checks the arguments of `Query.dailySummaries`. */
export function dailySummariesOfCities({ filter, ...args }: QueryDailySummariesArgs): ListArguments {
  const coverage = parseCoverage('filter.minCoverage', filter.minCoverage);
  return { ...common(DAILY_SUMMARIES, args, filter), parameters: [coverage] };
}

/** What an item is made of: a list within the item's own part of time. */
type PartArguments = Omit<ListArguments, 'window'>;

/** Checks the arguments of `HourlySummary.observations`. */
export function observationsOfHour(args: HourlySummaryObservationsArgs): PartArguments {
  return { ...common(OBSERVATIONS, args, {}), parameters: [null] };
}

/** Checks the arguments of `DailySummary.hours`. */
export function hoursOfDay(args: DailySummaryHoursArgs): PartArguments {
  return { ...common(HOURLY_SUMMARIES, args, {}), parameters: [] };
}

/**
 * Checks the arguments of `City.movingAverages`.
 * @param kept hours of the windows that are kept
 */
export function movingAveragesOf(args: CityMovingAveragesArgs, kept: readonly number[]): ListArguments {
  const { kind, parameters } = averagesOf(args, kept, '');
  return { ...common(kind, args, args), parameters };
}

/** Checks the arguments of `Query.movingAverages`. */
export function movingAveragesOfCities(
  { filter, ...args }: QueryMovingAveragesArgs,
  kept: readonly number[],
): ListArguments {
  const { kind, parameters } = averagesOf(filter, kept, 'filter.');
  return { ...common(kind, args, filter), parameters };
}

type Shape = PageArguments & { units: Units; direction: SortDirection };
type Extent = WindowArguments & { cityIds?: readonly string[] };

/** What all lists have alike: which cities, which part of time, which page. */
function common(kind: ListKind, { units, direction, ...args }: Shape, extent: Extent) {
  const cityIds = extent.cityIds ? parseCityIds('filter.cityIds', extent.cityIds) : null;
  const prefix = cityIds ? 'filter.' : '';
  const { limit, backward, after, before } = parsePage(args, LARGEST_PAGE_IN_TIME);
  return {
    kind,
    cityIds,
    window: kind.grain === 'LOCAL_DAY' ? parseDateWindow(extent, prefix) : parseTimeWindow(extent, prefix),
    units,
    direction,
    limit,
    backward,
    after: readPosition('after', after, kind, cityIds !== null),
    before: readPosition('before', before, kind, cityIds !== null),
    source: null,
  };
}

type Averages = Pick<
  CityMovingAveragesArgs,
  'windowHours' | 'frame' | 'fill' | 'maxGapHours' | 'minCoverage'
>;

/** Checks what is asked of moving averages, and finds the list that has it. */
function averagesOf(
  { windowHours, frame, fill, maxGapHours, ...rest }: Averages,
  kept: readonly number[],
  prefix: string,
) {
  checkWindow(`${prefix}windowHours`, windowHours);
  if (frame === 'RANGE' && fill !== 'NONE') {
    throw new ArgumentError(
      `${prefix}fill`,
      fill,
      'NONE with frame RANGE, which averages the hours that exist',
    );
  }
  checkGap(`${prefix}maxGapHours`, maxGapHours);
  const coverage = parseCoverage(`${prefix}minCoverage`, rest.minCoverage);
  return averagesList({ windowHours, frame, fill, maxGapHours, coverage }, kept);
}

/** Checks how many hours are averaged. */
export function checkWindow(argument: string, hours: number): void {
  if (hours >= SHORTEST_WINDOW_HOURS && hours <= LONGEST_WINDOW_HOURS) return;
  const limit = `a whole number from ${SHORTEST_WINDOW_HOURS} to ${LONGEST_WINDOW_HOURS}`;
  throw new ArgumentError(argument, hours, limit);
}

/** Checks the longest gap that is filled. */
export function checkGap(argument: string, hours: number): void {
  if (hours >= 0 && hours <= LONGEST_GAP_HOURS) return;
  throw new ArgumentError(argument, hours, `a whole number from 0 to ${LONGEST_GAP_HOURS}`);
}

/** Checks a least coverage; absent is 0. */
export function parseCoverage(argument: string, value: number | null | undefined): number {
  if (value === null || value === undefined) return 0;
  if (!(value >= 0 && value <= 1)) throw new ArgumentError(argument, value, 'from 0 to 1');
  return value;
}

/** Names the cursors of a list; those of one city's list fit no list of many cities. */
export const cursorKind = (kind: ListKind, ofCities: boolean): string =>
  ofCities ? `${kind.name} of cities` : kind.name;

/** What a cursor holds: the city in a list of many, the time, the source where there are several. */
export function positionKey(
  kind: ListKind,
  ofCities: boolean,
  { cityId, time, source }: Position,
): (number | string)[] {
  return [...(ofCities ? [cityId ?? 0] : []), time, ...(kind.sourced ? [source ?? ''] : [])];
}

/** No instant that is kept lies farther off: 5,000 years. */
const FARTHEST = 1.6e11;

/** Reads a cursor of a list back. @throws ArgumentError for one of another list */
export function readPosition(
  argument: string,
  text: string | undefined,
  kind: ListKind,
  ofCities: boolean,
): Position | null {
  if (text === undefined) return null;
  const isKey = (key: unknown[]): key is (number | string)[] => {
    const [time, ...cityAndSource] = ofCities ? [key[1], key[0], ...key.slice(2)] : key;
    const [city, source] = ofCities ? cityAndSource : [1, ...cityAndSource];
    return (
      key.length === 1 + Number(ofCities) + Number(kind.sourced) &&
      isWhole(time, FARTHEST) &&
      isWhole(city, 2 ** 31 - 1) &&
      (!kind.sourced || SOURCES.some((known) => known === source))
    );
  };
  const key = decodeCursor<(number | string)[]>(argument, text, cursorKind(kind, ofCities), isKey);
  const [city, time] = ofCities ? key : [null, ...key];
  return {
    cityId: ofCities ? Number(city) : null,
    time: Number(time),
    source: kind.sourced ? String(key.at(-1)) : null,
  };
}

const isWhole = (value: unknown, largest: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= largest;
