/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which side of a threshold is worth an alert. */
export type AlertComparison =
  /** Greater than the threshold. */
  | 'ABOVE'
  /** Less than the threshold. */
  | 'BELOW';

/** What an alert is about. */
export type AlertKind =
  /** Followed cities are without news. */
  | 'CITY_STALE'
  /** A data check of severity ERROR finds something. */
  | 'DATA_CHECK'
  /** A month's or day's calls are nearly used up. */
  | 'QUOTA'
  /** A job failed three times in a row. */
  | 'RUN_FAILED'
  /** A source does not answer. */
  | 'SOURCE_DOWN'
  /** A rule on the weather holds. */
  | 'WEATHER';

/** What a rule looks at. */
export type AlertSubject =
  /** Local days of the last 2 days: their minimum, maximum or sum, or the mean where there is no other. */
  | 'DAILY_SUMMARY'
  /** The newest forecast, as far ahead as the rule says. */
  | 'FORECAST'
  /** The newest observation of each city, if it is of the last 3 hours. */
  | 'OBSERVATION';

/** A rule to make. */
export type CreateAlertRuleInput = {
  /** GeoNames ids, 1 to 500; all followed cities when absent. */
  cityIds?: Array<string> | null | undefined;
  /** Which side of the threshold. */
  comparison: AlertComparison;
  /** ISO 3166-1 alpha-2: US, NZ; all when absent. */
  countryCodes?: Array<string> | null | undefined;
  /** False to make it without its being looked at. */
  enabled?: boolean;
  /** Of forecasts: how many hours ahead to look, 1 to 120. */
  hoursAhead?: number;
  /** What its alerts are titled with; unique; 1 to 100 characters. */
  name: string;
  /** What is compared; not WIND_FROM_DIRECTION. */
  parameter: Parameter;
  /** What it looks at. */
  subject: AlertSubject;
  /** In the parameter's metric unit, within what is plausible for it. */
  threshold: number;
};

/** Local days, both ends included. */
export type DateRange = {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
};

/** How an hour without observations gets a value. */
export type FillMethod =
  /** On the straight line between the hours around the gap. */
  | 'LINEAR'
  /** The mean of the hours around the gap. */
  | 'MEAN'
  /** It gets none: the value is null. */
  | 'NONE'
  /** The value of the hour before the gap. */
  | 'PREVIOUS';

/** What the warehouse does by itself or when asked. */
export type Job =
  /** Looks for what is worth an alert, and posts alerts to the webhook. */
  | 'ALERT'
  /** Fetches history. */
  | 'BACKFILL'
  /** Checks the data. */
  | 'CHECK'
  /** Asks the source for the weather and lands the raw answers. */
  | 'FETCH'
  /** Asks the source for forecasts and lands the raw answers, if the operator wants them. */
  | 'FORECAST'
  /** Turns landed answers into observations. */
  | 'LOAD'
  /** Fetch, load and transform now, because somebody asked. */
  | 'REFRESH'
  /** Loads landed answers again, without calls. */
  | 'REPLAY'
  /** Removes what has been kept long enough. */
  | 'RETENTION'
  /** Summarises what observations touched. */
  | 'TRANSFORM';

/** What the warehouse measures. `parameters` says more of each: unit, CF standard name, plausible range. */
export type Parameter =
  /** Air temperature, 2 m above ground. */
  | 'AIR_TEMPERATURE'
  /** What the air feels like, by the source's own formula. */
  | 'APPARENT_TEMPERATURE'
  /** Share of the sky covered by clouds. */
  | 'CLOUD_COVER'
  /** Dew point; where the source gives none, from temperature and humidity (Magnus). */
  | 'DEW_POINT_TEMPERATURE'
  /** Air pressure reduced to sea level. */
  | 'MEAN_SEA_LEVEL_PRESSURE'
  /** Rain and snow of the preceding hour, as water. */
  | 'PRECIPITATION'
  /** Rain of the preceding hour. */
  | 'RAIN'
  /** Relative humidity. */
  | 'RELATIVE_HUMIDITY'
  /** Snow of the preceding hour, as water. */
  | 'SNOW'
  /** Air pressure at the ground. */
  | 'SURFACE_PRESSURE'
  /** Horizontal visibility. OpenWeatherMap caps it: 10 km means at least 10 km. */
  | 'VISIBILITY'
  /** Where the wind comes from, clockwise from north. */
  | 'WIND_FROM_DIRECTION'
  /** Wind gusts, 10 m above ground. */
  | 'WIND_GUST_SPEED'
  /** Wind speed, 10 m above ground. */
  | 'WIND_SPEED';

/** What a ranking compares; over a range of days, the one named of all days. */
export type RankingMeasure =
  /** Greatest air temperature. */
  | 'AIR_TEMPERATURE_MAX'
  /** Mean air temperature; of days, each hour weighing the same. */
  | 'AIR_TEMPERATURE_MEAN'
  /** Least air temperature. */
  | 'AIR_TEMPERATURE_MIN'
  /** Sum of precipitation. */
  | 'PRECIPITATION_SUM'
  /** Greatest difference between a day's greatest and least air temperature. */
  | 'TEMPERATURE_RANGE'
  /** Strongest gust. */
  | 'WIND_GUST_MAX';

/** An extreme of a city's days. */
export type RecordKind =
  /** Least mean of a whole day. */
  | 'COLDEST_DAY'
  /** Greatest least temperature of a whole day. */
  | 'HIGHEST_MINIMUM'
  /** Greatest air pressure at sea level. */
  | 'HIGHEST_PRESSURE'
  /** Greatest air temperature. */
  | 'HIGHEST_TEMPERATURE'
  /** Greatest difference of temperatures within a day. */
  | 'LARGEST_TEMPERATURE_RANGE'
  /** Least greatest temperature of a whole day. */
  | 'LOWEST_MAXIMUM'
  /** Least air pressure at sea level. */
  | 'LOWEST_PRESSURE'
  /** Least air temperature. */
  | 'LOWEST_TEMPERATURE'
  /** Greatest sum of precipitation in a day. */
  | 'MOST_PRECIPITATION'
  /** Greatest sum of snow in a day, as water. */
  | 'MOST_SNOW'
  /** Strongest gust. */
  | 'STRONGEST_GUST'
  /** Greatest mean of a whole day. */
  | 'WARMEST_DAY';

/** Why something was refused. */
export type RejectReason =
  /** An instant that has not come yet. */
  | 'FUTURE'
  /** The source answered with an error. */
  | 'HTTP'
  /** Not the JSON it should be. */
  | 'MALFORMED'
  /** What must be there is not. */
  | 'MISSING'
  /** A value that cannot be: wrong units, or nonsense. */
  | 'OUT_OF_RANGE'
  /** About another place than was asked for. */
  | 'PLACE_MISMATCH'
  /** Not of the shape it should have. */
  | 'SCHEMA';

/** Where a run stands. */
export type RunStatus =
  /** Its worker vanished; another run takes over. */
  | 'ABANDONED'
  /** Ended because somebody asked. */
  | 'CANCELLED'
  /** Failed; see the error. */
  | 'FAILED'
  /** Done, but some of it failed; see the counts and the error. */
  | 'PARTIAL'
  /** Asked for; no worker has begun. */
  | 'REQUESTED'
  /** A worker is at it. */
  | 'RUNNING'
  /** Done, everything in order. */
  | 'SUCCEEDED';

/** Why a run came about. */
export type RunTrigger =
  /** An administrator asked, through the API. */
  | 'ADMIN'
  /** Somebody asked, on the command line. */
  | 'CLI'
  /** Its time had come. */
  | 'SCHEDULE'
  /** The program started. */
  | 'STARTUP';

/** Where values come from. */
export type Source =
  /** The built-in simulator: not weather that happened. */
  | 'DEMO'
  /** OpenWeatherMap's current weather. */
  | 'OPENWEATHERMAP'
  /** Open-Meteo: current weather, and reanalysis for history. */
  | 'OPEN_METEO';

/** Half-open: `from` is included, `to` is not. At most 366 days, unless the field says otherwise. */
export type TimeRange = {
  /** The first instant. */
  from: string;
  /** The first instant after it. */
  to: string;
};

/**
 * The units of measurements in an answer. Values are kept in METRIC and converted on the way out; `parameters` names the
 * unit of each parameter.
 */
export type Units =
  /** °F, inHg, mph, %, mi (visibility), in (precipitation). */
  | 'IMPERIAL'
  /** What meteorologists print: °C, hPa, m/s, %, m (visibility), mm (precipitation). */
  | 'METRIC'
  /**
   * SI, as the CF conventions have it: K, Pa, m/s, fractions 0 to 1 (humidity and cloud cover), m (visibility), kg/m²
   * (precipitation; the same number as mm).
   */
  | 'SCIENTIFIC';

/** How a value came about. */
export type ValueKind =
  /** Computed for an hour without observations, as `fill` asked. */
  | 'FILLED'
  /** Zero, because the source leaves out what did not fall. */
  | 'IMPLIED_ZERO'
  /** From what a source reported. */
  | 'OBSERVED';

export type AlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertsQuery = { parameters: Array<{ parameter: Parameter, unit: string }>, alerts: Array<{ id: string, kind: AlertKind, severity: string, title: string, message: string, raisedAt: string, resolvedAt: string | null, deliveredAt: string | null, deliveryError: string | null }>, alertRules: Array<{ id: string, name: string, subject: AlertSubject, parameter: Parameter, comparison: AlertComparison, threshold: number, hoursAhead: number, cityIds: Array<string> | null, countryCodes: Array<string> | null, enabled: boolean }> };

export type AveragesQueryVariables = Exact<{
  id: string;
  range: TimeRange;
  units: Units;
}>;


export type AveragesQuery = { city: { id: string, short: { nodes: Array<{ hour: string, value: number | null }> }, long: { nodes: Array<{ hour: string, value: number | null }> } } | null };

export type CreateAlertRuleMutationVariables = Exact<{
  input: CreateAlertRuleInput;
}>;


export type CreateAlertRuleMutation = { createAlertRule: { rule: { id: string, name: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type DaySeriesQueryVariables = Exact<{
  ids: Array<string> | string;
  parameter: Parameter;
  range: TimeRange;
  units: Units;
}>;


export type DaySeriesQuery = { observed: Array<{ time: Array<string>, city: { id: string }, columns: Array<{ unit: string, values: Array<number | null> }> }> };

export type DaysQueryVariables = Exact<{
  id: string;
  range: DateRange;
  units: Units;
}>;


export type DaysQuery = { city: { id: string, dailySummaries: { nodes: Array<{ date: string, values: { min: number | null, mean: number | null, max: number | null }, coverage: { observedHours: number, expectedHours: number, ratio: number, complete: boolean } }> } } | null };

export type DeleteAlertRuleMutationVariables = Exact<{
  id: string;
}>;


export type DeleteAlertRuleMutation = { deleteAlertRule: { deletedId: string | null, userErrors: Array<{ code: string, message: string }> } };

export type ForecastsQueryVariables = Exact<{
  id: string;
  past: TimeRange;
  coming: TimeRange;
  units: Units;
}>;


export type ForecastsQuery = { city: { id: string, forecast: { issuedAt: string, source: { name: string }, points: Array<{ validAt: string, value: number | null }> } | null, forecastAhead: Array<{ validAt: string, value: number | null }> } | null };

export type FreshnessQueryVariables = Exact<{ [key: string]: never; }>;


export type FreshnessQuery = { cities: { nodes: Array<{ id: string, name: string, countryCode: string, admin1Code: string | null, tracking: { source: Source, intervalMinutes: number, nextDueAt: string | null, lastFetchedAt: string | null, lastObservedAt: string | null, paused: boolean, failures: number } | null }> } };

export type HoursQueryVariables = Exact<{
  id: string;
  range: TimeRange;
  units: Units;
}>;


export type HoursQuery = { city: { id: string, hourlySummaries: { nodes: Array<{ hour: string, values: { min: number | null, mean: number | null, max: number | null } }> } } | null };

export type LargestTrackedQueryVariables = Exact<{
  first: number;
}>;


export type LargestTrackedQuery = { cities: { nodes: Array<{ id: string, name: string, countryCode: string, admin1Code: string | null, population: number | null, tracking: { intervalMinutes: number } | null }> } };

export type MapAnomaliesQueryVariables = Exact<{
  ids: Array<string> | string;
  range: DateRange;
  units: Units;
}>;


export type MapAnomaliesQuery = { cities: { nodes: Array<{ id: string, anomalies: Array<{ deviationUnit: string, days: Array<{ date: string, anomaly: number | null }> }> }> } };

export type MapNowQueryVariables = Exact<{
  units: Units;
}>;


export type MapNowQuery = { parameters: Array<{ parameter: Parameter, unit: string }>, cities: { nodes: Array<{ id: string, name: string, countryCode: string, admin1Code: string | null, coordinates: { latitude: number, longitude: number }, latestObservation: { observedAt: string, airTemperature: number | null, relativeHumidity: number | null, pressure: { meanSeaLevel: number | null }, wind: { speed: number | null } } | null }> } };

export type MapRankingQueryVariables = Exact<{
  by: RankingMeasure;
  units: Units;
}>;


export type MapRankingQuery = { ranking: Array<{ value: number, unit: string, city: { id: string } }> };

export type MapRecordsQueryVariables = Exact<{
  ids: Array<string> | string;
  units: Units;
}>;


export type MapRecordsQuery = { cities: { nodes: Array<{ id: string, records: Array<{ kind: RecordKind, value: number | null, unit: string, dates: Array<string> }> }> } };

export type MapWeeksQueryVariables = Exact<{
  ids: Array<string> | string;
  range: TimeRange;
  units: Units;
}>;


export type MapWeeksQuery = { series: Array<{ time: Array<string>, city: { id: string }, columns: Array<{ unit: string, values: Array<number | null> }> }> };

export type NowQueryVariables = Exact<{
  ids: Array<string> | string;
  units: Units;
}>;


export type NowQuery = { parameters: Array<{ parameter: Parameter, unit: string }>, cities: { nodes: Array<{ id: string, name: string, countryCode: string, admin1Code: string | null, timeZone: string, tracking: { intervalMinutes: number, nextDueAt: string | null, paused: boolean, failures: number } | null, latestObservation: { observedAt: string, fetchedAt: string, airTemperature: number | null, apparentTemperature: number | null, relativeHumidity: number | null, cloudCover: number | null, visibility: number | null, pressure: { meanSeaLevel: number | null }, wind: { speed: number | null, gustSpeed: number | null, fromDirection: number | null }, precipitation: { total: number | null, kind: ValueKind | null }, conditions: Array<{ code: number, group: string, description: string }>, source: { source: Source, name: string, licence: string | null, attribution: string } } | null }> } };

export type ObservationAddedSubscriptionVariables = Exact<{
  cityIds: Array<string> | string;
}>;


export type ObservationAddedSubscription = { observationAdded: { observedAt: string, city: { id: string } } };

export type ObservationsQueryVariables = Exact<{
  id: string;
  range: TimeRange;
  units: Units;
}>;


export type ObservationsQuery = { city: { id: string, observations: { nodes: Array<{ observedAt: string, value: number | null }> } } | null };

export type PipelineQueryVariables = Exact<{ [key: string]: never; }>;


export type PipelineQuery = { warehouse: { trackedCities: number, observations: number, firstObservedAt: string | null, lastObservedAt: string | null, demo: boolean, quotas: Array<{ source: Source, period: string, used: number, limit: number, resetsAt: string }>, nextRuns: Array<{ job: Job, at: string }>, checks: Array<{ name: string, severity: string, status: string, failing: number, checkedAt: string }> }, runs: { nodes: Array<{ id: string, job: Job, trigger: RunTrigger, status: RunStatus, requestedAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, progress: { done: number, total: number }, counts: { calls: number, observationsInserted: number, observationsUpdated: number, rejects: number, hoursSummarised: number } }> } };

export type RunPartsFragment = { id: string, job: Job, trigger: RunTrigger, status: RunStatus, requestedAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, progress: { done: number, total: number }, counts: { calls: number, observationsInserted: number, observationsUpdated: number, rejects: number, hoursSummarised: number } };

export type RecordsQueryVariables = Exact<{
  id: string;
  units: Units;
  range: DateRange;
}>;


export type RecordsQuery = { city: { id: string, records: Array<{ kind: RecordKind, value: number | null, unit: string, dates: Array<string>, days: number, since: string | null }>, anomalies: Array<{ deviationUnit: string, days: Array<{ date: string, anomaly: number | null, years: number }> }> } | null };

export type RefreshWeatherMutationVariables = Exact<{
  cityIds?: Array<string> | string | null | undefined;
}>;


export type RefreshWeatherMutation = { refreshWeather: { run: { id: string, status: RunStatus } | null, userErrors: Array<{ code: string, message: string }> } };

export type RejectsQueryVariables = Exact<{ [key: string]: never; }>;


export type RejectsQuery = { runs: { nodes: Array<{ id: string, rejects: { nodes: Array<{ reason: RejectReason, path: string | null, value: string | null, detail: string, at: string, resolvedAt: string | null, city: { id: string, name: string } }> } }> } };

export type RunProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type RunProgressSubscription = { runProgress: { id: string, job: Job, trigger: RunTrigger, status: RunStatus, requestedAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, progress: { done: number, total: number }, counts: { calls: number, observationsInserted: number, observationsUpdated: number, rejects: number, hoursSummarised: number } } };

export type SearchCitiesQueryVariables = Exact<{
  search: string;
}>;


export type SearchCitiesQuery = { cities: { nodes: Array<{ id: string, name: string, countryCode: string, admin1Code: string | null, population: number | null, tracking: { intervalMinutes: number } | null }> } };

export type SeriesQueryVariables = Exact<{
  ids: Array<string> | string;
  parameter: Parameter;
  range: TimeRange;
  units: Units;
  fill: FillMethod;
}>;


export type SeriesQuery = { observed: Array<{ time: Array<string>, city: { id: string }, columns: Array<{ unit: string, values: Array<number | null> }> }>, filled: Array<{ time: Array<string>, city: { id: string }, columns: Array<{ unit: string, values: Array<number | null> }> }> };

export type TrackCitiesMutationVariables = Exact<{
  cityIds: Array<string> | string;
}>;


export type TrackCitiesMutation = { trackCities: { cities: Array<{ id: string, name: string }>, userErrors: Array<{ code: string, message: string }> } };

export type UntrackCitiesMutationVariables = Exact<{
  cityIds: Array<string> | string;
}>;


export type UntrackCitiesMutation = { untrackCities: { cities: Array<{ id: string, name: string }>, userErrors: Array<{ code: string, message: string }> } };

export type WarehouseQueryVariables = Exact<{ [key: string]: never; }>;


export type WarehouseQuery = { warehouse: { cities: number, trackedCities: number, observations: number, firstObservedAt: string | null, lastObservedAt: string | null, demo: boolean } };

export type WeekQueryVariables = Exact<{
  id: string;
  units: Units;
}>;


export type WeekQuery = { parameters: Array<{ parameter: Parameter, unit: string }>, city: { id: string, dailySummaries: { nodes: Array<{ date: string, windGustSpeedMax: number | null, airTemperature: { min: number | null, mean: number | null, max: number | null }, precipitation: { total: number | null }, coverage: { observedHours: number, expectedHours: number, ratio: number, complete: boolean } }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RunPartsFragmentDoc = new TypedDocumentString(`
    fragment RunParts on Run {
  id
  job
  trigger
  status
  requestedAt
  startedAt
  finishedAt
  progress {
    done
    total
  }
  counts {
    calls
    observationsInserted
    observationsUpdated
    rejects
    hoursSummarised
  }
  error
}
    `, {"fragmentName":"RunParts"}) as unknown as TypedDocumentString<RunPartsFragment, unknown>;
export const AlertsDocument = new TypedDocumentString(`
    query Alerts {
  parameters(units: METRIC) {
    parameter
    unit
  }
  alerts(first: 20) {
    id
    kind
    severity
    title
    message
    raisedAt
    resolvedAt
    deliveredAt
    deliveryError
  }
  alertRules {
    id
    name
    subject
    parameter
    comparison
    threshold
    hoursAhead
    cityIds
    countryCodes
    enabled
  }
}
    `) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const AveragesDocument = new TypedDocumentString(`
    query Averages($id: ID!, $range: TimeRange!, $units: Units!) {
  city(id: $id) {
    id
    short: movingAverages(range: $range, windowHours: 5, units: $units, first: 500) {
      nodes {
        hour
        value: airTemperature
      }
    }
    long: movingAverages(range: $range, windowHours: 24, units: $units, first: 500) {
      nodes {
        hour
        value: airTemperature
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AveragesQuery, AveragesQueryVariables>;
export const CreateAlertRuleDocument = new TypedDocumentString(`
    mutation CreateAlertRule($input: CreateAlertRuleInput!) {
  createAlertRule(input: $input) {
    rule {
      id
      name
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAlertRuleMutation, CreateAlertRuleMutationVariables>;
export const DaySeriesDocument = new TypedDocumentString(`
    query DaySeries($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!) {
  observed: series(
    cityIds: $ids
    parameters: [$parameter]
    range: $range
    units: $units
    interval: DAY
  ) {
    city {
      id
    }
    time
    columns {
      unit
      values
    }
  }
}
    `) as unknown as TypedDocumentString<DaySeriesQuery, DaySeriesQueryVariables>;
export const DaysDocument = new TypedDocumentString(`
    query Days($id: ID!, $range: DateRange!, $units: Units!) {
  city(id: $id) {
    id
    dailySummaries(range: $range, units: $units, first: 500) {
      nodes {
        date
        values: airTemperature {
          min
          mean
          max
        }
        coverage {
          observedHours
          expectedHours
          ratio
          complete
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DaysQuery, DaysQueryVariables>;
export const DeleteAlertRuleDocument = new TypedDocumentString(`
    mutation DeleteAlertRule($id: ID!) {
  deleteAlertRule(input: {id: $id}) {
    deletedId
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertRuleMutation, DeleteAlertRuleMutationVariables>;
export const ForecastsDocument = new TypedDocumentString(`
    query Forecasts($id: ID!, $past: TimeRange!, $coming: TimeRange!, $units: Units!) {
  city(id: $id) {
    id
    forecast(range: $coming, units: $units) {
      issuedAt
      source {
        name
      }
      points {
        validAt
        value: airTemperature
      }
    }
    forecastAhead(range: $past, hours: 24, units: $units) {
      validAt
      value: airTemperature
    }
  }
}
    `) as unknown as TypedDocumentString<ForecastsQuery, ForecastsQueryVariables>;
export const FreshnessDocument = new TypedDocumentString(`
    query Freshness {
  cities(
    filter: {tracked: true}
    orderBy: {field: POPULATION, direction: DESC}
    first: 500
  ) {
    nodes {
      id
      name
      countryCode
      admin1Code
      tracking {
        source
        intervalMinutes
        nextDueAt
        lastFetchedAt
        lastObservedAt
        paused
        failures
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreshnessQuery, FreshnessQueryVariables>;
export const HoursDocument = new TypedDocumentString(`
    query Hours($id: ID!, $range: TimeRange!, $units: Units!) {
  city(id: $id) {
    id
    hourlySummaries(range: $range, units: $units, first: 500) {
      nodes {
        hour
        values: airTemperature {
          min
          mean
          max
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HoursQuery, HoursQueryVariables>;
export const LargestTrackedDocument = new TypedDocumentString(`
    query LargestTracked($first: Int!) {
  cities(
    filter: {tracked: true}
    orderBy: {field: POPULATION, direction: DESC}
    first: $first
  ) {
    nodes {
      id
      name
      countryCode
      admin1Code
      population
      tracking {
        intervalMinutes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LargestTrackedQuery, LargestTrackedQueryVariables>;
export const MapAnomaliesDocument = new TypedDocumentString(`
    query MapAnomalies($ids: [ID!]!, $range: DateRange!, $units: Units!) {
  cities(filter: {ids: $ids}, first: 80) {
    nodes {
      id
      anomalies(range: $range, units: $units) {
        deviationUnit
        days {
          date
          anomaly
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapAnomaliesQuery, MapAnomaliesQueryVariables>;
export const MapNowDocument = new TypedDocumentString(`
    query MapNow($units: Units!) {
  parameters(units: $units) {
    parameter
    unit
  }
  cities(
    filter: {tracked: true}
    orderBy: {field: POPULATION, direction: DESC}
    first: 500
  ) {
    nodes {
      id
      name
      countryCode
      admin1Code
      coordinates {
        latitude
        longitude
      }
      latestObservation(units: $units) {
        observedAt
        airTemperature
        relativeHumidity
        pressure {
          meanSeaLevel
        }
        wind {
          speed
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapNowQuery, MapNowQueryVariables>;
export const MapRankingDocument = new TypedDocumentString(`
    query MapRanking($by: RankingMeasure!, $units: Units!) {
  ranking(by: $by, filter: {tracked: true}, units: $units, first: 500) {
    value
    unit
    city {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MapRankingQuery, MapRankingQueryVariables>;
export const MapRecordsDocument = new TypedDocumentString(`
    query MapRecords($ids: [ID!]!, $units: Units!) {
  cities(filter: {ids: $ids}, first: 80) {
    nodes {
      id
      records(units: $units) {
        kind
        value
        unit
        dates
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapRecordsQuery, MapRecordsQueryVariables>;
export const MapWeeksDocument = new TypedDocumentString(`
    query MapWeeks($ids: [ID!]!, $range: TimeRange!, $units: Units!) {
  series(
    cityIds: $ids
    parameters: [AIR_TEMPERATURE]
    range: $range
    interval: DAY
    units: $units
  ) {
    city {
      id
    }
    time
    columns {
      unit
      values
    }
  }
}
    `) as unknown as TypedDocumentString<MapWeeksQuery, MapWeeksQueryVariables>;
export const NowDocument = new TypedDocumentString(`
    query Now($ids: [ID!]!, $units: Units!) {
  parameters(units: $units) {
    parameter
    unit
  }
  cities(filter: {ids: $ids}, first: 12) {
    nodes {
      id
      name
      countryCode
      admin1Code
      timeZone
      tracking {
        intervalMinutes
        nextDueAt
        paused
        failures
      }
      latestObservation(units: $units) {
        observedAt
        fetchedAt
        airTemperature
        apparentTemperature
        relativeHumidity
        cloudCover
        visibility
        pressure {
          meanSeaLevel
        }
        wind {
          speed
          gustSpeed
          fromDirection
        }
        precipitation {
          total
          kind
        }
        conditions {
          code
          group
          description
        }
        source {
          source
          name
          licence
          attribution
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NowQuery, NowQueryVariables>;
export const ObservationAddedDocument = new TypedDocumentString(`
    subscription ObservationAdded($cityIds: [ID!]!) {
  observationAdded(cityIds: $cityIds) {
    city {
      id
    }
    observedAt
  }
}
    `) as unknown as TypedDocumentString<ObservationAddedSubscription, ObservationAddedSubscriptionVariables>;
export const ObservationsDocument = new TypedDocumentString(`
    query Observations($id: ID!, $range: TimeRange!, $units: Units!) {
  city(id: $id) {
    id
    observations(range: $range, units: $units, first: 500) {
      nodes {
        observedAt
        value: airTemperature
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ObservationsQuery, ObservationsQueryVariables>;
export const PipelineDocument = new TypedDocumentString(`
    query Pipeline {
  warehouse {
    trackedCities
    observations
    firstObservedAt
    lastObservedAt
    demo
    quotas {
      source
      period
      used
      limit
      resetsAt
    }
    nextRuns {
      job
      at
    }
    checks {
      name
      severity
      status
      failing
      checkedAt
    }
  }
  runs(first: 20) {
    nodes {
      ...RunParts
    }
  }
}
    fragment RunParts on Run {
  id
  job
  trigger
  status
  requestedAt
  startedAt
  finishedAt
  progress {
    done
    total
  }
  counts {
    calls
    observationsInserted
    observationsUpdated
    rejects
    hoursSummarised
  }
  error
}`) as unknown as TypedDocumentString<PipelineQuery, PipelineQueryVariables>;
export const RecordsDocument = new TypedDocumentString(`
    query Records($id: ID!, $units: Units!, $range: DateRange!) {
  city(id: $id) {
    id
    records(units: $units) {
      kind
      value
      unit
      dates
      days
      since
    }
    anomalies(range: $range, units: $units) {
      deviationUnit
      days {
        date
        anomaly
        years
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const RefreshWeatherDocument = new TypedDocumentString(`
    mutation RefreshWeather($cityIds: [ID!]) {
  refreshWeather(input: {cityIds: $cityIds}) {
    run {
      id
      status
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RefreshWeatherMutation, RefreshWeatherMutationVariables>;
export const RejectsDocument = new TypedDocumentString(`
    query Rejects {
  runs(filter: {job: LOAD}, first: 50) {
    nodes {
      id
      rejects(first: 5) {
        nodes {
          city {
            id
            name
          }
          reason
          path
          value
          detail
          at
          resolvedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RejectsQuery, RejectsQueryVariables>;
export const RunProgressDocument = new TypedDocumentString(`
    subscription RunProgress($id: ID!) {
  runProgress(id: $id) {
    ...RunParts
  }
}
    fragment RunParts on Run {
  id
  job
  trigger
  status
  requestedAt
  startedAt
  finishedAt
  progress {
    done
    total
  }
  counts {
    calls
    observationsInserted
    observationsUpdated
    rejects
    hoursSummarised
  }
  error
}`) as unknown as TypedDocumentString<RunProgressSubscription, RunProgressSubscriptionVariables>;
export const SearchCitiesDocument = new TypedDocumentString(`
    query SearchCities($search: String!) {
  cities(filter: {search: $search}, first: 8) {
    nodes {
      id
      name
      countryCode
      admin1Code
      population
      tracking {
        intervalMinutes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchCitiesQuery, SearchCitiesQueryVariables>;
export const SeriesDocument = new TypedDocumentString(`
    query Series($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!, $fill: FillMethod!) {
  observed: series(
    cityIds: $ids
    parameters: [$parameter]
    range: $range
    units: $units
  ) {
    city {
      id
    }
    time
    columns {
      unit
      values
    }
  }
  filled: series(
    cityIds: $ids
    parameters: [$parameter]
    range: $range
    units: $units
    fill: $fill
  ) {
    city {
      id
    }
    time
    columns {
      unit
      values
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const TrackCitiesDocument = new TypedDocumentString(`
    mutation TrackCities($cityIds: [ID!]!) {
  trackCities(input: {cityIds: $cityIds}) {
    cities {
      id
      name
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TrackCitiesMutation, TrackCitiesMutationVariables>;
export const UntrackCitiesDocument = new TypedDocumentString(`
    mutation UntrackCities($cityIds: [ID!]!) {
  untrackCities(input: {cityIds: $cityIds}) {
    cities {
      id
      name
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UntrackCitiesMutation, UntrackCitiesMutationVariables>;
export const WarehouseDocument = new TypedDocumentString(`
    query Warehouse {
  warehouse {
    cities
    trackedCities
    observations
    firstObservedAt
    lastObservedAt
    demo
  }
}
    `) as unknown as TypedDocumentString<WarehouseQuery, WarehouseQueryVariables>;
export const WeekDocument = new TypedDocumentString(`
    query Week($id: ID!, $units: Units!) {
  parameters(units: $units) {
    parameter
    unit
  }
  city(id: $id) {
    id
    dailySummaries(past: "P7D", units: $units, direction: DESC) {
      nodes {
        date
        airTemperature {
          min
          mean
          max
        }
        precipitation {
          total
        }
        windGustSpeedMax
        coverage {
          observedHours
          expectedHours
          ratio
          complete
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WeekQuery, WeekQueryVariables>;