import { alertsOf } from '../alerts/alerts.js';
import { citiesOf } from '../arguments/cities.js';
import { MOST_IDS, parseCityId, parseRunId, parseSomeCityIds } from '../arguments/ids.js';
import { DAY_SECONDS } from '../arguments/instants.js';
import {
  dailySummariesOf,
  dailySummariesOfCities,
  hourlySummariesOf,
  hoursOfDay,
  movingAveragesOf,
  movingAveragesOfCities,
  observationsOf,
  observationsOfCities,
  observationsOfHour,
  type ListArguments,
} from '../arguments/lists.js';
import { rankingOf } from '../arguments/ranking.js';
import { seriesOf } from '../arguments/series.js';
import type { Surroundings } from '../context.js';
import type {
  CityDailySummariesArgs,
  CityHourlySummariesArgs,
  CityMovingAveragesArgs,
  CityObservationsArgs,
  DailySummaryHoursArgs,
  HourlySummaryObservationsArgs,
  Interval,
  QueryAlertsArgs,
  QueryCitiesArgs,
  QueryCityArgs,
  QueryDailySummariesArgs,
  QueryMovingAveragesArgs,
  QueryObservationsArgs,
  QueryRankingArgs,
  QueryRejectsArgs,
  QueryRunArgs,
  QueryRunsArgs,
  QuerySeriesArgs,
  QueryTrackingChangesArgs,
  RunObservationsArgs,
  RunRejectsArgs,
  SubscriptionObservationAddedArgs,
  SubscriptionRunProgressArgs,
} from '../generated/resolvers.js';
import { INSIGHT_RULES } from './insight-rules.js';
import { allRejectsOf } from '../runs/all-rejects.js';
import { observationsOfRun } from '../runs/observations.js';
import { rejectsOf } from '../runs/rejects.js';
import { parseRunsArguments } from '../runs/runs.js';
import { trackingChangesOf } from '../tracking/changes.js';
import { WRITE_RULES } from './write-rules.js';
import { PARAMETER_NAMES } from '../../domain/parameters.js';

/** What a field is reckoned to take, from its arguments. */
export interface Weight {
  /** Items answered at most. */
  items: number;
  /** Rows read at most to find them. */
  rows: number;
  /** Values in arrays, which cost less than fields of objects. */
  values?: number;
}

/**
 * Checks a field's arguments and weighs them, before any SQL runs.
 * @throws ArgumentError when they do not fit
 */
export type FieldRule = (args: never, surroundings: Surroundings) => Weight;

/** Observations of a city in a day: one every ten minutes, as often as the source changes. */
const OBSERVATIONS_A_DAY = 144;
const HOURS_A_DAY = 24;
/** What is computed on request is read with its surroundings, and worked on. */
const COMPUTED = 4;

const ONE: Weight = { items: 1, rows: 1 };

function timed({ kind, cityIds, window, limit }: ListArguments, rowsADay: number): Weight {
  const seconds = window.kind === 'RANGE' ? window.to - window.from : window.seconds;
  const rows = Math.ceil((seconds / DAY_SECONDS) * rowsADay) * (cityIds?.length ?? 1);
  return { items: Math.min(limit, rows), rows: kind.computed === undefined ? rows : rows * COMPUTED };
}

const atMost = (limit: number, there: number): Weight => ({
  items: Math.min(limit, there),
  rows: Math.min(limit, there),
});

function ofSeries(args: QuerySeriesArgs): Weight {
  const { cityIds, parameters, steps, interval } = seriesOf(args);
  const intervals = cityIds.length * steps;
  const values = intervals * (parameters.length + 1);
  return { items: cityIds.length, rows: intervals * SERIES_ROWS[interval], values };
}

/** Rows read for an interval of a series. */
const SERIES_ROWS: Readonly<Record<Interval, number>> = { HOUR: COMPUTED, DAY: 1, WEEK: 168, MONTH: 744 };

function ofRanking(args: QueryRankingArgs): Weight {
  const { days, first } = rankingOf(args);
  const length = days ? (days.to - days.from) / DAY_SECONDS : 1;
  return { items: first, rows: length * RANKED_CITIES };
}

/** Cities that a warehouse follows, about, on the free plan of its source. */
const RANKED_CITIES = 1_000;

/** What a page of a run's observations is found among: its payloads, and what stands near them. */
const RUN_ROWS = 2_000;

/** Every field with arguments worth a look, by its coordinate in the schema. */
export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  'Query.city': ({ id }: QueryCityArgs) => (parseCityId('id', id), ONE),
  'Query.cities': (args: QueryCitiesArgs) => {
    const { limit } = citiesOf(args).page;
    return { items: limit, rows: limit };
  },
  'Query.series': ofSeries,
  'Query.ranking': ofRanking,
  'Query.parameters': () => ({ items: PARAMETER_NAMES.length, rows: 0 }),
  'Query.run': ({ id }: QueryRunArgs) => (parseRunId('id', id), ONE),
  'Query.runs': (args: QueryRunsArgs) => {
    const { limit } = parseRunsArguments(args);
    return { items: limit, rows: limit };
  },
  'Query.observations': (args: QueryObservationsArgs) =>
    timed(observationsOfCities(args), OBSERVATIONS_A_DAY),
  'Query.dailySummaries': (args: QueryDailySummariesArgs) => timed(dailySummariesOfCities(args), 1),
  'Query.movingAverages': (args: QueryMovingAveragesArgs, { windows }: Surroundings) =>
    timed(movingAveragesOfCities(args, windows), HOURS_A_DAY),
  'City.observations': (args: CityObservationsArgs) => timed(observationsOf(args), OBSERVATIONS_A_DAY),
  'City.hourlySummaries': (args: CityHourlySummariesArgs) => timed(hourlySummariesOf(args), HOURS_A_DAY),
  'City.dailySummaries': (args: CityDailySummariesArgs) => timed(dailySummariesOf(args), 1),
  'City.movingAverages': (args: CityMovingAveragesArgs, { windows }: Surroundings) =>
    timed(movingAveragesOf(args, windows), HOURS_A_DAY),
  'HourlySummary.observations': (args: HourlySummaryObservationsArgs) =>
    atMost(observationsOfHour(args).limit, OBSERVATIONS_A_DAY / HOURS_A_DAY),
  'DailySummary.hours': (args: DailySummaryHoursArgs) => atMost(hoursOfDay(args).limit, HOURS_A_DAY + 1),
  ...INSIGHT_RULES,
  'Run.observations': (args: RunObservationsArgs) => {
    const { limit } = observationsOfRun(args);
    return { items: limit, rows: limit + RUN_ROWS };
  },
  'Run.rejects': (args: RunRejectsArgs) => atMost(rejectsOf(args).limit, Infinity),
  'Query.rejects': (args: QueryRejectsArgs) => atMost(allRejectsOf(args).limit, Infinity),
  'Query.trackingChanges': (args: QueryTrackingChangesArgs) =>
    atMost(trackingChangesOf(args).limit, Infinity),
  'Query.alertRules': () => ({ items: MOST_IDS, rows: MOST_IDS }),
  'Query.alerts': (args: QueryAlertsArgs) => {
    const { limit } = alertsOf(args);
    return { items: limit, rows: limit };
  },
  ...WRITE_RULES,
  // What each event costs: the subscription itself is one of many that share what is read.
  'Subscription.observationAdded': ({ cityIds }: SubscriptionObservationAddedArgs) => (
    parseSomeCityIds('cityIds', cityIds),
    ONE
  ),
  'Subscription.runProgress': ({ id }: SubscriptionRunProgressArgs) => (parseRunId('id', id), ONE),
};
