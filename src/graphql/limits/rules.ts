import { parseCityId, parseRunId } from '../arguments/ids.js';
import { DAY_SECONDS } from '../arguments/instants.js';
import type { TimeWindow } from '../arguments/window.js';
import type { Surroundings } from '../context.js';
import type {
  CityDailySummariesArgs,
  CityHourlySummariesArgs,
  CityMovingAveragesArgs,
  CityObservationsArgs,
  MutationRefreshWeatherArgs,
  QueryCitiesArgs,
  QueryCityArgs,
  QueryRunArgs,
  QueryRunsArgs,
} from '../generated/resolvers.js';
import {
  dailySummariesOf,
  hourlySummariesOf,
  movingAveragesOf,
  observationsOf,
} from '../resolvers/arguments.js';
import { citiesOf } from '../resolvers/query.js';
import { refreshedCities } from '../runs/refresh.js';
import { parseRunsArguments } from '../runs/runs.js';
import { PARAMETER_NAMES } from '../../domain/parameters.js';

/** What a field is reckoned to take, from its arguments. */
export interface Weight {
  /** Items answered at most. */
  items: number;
  /** Rows read at most to find them. */
  rows: number;
}

/**
 * Checks a field's arguments and weighs them, before any SQL runs.
 * @throws ArgumentError when they do not fit
 */
export type FieldRule = (args: never, surroundings: Surroundings) => Weight;

/** Observations of a city in a day: one every ten minutes, as often as the source changes. */
const OBSERVATIONS_A_DAY = 144;
const HOURS_A_DAY = 24;

const ONE: Weight = { items: 1, rows: 1 };

function timed({ window, page }: { window: TimeWindow; page: { limit: number } }, rowsADay: number): Weight {
  const seconds = window.kind === 'RANGE' ? window.to - window.from : window.seconds;
  const rows = Math.ceil((seconds / DAY_SECONDS) * rowsADay);
  return { items: Math.min(page.limit, rows), rows };
}

/** Every field with arguments worth a look, by its coordinate in the schema. */
export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  'Query.city': ({ id }: QueryCityArgs) => (parseCityId('id', id), ONE),
  'Query.cities': (args: QueryCitiesArgs) => {
    const { limit } = citiesOf(args).page;
    return { items: limit, rows: limit };
  },
  'Query.parameters': () => ({ items: PARAMETER_NAMES.length, rows: 0 }),
  'Query.run': ({ id }: QueryRunArgs) => (parseRunId('id', id), ONE),
  'Query.runs': (args: QueryRunsArgs) => {
    const { limit } = parseRunsArguments(args);
    return { items: limit, rows: limit };
  },
  'City.observations': (args: CityObservationsArgs) => timed(observationsOf(args), OBSERVATIONS_A_DAY),
  'City.hourlySummaries': (args: CityHourlySummariesArgs) => timed(hourlySummariesOf(args), HOURS_A_DAY),
  'City.dailySummaries': (args: CityDailySummariesArgs) => timed(dailySummariesOf(args), 1),
  'City.movingAverages': (args: CityMovingAveragesArgs, { windows }: Surroundings) =>
    timed(movingAveragesOf(args, windows), HOURS_A_DAY),
  'Mutation.refreshWeather': ({ input }: MutationRefreshWeatherArgs) => (refreshedCities(input), ONE),
};
