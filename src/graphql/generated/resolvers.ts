import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CityNode, ObservationNode, HourlySummaryNode, DailySummaryNode, MovingAverageNode, RejectNode, RankedCityNode, RunNode, ForecastNode, RunPayloadNode, TrackCitiesNode, CitiesPayloadNode, PayloadNode, WarehouseNode } from '../nodes.js';
import type { ListedCities } from '../cities/list.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A count that may pass 2^31; answered as a number, exact up to 2^53. */
  BigCount: { input: number; output: number; }
  /** A calendar day in the city's own time zone: 2026-05-01. Years 1900 to 2199. */
  Date: { input: string; output: string; }
  /**
   * An instant, RFC 3339. Always answered in UTC and whole seconds: 2026-05-01T13:00:00Z. An offset is accepted on input
   * (2026-05-01T15:00:00+02:00); years 1900 to 2199.
   */
  DateTime: { input: string; output: number; }
  /**
   * A length of time, ISO 8601, in weeks, days, hours and minutes: P7D, PT36H, P1DT12H. Months and years are refused, because
   * they have no fixed length.
   */
  Duration: { input: string; output: string; }
};

/** Something worth telling an operator: one occurrence of it. */
export type Alert = {
  __typename?: 'Alert';
  /** Failed attempts to deliver it, in a row. */
  attempts: Scalars['Int']['output'];
  /** GeoNames id of the city it is about; null when it is about no single one. */
  cityId?: Maybe<Scalars['ID']['output']>;
  /** When the webhook took it; null when it has not, or there is none. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt to deliver it failed; null when it did not. */
  deliveryError?: Maybe<Scalars['String']['output']>;
  /** The alert's id. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: AlertKind;
  /** What happened, with numbers. */
  message: Scalars['String']['output'];
  /** When it was noticed. */
  raisedAt: Scalars['DateTime']['output'];
  /** When it was noticed to be over; null while it is not. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** ERROR: somebody should act. WARNING: somebody should know. */
  severity: Scalars['String']['output'];
  /** A line. */
  title: Scalars['String']['output'];
};

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

/** Weather worth an alert. */
export type AlertRule = {
  __typename?: 'AlertRule';
  /** GeoNames ids of the cities it is for; null for all followed ones. */
  cityIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Which side of the threshold. */
  comparison: AlertComparison;
  /** ISO 3166-1 alpha-2 codes of the countries it is for; null for all. */
  countryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it: the name of a key and an address, or `cli`. */
  createdBy: Scalars['String']['output'];
  /** Whether it is looked at. */
  enabled: Scalars['Boolean']['output'];
  /** Of forecasts: how many hours ahead it looks. */
  hoursAhead: Scalars['Int']['output'];
  /** The rule's id. */
  id: Scalars['ID']['output'];
  /** What its alerts are titled with; unique. */
  name: Scalars['String']['output'];
  /** What is compared. */
  parameter: Parameter;
  /** What it looks at. */
  subject: AlertSubject;
  /** In the parameter's metric unit; of RAIN, SNOW and PRECIPITATION in forecasts mm in 3 hours. */
  threshold: Scalars['Float']['output'];
};

/** What a rule looks at. */
export type AlertSubject =
  /** Local days of the last 2 days: their minimum, maximum or sum, or the mean where there is no other. */
  | 'DAILY_SUMMARY'
  /** The newest forecast, as far ahead as the rule says. */
  | 'FORECAST'
  /** The newest observation of each city, if it is of the last 3 hours. */
  | 'OBSERVATION';

/** The anomalies of one measure. */
export type Anomalies = {
  __typename?: 'Anomalies';
  /** One for each day of the range, in order, also where there is nothing to compare. */
  days: Array<Anomaly>;
  /** The unit of anomalies and standard deviations: of temperatures K or °F, without an offset. */
  deviationUnit: Scalars['String']['output'];
  /** Of which value of a day. */
  measure: DayMeasure;
  /** The unit of values and normals. */
  unit: Scalars['String']['output'];
};

/** A day against its normal. */
export type Anomaly = {
  __typename?: 'Anomaly';
  /** Value less normal, in `deviationUnit`; null without either. */
  anomaly?: Maybe<Scalars['Float']['output']>;
  /** The day, in the city's time zone. */
  date: Scalars['Date']['output'];
  /** Days that contributed to the normal. */
  days: Scalars['Int']['output'];
  /** Mean of the days around it in other years; null when too few contributed. */
  normal?: Maybe<Scalars['Float']['output']>;
  /** Their standard deviation (sample, n − 1), in `deviationUnit`; null when too few contributed. */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** The anomaly in standard deviations; null without either, and where all days were alike. */
  standardised?: Maybe<Scalars['Float']['output']>;
  /** The day's value; null when it is not known, not over or too thin. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Other years that contributed to the normal. */
  years: Scalars['Int']['output'];
};

/** What history to fetch. */
export type BackfillInput = {
  /** True: start even if it takes more than a day of the archive's quota. Without it, such a backfill is a user error. */
  acceptDays?: InputMaybe<Scalars['Boolean']['input']>;
  /** GeoNames ids, at least one and at most 500; followed or not. */
  cityIds: Array<Scalars['ID']['input']>;
  /** UTC days, both included, from 1940-01-01 to today. */
  range: DateRange;
};

/** What a backfill costs. All figures are 0 when there are user errors. */
export type BackfillPlanPayload = {
  __typename?: 'BackfillPlanPayload';
  /** Calls: one a city and month. */
  calls: Scalars['Int']['output'];
  /** Days it takes at the pace of the tightest limit. */
  days: Scalars['Float']['output'];
  /** Whether what is left of the hour, the day and the month suffices; otherwise it pauses until they begin anew. */
  fits: Scalars['Boolean']['output'];
  /** What the caller can mend; empty when it could be priced. */
  userErrors: Array<UserError>;
  /** What they count with the archive's quota. */
  weight: Scalars['Float']['output'];
};

/** A box of latitudes and longitudes, edges included. One whose `west` is greater than its `east` crosses the date line. */
export type BoundingBox = {
  /** Degrees, −180 to 180. */
  east: Scalars['Float']['input'];
  /** Degrees, −90 to 90. */
  north: Scalars['Float']['input'];
  /** Degrees, −90 to 90, at most `north`. */
  south: Scalars['Float']['input'];
  /** Degrees, −180 to 180. */
  west: Scalars['Float']['input'];
};

/** Which run to end. */
export type CancelRunInput = {
  /** The run's id. */
  id: Scalars['ID']['input'];
};

/** What came of ending a run. */
export type CancelRunPayload = {
  __typename?: 'CancelRunPayload';
  /** The run as it is now; null when there is none of that id. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when it was ended by this call. */
  userErrors: Array<UserError>;
};

/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type City = {
  __typename?: 'City';
  /** First-level division as GeoNames codes it; null where there is none. */
  admin1Code?: Maybe<Scalars['String']['output']>;
  /**
   * Days against their normals: the days around the same day of the year in other years; the day's own year is left out of
   * its normal. One answer for each measure, in the order asked. Formulas: docs/insights.md.
   */
  anomalies: Array<Anomalies>;
  /** Where it lies. */
  coordinates: Coordinates;
  /** ISO 3166-1 alpha-2. */
  countryCode: Scalars['String']['output'];
  /** Local days that have observations, by date. With neither `range` nor `past`: the 30 days up to the newest observation. */
  dailySummaries: DailySummaryConnection;
  /** Degree days summed over a range of days, from each day's mean temperature. Formulas: docs/insights.md. */
  degreeDays: DegreeDays;
  /** What a source said would come, where this warehouse asks for forecasts (FORECASTS=on); null when there is none. */
  forecast?: Maybe<Forecast>;
  /**
   * What had been forecast for each instant of a time, at least so many hours before it came: of every instant, what the newest
   * forecast said that was issued early enough. Instants for which there is none are absent.
   */
  forecastAhead: Array<ForecastPoint>;
  /**
   * How good its forecasts were, by how far ahead they looked, against the hours that were then observed: one answer for each
   * parameter, in the order asked. Formulas: docs/insights.md.
   */
  forecastSkill: Array<ForecastSkill>;
  /** Hours that have observations, by time. With neither `range` nor `past`: the 24 hours up to the newest observation. */
  hourlySummaries: HourlySummaryConnection;
  /** GeoNames id; own places from 1,000,000,000 up. */
  id: Scalars['ID']['output'];
  /** The newest observation; at the same instant a live one comes before reanalysis. Null when there is none. */
  latestObservation?: Maybe<Observation>;
  /** Trailing means, one an hour, by time. With neither `range` nor `past`: the 24 hours up to the newest observation. */
  movingAverages: MovingAverageConnection;
  /** Name, in Latin letters with accents. */
  name: Scalars['String']['output'];
  /** The nearest other cities, nearest first. */
  nearby: Array<NearbyCity>;
  /**
   * What the days of a month, or of the days around a day of the year, were like in this warehouse's own history: one answer
   * for each measure, in the order asked. Formulas: docs/insights.md.
   */
  normals: Array<Normals>;
  /** Observations by time. With neither `range` nor `past`: the 24 hours up to the newest one. */
  observations: ObservationConnection;
  /** People; null when unknown. */
  population?: Maybe<Scalars['Int']['output']>;
  /** The extremes of its days: one answer for each kind, in the order of the kinds. Rules: docs/insights.md. */
  records: Array<WeatherRecord>;
  /**
   * Runs of consecutive days that meet a condition: a heat wave, frost, a dry spell. A day that is missing or thin ends a run;
   * it is never bridged. Definitions: docs/insights.md.
   */
  streaks: Streaks;
  /** IANA name; decides where a local day begins. */
  timeZone: Scalars['String']['output'];
  /** How this warehouse follows the city; null when nobody does. */
  tracking?: Maybe<Tracking>;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityAnomaliesArgs = {
  base?: InputMaybe<DateRange>;
  measures: Array<DayMeasure>;
  minCoverage: Scalars['Float']['input'];
  minDays: Scalars['Int']['input'];
  minYears: Scalars['Int']['input'];
  range: DateRange;
  units: Units;
  windowDays: Scalars['Int']['input'];
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityDailySummariesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  minCoverage?: InputMaybe<Scalars['Float']['input']>;
  past?: InputMaybe<Scalars['Duration']['input']>;
  range?: InputMaybe<DateRange>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityDegreeDaysArgs = {
  base?: InputMaybe<Scalars['Float']['input']>;
  growingBase?: InputMaybe<Scalars['Float']['input']>;
  growingCap?: InputMaybe<Scalars['Float']['input']>;
  maxMissingDays: Scalars['Int']['input'];
  minCoverage: Scalars['Float']['input'];
  range: DateRange;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityForecastArgs = {
  issued?: InputMaybe<Scalars['DateTime']['input']>;
  range?: InputMaybe<TimeRange>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityForecastAheadArgs = {
  hours: Scalars['Int']['input'];
  range: TimeRange;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityForecastSkillArgs = {
  minHours: Scalars['Int']['input'];
  parameters: Array<Parameter>;
  range: TimeRange;
  stepHours: Scalars['Int']['input'];
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityHourlySummariesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  fill: FillMethod;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxGapHours: Scalars['Int']['input'];
  past?: InputMaybe<Scalars['Duration']['input']>;
  range?: InputMaybe<TimeRange>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityLatestObservationArgs = {
  source?: InputMaybe<Source>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityMovingAveragesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  fill: FillMethod;
  first?: InputMaybe<Scalars['Int']['input']>;
  frame: WindowFrame;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxGapHours: Scalars['Int']['input'];
  minCoverage: Scalars['Float']['input'];
  past?: InputMaybe<Scalars['Duration']['input']>;
  range?: InputMaybe<TimeRange>;
  units: Units;
  windowHours: Scalars['Int']['input'];
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityNearbyArgs = {
  first: Scalars['Int']['input'];
  radiusKm: Scalars['Float']['input'];
  tracked?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityNormalsArgs = {
  base?: InputMaybe<DateRange>;
  by: NormalPeriod;
  measures: Array<DayMeasure>;
  minCoverage: Scalars['Float']['input'];
  minDays: Scalars['Int']['input'];
  minYears: Scalars['Int']['input'];
  units: Units;
  windowDays: Scalars['Int']['input'];
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  past?: InputMaybe<Scalars['Duration']['input']>;
  range?: InputMaybe<TimeRange>;
  source?: InputMaybe<Source>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityRecordsArgs = {
  minCoverage: Scalars['Float']['input'];
  range?: InputMaybe<DateRange>;
  units: Units;
};


/** A populated place of the catalogue (GeoNames, CC BY 4.0). */
export type CityStreaksArgs = {
  condition?: InputMaybe<DayCondition>;
  kind?: InputMaybe<StreakKind>;
  minCoverage: Scalars['Float']['input'];
  minDays: Scalars['Int']['input'];
  range: DateRange;
  threshold?: InputMaybe<Scalars['Float']['input']>;
  units: Units;
};

/** A page of cities. */
export type CityConnection = {
  __typename?: 'CityConnection';
  /** Cities with their cursors. */
  edges: Array<CityEdge>;
  /** The cities alone. */
  nodes: Array<City>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** Cities that match, on all pages; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A city in a page. */
export type CityEdge = {
  __typename?: 'CityEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** Kilometres from `near`, along the great circle; null when `near` was not given. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** The city. */
  node: City;
};

/** Conditions on cities; those given must all hold. */
export type CityFilter = {
  /** First-level division as GeoNames codes it, within `countryCode`: in the US the state, such as NY. */
  admin1Code?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2: US, NZ. */
  countryCode?: InputMaybe<Scalars['String']['input']>;
  /** GeoNames ids, at most 500; unknown ones are passed over. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** People at least; cities of unknown population do not match. */
  minPopulation?: InputMaybe<Scalars['Int']['input']>;
  /** Around a point. */
  near?: InputMaybe<NearPoint>;
  /** Name, typo-tolerant and without regard to accents; best match first. 2 to 100 characters; the 500 best matches are considered. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** True: only cities this warehouse follows. False: only those it does not. */
  tracked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Within a box of latitudes and longitudes. */
  within?: InputMaybe<BoundingBox>;
};

/** An order of cities; equals are ordered by id. */
export type CityOrder = {
  /** Which end comes first. */
  direction: SortDirection;
  /** What is compared. */
  field: CityOrderField;
};

/** What cities can be ordered by. */
export type CityOrderField =
  /** Distance from `near`, which must be given. */
  | 'DISTANCE'
  /** The name without accents, byte by byte. */
  | 'NAME'
  /** People; unknown counts as fewest. */
  | 'POPULATION'
  /** How well the name matches `search`, which must be given; ASC is the best match first. */
  | 'RELEVANCE';

/** How a day's value is compared with a threshold. */
export type Comparison =
  /** Greater than the threshold. */
  | 'ABOVE'
  /** The threshold or greater. */
  | 'AT_LEAST'
  /** The threshold or less. */
  | 'AT_MOST'
  /** Less than the threshold. */
  | 'BELOW';

/** A weather condition as the source codes it. */
export type Condition = {
  __typename?: 'Condition';
  /** OpenWeatherMap's code (200 and up) or WMO code 4677 (0 to 99). */
  code: Scalars['Int']['output'];
  /** In words: light rain. */
  description: Scalars['String']['output'];
  /** The kind of weather: Rain, Clear. */
  group: Scalars['String']['output'];
};

/** A place on Earth (WGS 84). */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Metres above sea level; null when unknown. */
  elevation?: Maybe<Scalars['Float']['output']>;
  /** Degrees, north positive. */
  latitude: Scalars['Float']['output'];
  /** Degrees, east positive. */
  longitude: Scalars['Float']['output'];
};

/** How much of a span was observed. */
export type Coverage = {
  __typename?: 'Coverage';
  /** True when the day is over and the ratio is at least 0.75. */
  complete: Scalars['Boolean']['output'];
  /** Hours there are: 23, 24 or 25 in a day, as the city's clock has it. */
  expectedHours: Scalars['Int']['output'];
  /** Hours with observations. */
  observedHours: Scalars['Int']['output'];
  /** Observed of expected hours, 0 to 1. */
  ratio: Scalars['Float']['output'];
};

/** A rule to make. */
export type CreateAlertRuleInput = {
  /** GeoNames ids, 1 to 500; all followed cities when absent. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Which side of the threshold. */
  comparison: AlertComparison;
  /** ISO 3166-1 alpha-2: US, NZ; all when absent. */
  countryCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** False to make it without its being looked at. */
  enabled: Scalars['Boolean']['input'];
  /** Of forecasts: how many hours ahead to look, 1 to 120. */
  hoursAhead: Scalars['Int']['input'];
  /** What its alerts are titled with; unique; 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** What is compared; not WIND_FROM_DIRECTION. */
  parameter: Parameter;
  /** What it looks at. */
  subject: AlertSubject;
  /** In the parameter's metric unit, within what is plausible for it. */
  threshold: Scalars['Float']['input'];
};

/** What came of making a rule. */
export type CreateAlertRulePayload = {
  __typename?: 'CreateAlertRulePayload';
  /** The rule; null when it was not made. */
  rule?: Maybe<AlertRule>;
  /** What the caller can mend; empty when it was made. */
  userErrors: Array<UserError>;
};

/** One local day of one city, from its hours; every hour weighs the same, however often it was polled. */
export type DailySummary = {
  __typename?: 'DailySummary';
  /** °C, °F or K. */
  airTemperature: Statistic;
  /** When the greatest temperature was observed; null when there was none. */
  airTemperatureMaxAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the least temperature was observed; null when there was none. */
  airTemperatureMinAt?: Maybe<Scalars['DateTime']['output']>;
  /** °C, °F or K. */
  apparentTemperature: Statistic;
  /** Where. */
  city: City;
  /** % of the sky (a fraction in SCIENTIFIC); null when not given. */
  cloudCoverMean?: Maybe<Scalars['Float']['output']>;
  /** How far the mean lies above 18.3 °C: kelvin days (°F days in IMPERIAL), 0 when it does not; null without a mean. */
  coolingDegreeDays?: Maybe<Scalars['Float']['output']>;
  /** How much of the day was observed. */
  coverage: Coverage;
  /** The day, in the city's time zone. */
  date: Scalars['Date']['output'];
  /** °C, °F or K; null when not given. */
  dewPointTemperatureMean?: Maybe<Scalars['Float']['output']>;
  /** How far the mean lies below 18.3 °C: kelvin days (°F days in IMPERIAL), 0 when it does not; null without a mean. */
  heatingDegreeDays?: Maybe<Scalars['Float']['output']>;
  /** The hours it is made of. */
  hours: HourlySummaryConnection;
  /** hPa, inHg or Pa. */
  meanSeaLevelPressure: Statistic;
  /** Sum of the day. */
  precipitation: Precipitation;
  /** % (a fraction in SCIENTIFIC). */
  relativeHumidity: Statistic;
  /** Observations in it. */
  sampleCount: Scalars['Int']['output'];
  /** Every source an hour of this day came from. */
  sources: Array<SourceInfo>;
  /** When this summary was last computed; late observations renew it. */
  summarisedAt: Scalars['DateTime']['output'];
  /** Speed-weighted vector mean of where the wind comes from, degrees clockwise from north; null when calm or not given. */
  windFromDirection?: Maybe<Scalars['Float']['output']>;
  /** Strongest gust, m/s (METRIC, SCIENTIFIC) or mph; null when none was given. */
  windGustSpeedMax?: Maybe<Scalars['Float']['output']>;
  /** m/s (METRIC, SCIENTIFIC) or mph. */
  windSpeed: Statistic;
};


/** One local day of one city, from its hours; every hour weighs the same, however often it was polled. */
export type DailySummaryHoursArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};

/** A page of daily summaries. */
export type DailySummaryConnection = {
  __typename?: 'DailySummaryConnection';
  /** Days with their cursors. */
  edges: Array<DailySummaryEdge>;
  /** The days alone. */
  nodes: Array<DailySummary>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A daily summary in a page. */
export type DailySummaryEdge = {
  __typename?: 'DailySummaryEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The day. */
  node: DailySummary;
};

/** Which daily summaries. */
export type DailySummaryFilter = {
  /** GeoNames ids, at most 500; unknown ones are passed over. */
  cityIds: Array<Scalars['ID']['input']>;
  /** Only days of which at least this share of hours was observed, 0 to 1. */
  minCoverage?: InputMaybe<Scalars['Float']['input']>;
  /** The days up to each city's today, in whole days; not together with `range`. */
  past?: InputMaybe<Scalars['Duration']['input']>;
  /** From a day to another, both included, each city's own. */
  range?: InputMaybe<DateRange>;
};

/** The newest result of a data check. */
export type DataCheck = {
  __typename?: 'DataCheck';
  /** When it was made. */
  checkedAt: Scalars['DateTime']['output'];
  /** Rows that fail it. */
  failing: Scalars['Int']['output'];
  /** The check's name. */
  name: Scalars['String']['output'];
  /** ERROR or WARNING: how bad a failure is. */
  severity: Scalars['String']['output'];
  /** PASSED, FAILED, or ERRORED when the check itself could not be made. */
  status: Scalars['String']['output'];
};

/** Local days, both ends included. */
export type DateRange = {
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The last day. */
  to: Scalars['Date']['input'];
};

/** A condition that a day meets or not. */
export type DayCondition = {
  /** How it is compared. */
  comparison: Comparison;
  /** Which value of the day. */
  measure: DayMeasure;
  /** With what, in the units asked for. */
  threshold: Scalars['Float']['input'];
};

/** A value of a local day. */
export type DayMeasure =
  /** Greatest air temperature. */
  | 'AIR_TEMPERATURE_MAX'
  /** Mean air temperature. */
  | 'AIR_TEMPERATURE_MEAN'
  /** Least air temperature. */
  | 'AIR_TEMPERATURE_MIN'
  /** Mean apparent temperature. */
  | 'APPARENT_TEMPERATURE_MEAN'
  /** Mean cloud cover. */
  | 'CLOUD_COVER_MEAN'
  /** Mean dew point. */
  | 'DEW_POINT_TEMPERATURE_MEAN'
  /** Mean air pressure at sea level. */
  | 'MEAN_SEA_LEVEL_PRESSURE_MEAN'
  /** Sum of precipitation. */
  | 'PRECIPITATION_SUM'
  /** Sum of rain. */
  | 'RAIN_SUM'
  /** Mean relative humidity. */
  | 'RELATIVE_HUMIDITY_MEAN'
  /** Sum of snow, as water. */
  | 'SNOW_SUM'
  /** Difference between the greatest and the least air temperature. */
  | 'TEMPERATURE_RANGE'
  /** Strongest gust. */
  | 'WIND_GUST_MAX'
  /** Mean wind speed. */
  | 'WIND_SPEED_MEAN';

/** Degree days of a range of days. */
export type DegreeDays = {
  __typename?: 'DegreeDays';
  /** Heating is counted below it, cooling above. */
  base: Scalars['Float']['output'];
  /** The unit of the bases. */
  baseUnit: Scalars['String']['output'];
  /** How far the means lie above `base`, summed; null when too many days are missing. */
  cooling?: Maybe<Scalars['Float']['output']>;
  /** Days of the range that are missing, thin or not over. */
  daysMissing: Scalars['Int']['output'];
  /** Days the totals rest on. */
  daysUsed: Scalars['Int']['output'];
  /** How far the means lie above `growingBase`, summed; null when too many days are missing. */
  growing?: Maybe<Scalars['Float']['output']>;
  /** Growing is counted above it. */
  growingBase: Scalars['Float']['output'];
  /** A mean above it counted as this for growing; null when there was no limit. */
  growingCap?: Maybe<Scalars['Float']['output']>;
  /** How far the means lie below `base`, summed; null when too many days are missing. */
  heating?: Maybe<Scalars['Float']['output']>;
  /** The unit of the totals: kelvin days (K·d), or °F days. */
  unit: Scalars['String']['output'];
};

/** Which rule to remove. */
export type DeleteAlertRuleInput = {
  /** The rule's id. */
  id: Scalars['ID']['input'];
};

/** What came of removing a rule. */
export type DeleteAlertRulePayload = {
  __typename?: 'DeleteAlertRulePayload';
  /** The id of the rule that was removed; null when there is none of that id. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend; empty when it was removed. */
  userErrors: Array<UserError>;
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

/** A forecast of a source for a city, as it was issued. */
export type Forecast = {
  __typename?: 'Forecast';
  /** Where. */
  city: City;
  /** When the source was asked: it does not say when it computed the forecast. */
  issuedAt: Scalars['DateTime']['output'];
  /** What is forecast, by the instant it is forecast for; empty when nothing of it lies in the range. */
  points: Array<ForecastPoint>;
  /** The run that fetched it; null once the payload's record was removed. */
  run?: Maybe<Run>;
  /** Which source said so, and on which terms. */
  source: SourceInfo;
};

/** The values forecast for an instant. */
export type ForecastPoint = {
  __typename?: 'ForecastPoint';
  /** 2 m above ground, °C, °F or K; null when not given. */
  airTemperature?: Maybe<Scalars['Float']['output']>;
  /** What the air will feel like, °C, °F or K; null when not given. */
  apparentTemperature?: Maybe<Scalars['Float']['output']>;
  /** % of the sky (a fraction in SCIENTIFIC); null when not given. */
  cloudCover?: Maybe<Scalars['Float']['output']>;
  /** Weather conditions; empty when none was given. */
  conditions: Array<Condition>;
  /** °C, °F or K; null when neither given nor derivable. */
  dewPointTemperature?: Maybe<Scalars['Float']['output']>;
  /** When the source was asked for the forecast it is part of. */
  issuedAt: Scalars['DateTime']['output'];
  /** Of the three hours before. */
  precipitation: ForecastPrecipitation;
  /** Air pressure. */
  pressure: Pressure;
  /** % (a fraction in SCIENTIFIC); null when not given. */
  relativeHumidity?: Maybe<Scalars['Float']['output']>;
  /** The instant the values are forecast for. */
  validAt: Scalars['DateTime']['output'];
  /** m (METRIC, SCIENTIFIC) or mi; null when not given. */
  visibility?: Maybe<Scalars['Float']['output']>;
  /** Wind. */
  wind: Wind;
};

/** Precipitation forecast for the three hours before an instant. */
export type ForecastPrecipitation = {
  __typename?: 'ForecastPrecipitation';
  /** How probable it is that anything falls, % (a fraction in SCIENTIFIC); null when not given. */
  probability?: Maybe<Scalars['Float']['output']>;
  /** Rain, mm, in or kg/m²; null when not given. */
  rain?: Maybe<Scalars['Float']['output']>;
  /** Snow as water, mm, in or kg/m²; null when not given. */
  snow?: Maybe<Scalars['Float']['output']>;
  /** Rain and snow as water, mm, in or kg/m²; null when not given: the source leaves out what is not to fall. */
  total?: Maybe<Scalars['Float']['output']>;
};

/** How good the forecasts of one parameter were. */
export type ForecastSkill = {
  __typename?: 'ForecastSkill';
  /** By how far ahead, nearest first: every lead of which there is a forecast. */
  leads: Array<LeadSkill>;
  /** Of what. */
  parameter: Parameter;
  /** The unit of the figures: of temperatures K or °F, without an offset. */
  unit: Scalars['String']['output'];
};

/** One hour of one city, from one source: a live one before reanalysis, never a blend. */
export type HourlySummary = {
  __typename?: 'HourlySummary';
  /** °C, °F or K. */
  airTemperature: Statistic;
  /** °C, °F or K. */
  apparentTemperature: Statistic;
  /** Where. */
  city: City;
  /** % of the sky (a fraction in SCIENTIFIC); null when not given. */
  cloudCoverMean?: Maybe<Scalars['Float']['output']>;
  /** Start of the hour, UTC. */
  hour: Scalars['DateTime']['output'];
  /** hPa, inHg or Pa. */
  meanSeaLevelPressure: Statistic;
  /** The observations it is made of; none where the hour was filled. */
  observations: ObservationConnection;
  /** Sum of the hour. */
  precipitation: Precipitation;
  /** Whether the hour was observed or filled. */
  quality: Quality;
  /** % (a fraction in SCIENTIFIC). */
  relativeHumidity: Statistic;
  /** Observations in it. */
  sampleCount: Scalars['Int']['output'];
  /** Where the values come from; null for a filled hour. */
  source?: Maybe<SourceInfo>;
  /** Speed-weighted vector mean of where the wind comes from, degrees clockwise from north; null when calm or not given. */
  windFromDirection?: Maybe<Scalars['Float']['output']>;
  /** Strongest gust, m/s (METRIC, SCIENTIFIC) or mph; null when none was given. */
  windGustSpeedMax?: Maybe<Scalars['Float']['output']>;
  /** m/s (METRIC, SCIENTIFIC) or mph. */
  windSpeed: Statistic;
};


/** One hour of one city, from one source: a live one before reanalysis, never a blend. */
export type HourlySummaryObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};

/** A page of hourly summaries. */
export type HourlySummaryConnection = {
  __typename?: 'HourlySummaryConnection';
  /** Hours with their cursors. */
  edges: Array<HourlySummaryEdge>;
  /** The hours alone. */
  nodes: Array<HourlySummary>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An hourly summary in a page. */
export type HourlySummaryEdge = {
  __typename?: 'HourlySummaryEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The hour. */
  node: HourlySummary;
};

/** Length of an interval of a series. */
export type Interval =
  /** A local day: 23, 24 or 25 hours. */
  | 'DAY'
  /** An hour, UTC. */
  | 'HOUR'
  /** A local calendar month. */
  | 'MONTH'
  /** Seven local days from Monday. */
  | 'WEEK';

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

/** How good the forecasts were that looked about so far ahead. */
export type LeadSkill = {
  __typename?: 'LeadSkill';
  /** Mean of forecast less observed; null when too few hours were observed. */
  bias?: Maybe<Scalars['Float']['output']>;
  /** Values forecast. */
  forecasts: Scalars['Int']['output'];
  /** They looked more than so many hours ahead … */
  fromHours: Scalars['Int']['output'];
  /** The observed hours they are about: one hour is forecast again and again. */
  hours: Scalars['Int']['output'];
  /** Mean absolute difference; null when too few hours were observed. */
  meanAbsoluteError?: Maybe<Scalars['Float']['output']>;
  /** Those of them whose hour was observed; the figures rest on them. */
  pairs: Scalars['Int']['output'];
  /** Root of the mean squared difference; null when too few hours were observed. */
  rootMeanSquareError?: Maybe<Scalars['Float']['output']>;
  /** … and at most so many. */
  toHours: Scalars['Int']['output'];
};

/** Means over a trailing window of hours, each hour weighing the same. */
export type MovingAverage = {
  __typename?: 'MovingAverage';
  /** °C, °F or K; null when no hour of the window had a value. */
  airTemperature?: Maybe<Scalars['Float']['output']>;
  /** °C, °F or K; null when no hour of the window had a value. */
  apparentTemperature?: Maybe<Scalars['Float']['output']>;
  /** Where. */
  city: City;
  /** Observed hours of the window's hours, 0 to 1. */
  coverage: Scalars['Float']['output'];
  /** Hours of the window that were filled. */
  filledHours: Scalars['Int']['output'];
  /** Start of the last hour of the window, UTC. */
  hour: Scalars['DateTime']['output'];
  /** hPa, inHg or Pa; null when no hour of the window had a value. */
  meanSeaLevelPressure?: Maybe<Scalars['Float']['output']>;
  /** Hours of the window that were observed. */
  observedHours: Scalars['Int']['output'];
  /** % (a fraction in SCIENTIFIC); null when no hour of the window had a value. */
  relativeHumidity?: Maybe<Scalars['Float']['output']>;
  /** m/s (METRIC, SCIENTIFIC) or mph; null when no hour of the window had a value. */
  windSpeed?: Maybe<Scalars['Float']['output']>;
  /** Length of the window, hours. */
  windowHours: Scalars['Int']['output'];
};

/** A page of moving averages. */
export type MovingAverageConnection = {
  __typename?: 'MovingAverageConnection';
  /** Averages with their cursors. */
  edges: Array<MovingAverageEdge>;
  /** The averages alone. */
  nodes: Array<MovingAverage>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A moving average in a page. */
export type MovingAverageEdge = {
  __typename?: 'MovingAverageEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The average. */
  node: MovingAverage;
};

/** Which moving averages. */
export type MovingAverageFilter = {
  /** GeoNames ids, at most 500; unknown ones are passed over. */
  cityIds: Array<Scalars['ID']['input']>;
  /** How hours without observations are filled; only with `frame: ROWS`. */
  fill: FillMethod;
  /** Whether the window is the hours that exist (RANGE) or all hours of the calendar (ROWS). */
  frame: WindowFrame;
  /** Longest gap that is filled, hours, 0 to 168; gaps at the edges of what is known are not. */
  maxGapHours: Scalars['Int']['input'];
  /** Only averages for which at least this share of the window's hours was observed, 0 to 1. */
  minCoverage: Scalars['Float']['input'];
  /** The time up to now, at most P366D; not together with `range`. */
  past?: InputMaybe<Scalars['Duration']['input']>;
  /** Hours that start from an instant to another, at most 366 days. */
  range?: InputMaybe<TimeRange>;
  /** Length of the window in hours, 2 to 720. Those this warehouse keeps (5 and 24 unless configured otherwise) answer fastest. */
  windowHours: Scalars['Int']['input'];
};

/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Ends a run that waits or works; what it did stays. */
  cancelRun: CancelRunPayload;
  /** Makes a rule that raises an alert when followed cities' weather passes a threshold, once a city and local day or night. */
  createAlertRule: CreateAlertRulePayload;
  /** Removes a rule; the alerts it raised stay. */
  deleteAlertRule: DeleteAlertRulePayload;
  /** Prices a backfill, and begins nothing. */
  planBackfill: BackfillPlanPayload;
  /**
   * Summarises hours again from their observations, whether touched or not, and the days and moving averages made of them; a second
   * call for the same while one is active returns the same run.
   */
  rebuildSummaries: RebuildSummariesPayload;
  /** Asks for fetch, load and transform now and returns the run at once; a second call while one is active returns the same run. */
  refreshWeather: RefreshWeatherPayload;
  /**
   * Loads what was fetched in a range again, by the parser as it is now and without any call, and summarises; a second call for the
   * same while one is active returns the same run.
   */
  replay: ReplayPayload;
  /**
   * Loads again, without any call, the raw answers of which something is still refused, whenever they were fetched; what loads
   * without fault this time resolves its rejects. A second call for the same while one is active returns the same run.
   */
  retryRejects: RetryRejectsPayload;
  /**
   * Asks for history from the archive and returns the run at once; a second call for the same while one is active returns the same
   * run. Values of live sources are never overwritten.
   */
  startBackfill: StartBackfillPayload;
  /**
   * Follows cities: they are due at once. For those followed already the interval changes, and a pause ends. Nothing changes when
   * there are user errors.
   */
  trackCities: TrackCitiesPayload;
  /** Follows cities no longer; what is known of them stays. Nothing changes when there are user errors. */
  untrackCities: UntrackCitiesPayload;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationCancelRunArgs = {
  input: CancelRunInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationCreateAlertRuleArgs = {
  input: CreateAlertRuleInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationDeleteAlertRuleArgs = {
  input: DeleteAlertRuleInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationPlanBackfillArgs = {
  input: BackfillInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationRebuildSummariesArgs = {
  input: RebuildSummariesInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationRefreshWeatherArgs = {
  input: RefreshWeatherInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationReplayArgs = {
  input: ReplayInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationRetryRejectsArgs = {
  input: RetryRejectsInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationStartBackfillArgs = {
  input: BackfillInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationTrackCitiesArgs = {
  input: TrackCitiesInput;
};


/** Writes, for administrators: `Authorization: Bearer <administrator key>`. */
export type MutationUntrackCitiesArgs = {
  input: UntrackCitiesInput;
};

/** A point and a distance from it, along the great circle. */
export type NearPoint = {
  /** Degrees, −90 to 90, north positive. */
  latitude: Scalars['Float']['input'];
  /** Degrees, −180 to 180, east positive. */
  longitude: Scalars['Float']['input'];
  /** Kilometres, above 0 to 20,040. */
  radiusKm: Scalars['Float']['input'];
};

/** A city near another. */
export type NearbyCity = {
  __typename?: 'NearbyCity';
  /** Which city. */
  city: City;
  /** Distance along the great circle, km. */
  distanceKm: Scalars['Float']['output'];
};

/** What the days of a month, or around a day of the year, were like. */
export type Normal = {
  __typename?: 'Normal';
  /** Day of the month; null when the normal is of a month. */
  day?: Maybe<Scalars['Int']['output']>;
  /** Days that contributed. */
  days: Scalars['Int']['output'];
  /** Mean of the days' values; null when too few contributed. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** 1 to 12. */
  month: Scalars['Int']['output'];
  /** A quarter of the days had less (linear between values); null when too few contributed. */
  p25?: Maybe<Scalars['Float']['output']>;
  /** A quarter of the days had more (linear between values); null when too few contributed. */
  p75?: Maybe<Scalars['Float']['output']>;
  /** Standard deviation of the days' values (sample, n − 1), in `deviationUnit`; null when too few contributed. */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** Years that contributed; a window over the year's end belongs to the year of its centre. */
  years: Scalars['Int']['output'];
};

/** Which days a normal takes together. */
export type NormalPeriod =
  /** The days around a day of the year, over the year's end, too: 366 normals, 29 February among them. */
  | 'DAY_OF_YEAR'
  /** All days of a calendar month: 12 normals. */
  | 'MONTH';

/** The normals of one measure. */
export type Normals = {
  __typename?: 'Normals';
  /** The unit of differences: of temperatures K or °F, without an offset. */
  deviationUnit: Scalars['String']['output'];
  /** Of which value of a day. */
  measure: DayMeasure;
  /** 12 months or 366 days of the year, in the calendar's order; also those of which too little is known. */
  periods: Array<Normal>;
  /** The earliest day that contributed; null when none did. */
  since?: Maybe<Scalars['Date']['output']>;
  /** The unit of the values; of a standard deviation, `deviationUnit`. */
  unit: Scalars['String']['output'];
  /** The newest day that contributed; null when none did. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** The values of one source, city and instant, as the source gave them. */
export type Observation = {
  __typename?: 'Observation';
  /** 2 m above ground, °C, °F or K; null when not given. */
  airTemperature?: Maybe<Scalars['Float']['output']>;
  /** What the air feels like, °C, °F or K; null when not given. */
  apparentTemperature?: Maybe<Scalars['Float']['output']>;
  /** Where. */
  city: City;
  /** % of the sky (a fraction in SCIENTIFIC); null when not given. */
  cloudCover?: Maybe<Scalars['Float']['output']>;
  /** Weather conditions, the primary one first; empty when none was given. */
  conditions: Array<Condition>;
  /** °C, °F or K; null when neither given nor derivable. */
  dewPointTemperature?: Maybe<Scalars['Float']['output']>;
  /** When they were fetched. */
  fetchedAt: Scalars['DateTime']['output'];
  /** When they were checked and typed. */
  loadedAt: Scalars['DateTime']['output'];
  /** The instant the values are valid for. */
  observedAt: Scalars['DateTime']['output'];
  /** Of the preceding hour; null amounts where the source was silent. */
  precipitation: Precipitation;
  /** Air pressure. */
  pressure: Pressure;
  /** % (a fraction in SCIENTIFIC); null when not given. */
  relativeHumidity?: Maybe<Scalars['Float']['output']>;
  /** The run that fetched it; null once the payload's record was removed. */
  run?: Maybe<Run>;
  /** Where they come from, and on which terms. */
  source: SourceInfo;
  /** m (METRIC, SCIENTIFIC) or mi; null when not given. */
  visibility?: Maybe<Scalars['Float']['output']>;
  /** Wind. */
  wind: Wind;
};

/** A page of observations. */
export type ObservationConnection = {
  __typename?: 'ObservationConnection';
  /** Observations with their cursors. */
  edges: Array<ObservationEdge>;
  /** The observations alone. */
  nodes: Array<Observation>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An observation in a page. */
export type ObservationEdge = {
  __typename?: 'ObservationEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The observation. */
  node: Observation;
};

/** Which observations. */
export type ObservationFilter = {
  /** GeoNames ids, at most 500; unknown ones are passed over. */
  cityIds: Array<Scalars['ID']['input']>;
  /** The time up to now, at most P366D; not together with `range`. */
  past?: InputMaybe<Scalars['Duration']['input']>;
  /** From an instant to another, at most 366 days. */
  range?: InputMaybe<TimeRange>;
  /** Only from this source; all without it. */
  source?: InputMaybe<Source>;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

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

/** One row of the catalogue of what is measured. */
export type ParameterInfo = {
  __typename?: 'ParameterInfo';
  /** Where an observation shows it: pressure.meanSeaLevel. */
  field: Scalars['String']['output'];
  /** Greatest value that is believed, in that unit; higher ones are rejected when loading. */
  max: Scalars['Float']['output'];
  /** Least value that is believed, in that unit; lower ones are rejected when loading. */
  min: Scalars['Float']['output'];
  /** Which one. */
  parameter: Parameter;
  /** Standard name of the CF conventions. */
  standardName: Scalars['String']['output'];
  /** Its unit in the units asked for. */
  unit: Scalars['String']['output'];
};

/** A raw answer of a source, kept as it came. */
export type Payload = {
  __typename?: 'Payload';
  /** The body as text, its first 65,536 bytes; bytes that are no UTF-8 become U+FFFD. Null once retention removed it. */
  body?: Maybe<Scalars['String']['output']>;
  /** Length of the body in bytes; null once retention removed it. */
  bodyBytes?: Maybe<Scalars['Int']['output']>;
  /** What the answer said it is; null when it did not. */
  contentType?: Maybe<Scalars['String']['output']>;
  /** When it answered. */
  fetchedAt: Scalars['DateTime']['output'];
  /** HTTP status of the answer. */
  httpStatus: Scalars['Int']['output'];
  /** The payload's id. */
  id: Scalars['ID']['output'];
  /** When it was asked. */
  requestedAt: Scalars['DateTime']['output'];
  /** The run that fetched it; null once its record was removed. */
  run?: Maybe<Run>;
  /** Which source answered. */
  source: SourceInfo;
};

/** When a job runs next. */
export type PlannedRun = {
  __typename?: 'PlannedRun';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Which job. */
  job: Job;
};

/** Precipitation: of the preceding hour in an observation, of the whole hour or day in a summary. */
export type Precipitation = {
  __typename?: 'Precipitation';
  /**
   * Whether the amount was reported, or rests on a source's silence (IMPLIED_ZERO: sources leave out what did not fall);
   * null when there is no amount.
   */
  kind?: Maybe<ValueKind>;
  /** Rain, mm, in or kg/m²; null when not given. */
  rain?: Maybe<Scalars['Float']['output']>;
  /** Snow as water, mm, in or kg/m²; null when not given. */
  snow?: Maybe<Scalars['Float']['output']>;
  /** Rain and snow as water, mm, in or kg/m²; null when not given. */
  total?: Maybe<Scalars['Float']['output']>;
};

/** Air pressure. */
export type Pressure = {
  __typename?: 'Pressure';
  /** Reduced to sea level, hPa, inHg or Pa; null when not given. */
  meanSeaLevel?: Maybe<Scalars['Float']['output']>;
  /** At the ground, hPa, inHg or Pa; null when not given. */
  surface?: Maybe<Scalars['Float']['output']>;
};

/** How far a run is, in units of its own (cities, payloads, hours). */
export type Progress = {
  __typename?: 'Progress';
  /** Units done. */
  done: Scalars['Int']['output'];
  /** Units to do; 0 while unknown. */
  total: Scalars['Int']['output'];
};

/** How an hour's values came about. */
export type Quality = {
  __typename?: 'Quality';
  /** How it was filled; NONE when it was observed. */
  fillMethod: FillMethod;
  /** Length of the gap this hour lies in, hours; 0 when it was observed. */
  gapHours: Scalars['Int']['output'];
  /** OBSERVED; IMPLIED_ZERO when observed, with an amount of precipitation that rests on a source's silence; or FILLED. */
  kind: ValueKind;
};

/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type Query = {
  __typename?: 'Query';
  /** For administrators. Rules on the weather that raise alerts, by name. */
  alertRules: Array<AlertRule>;
  /** For administrators. What was worth telling an operator, newest first. */
  alerts: Array<Alert>;
  /** The world's cities, followed or not. */
  cities: CityConnection;
  /** A city by its GeoNames id; null when the catalogue has none of that id. */
  city?: Maybe<City>;
  /**
   * What a city's live sources said against reanalysis, in the hours that have both: one answer for each parameter of which
   * the values of an instant can be compared. Empty for a city the catalogue does not have.
   */
  compareSources: Array<SourceComparison>;
  /**
   * Daily summaries of many cities at once: city by city in the order of their ids, each city's by time. With neither `range` nor
   * `past`: what `City.dailySummaries` answers for each.
   */
  dailySummaries: DailySummaryConnection;
  /**
   * Moving averages of many cities at once: city by city in the order of their ids, each city's by time. With neither `range` nor
   * `past`: what `City.movingAverages` answers for each.
   */
  movingAverages: MovingAverageConnection;
  /**
   * Observations of many cities at once: city by city in the order of their ids, each city's by time. With neither `range` nor
   * `past`: what `City.observations` answers for each.
   */
  observations: ObservationConnection;
  /** What is measured, and in which unit it is answered. */
  parameters: Array<ParameterInfo>;
  /**
   * Cities in the order of a measure of a local day, or over a range of days. With neither `date` nor `range`: each city's
   * yesterday.
   */
  ranking: Array<RankedCity>;
  /** For administrators. What loads refused, newest first; `Run.rejects` has those of one run. */
  rejects: RejectConnection;
  /** One execution of a job; null when there is none of that id. */
  run?: Maybe<Run>;
  /** Executions of jobs, newest first. */
  runs: RunConnection;
  /**
   * Values of some cities as parallel arrays, for charts and data frames. The calendar has no holes: an interval without
   * values has nulls.
   */
  series: Array<Series>;
  /** For administrators. Who had which cities followed or not, newest first. */
  trackingChanges: TrackingChangeConnection;
  /** Who is asking, and what they may do. */
  viewer: Viewer;
  /** What this warehouse holds, and how it is doing. */
  warehouse: Warehouse;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryAlertsArgs = {
  before?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  onlyOpen: Scalars['Boolean']['input'];
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryCitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CityOrder>;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryCityArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryCompareSourcesArgs = {
  cityId: Scalars['ID']['input'];
  minHours: Scalars['Int']['input'];
  range: TimeRange;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryDailySummariesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  filter: DailySummaryFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryMovingAveragesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  filter: MovingAverageFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: SortDirection;
  filter: ObservationFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryParametersArgs = {
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryRankingArgs = {
  by: RankingMeasure;
  date?: InputMaybe<Scalars['Date']['input']>;
  direction: SortDirection;
  filter?: InputMaybe<CityFilter>;
  first: Scalars['Int']['input'];
  minCoverage: Scalars['Float']['input'];
  range?: InputMaybe<DateRange>;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryRejectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RejectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QuerySeriesArgs = {
  averageHours?: InputMaybe<Scalars['Int']['input']>;
  cityIds: Array<Scalars['ID']['input']>;
  fill: FillMethod;
  interval: Interval;
  maxGapHours: Scalars['Int']['input'];
  parameters: Array<Parameter>;
  range: TimeRange;
  units: Units;
};


/**
 * Reads. A thing that does not exist is null; a bad argument is an error with the code BAD_USER_INPUT that names the
 * argument, its value and its limit. Every answer carries `extensions.cost`: what the query was reckoned to cost, and the most
 * a query may.
 */
export type QueryTrackingChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Calls made to a source in a period. */
export type Quota = {
  __typename?: 'Quota';
  /** Calls allowed; 2147483647 when that many or more are. */
  limit: Scalars['Int']['output'];
  /** The UTC month, day or hour: 2026-11, 2026-11-24, 2026-11-24T09. */
  period: Scalars['String']['output'];
  /** When the period ends. */
  resetsAt: Scalars['DateTime']['output'];
  /** Which source. */
  source: Source;
  /** Calls made so far, weighted where the source weighs them. */
  used: Scalars['Int']['output'];
};

/**
 * Whether the cities followed fit what a source allows, in numbers; the command line's `plan` answers the same. Where they do
 * not fit, every interval stretches by the same factor.
 */
export type QuotaPlan = {
  __typename?: 'QuotaPlan';
  /** Calls a minute that are allowed in the long run: what is left of each period, spread evenly over what is left of its time. */
  callsPerMinuteAllowed: Scalars['Float']['output'];
  /** Calls that any single minute may have; weighted where the source weighs them. */
  callsPerMinuteLimit: Scalars['Float']['output'];
  /** Calls a minute that the cities' intervals ask for. */
  callsPerMinuteWanted: Scalars['Float']['output'];
  /** Calls in 31 days that the cities' intervals ask for. */
  callsPerMonthWanted: Scalars['BigCount']['output'];
  /** Cities that are followed and not paused. */
  cities: Scalars['Int']['output'];
  /** Whether the intervals are kept as asked. */
  fits: Scalars['Boolean']['output'];
  /** When the quota that stretches them begins anew; null when they fit, or a minute allows too few calls. */
  resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which source. */
  source: Source;
  /** The factor by which every interval is stretched; 1 when they fit. */
  stretch: Scalars['Float']['output'];
  /** Minutes that asking for every city once takes. */
  sweepMinutes: Scalars['Float']['output'];
};

/** A city's place in a ranking. */
export type RankedCity = {
  __typename?: 'RankedCity';
  /** Which city. */
  city: City;
  /** From 1; cities with equal values share a rank. */
  rank: Scalars['Int']['output'];
  /** The day that was compared; null when it was a range of days. */
  summary?: Maybe<DailySummary>;
  /** The unit of the value. */
  unit: Scalars['String']['output'];
  /** What was compared. */
  value: Scalars['Float']['output'];
};

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

/** Which hours to summarise again. */
export type RebuildSummariesInput = {
  /** GeoNames ids, at least one and at most 500; without it, of all cities. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Hours that start from an instant to another, at most 100 years. */
  range: TimeRange;
};

/** What came of asking to rebuild summaries. */
export type RebuildSummariesPayload = {
  __typename?: 'RebuildSummariesPayload';
  /** The run that was asked for, or the active one for the same; null when there are user errors. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when the run was asked for. */
  userErrors: Array<UserError>;
};

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

/** What to refresh. */
export type RefreshWeatherInput = {
  /** GeoNames ids of tracked cities, at most 500; without it, all tracked cities. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of asking for a refresh. */
export type RefreshWeatherPayload = {
  __typename?: 'RefreshWeatherPayload';
  /** The run that was asked for, or the active one; null when there are user errors. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when the run was asked for. */
  userErrors: Array<UserError>;
};

/** Something a load refused; the raw answer it was in is kept. */
export type Reject = {
  __typename?: 'Reject';
  /** When it was refused. */
  at: Scalars['DateTime']['output'];
  /** The city it was about. */
  city: City;
  /** The reason in a sentence. */
  detail: Scalars['String']['output'];
  /** The reject's id. */
  id: Scalars['ID']['output'];
  /** Where in the answer: main.temp, hourly.time[3]; null when it is the whole answer. */
  path?: Maybe<Scalars['String']['output']>;
  /** For administrators. The raw answer it was in; null once its record was removed. */
  payload?: Maybe<Payload>;
  /** Why. */
  reason: RejectReason;
  /** When a later load of the same answer accepted it; null while it stands. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run that refused it; null once its record was removed. */
  run?: Maybe<Run>;
  /** The value at fault, as JSON, cut at 200 characters; null when there is none to show. */
  value?: Maybe<Scalars['String']['output']>;
};

/** A page of rejects. */
export type RejectConnection = {
  __typename?: 'RejectConnection';
  /** Rejects with their cursors. */
  edges: Array<RejectEdge>;
  /** The rejects alone. */
  nodes: Array<Reject>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A reject in a page. */
export type RejectEdge = {
  __typename?: 'RejectEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The reject. */
  node: Reject;
};

/** Conditions on rejects; those given must all hold. */
export type RejectFilter = {
  /** GeoNames ids, at most 500; unknown ones are passed over. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only refused for this reason. */
  reason?: InputMaybe<RejectReason>;
  /** True: only those that a later load accepted. False: only those that stand. */
  resolved?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only refused by this run. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** Only refused at or after this instant. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
};

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

/** What to load again. */
export type ReplayInput = {
  /** GeoNames ids, at least one and at most 500; without it, of all cities. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When it was fetched, at most 100 years; not when the weather was. */
  range: TimeRange;
};

/** What came of asking for a replay. */
export type ReplayPayload = {
  __typename?: 'ReplayPayload';
  /** The run that was asked for, or the active one for the same; null when there are user errors. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when the run was asked for. */
  userErrors: Array<UserError>;
};

/** Which refusals to try again; without any condition, all that stand. */
export type RetryRejectsInput = {
  /** GeoNames ids, at least one and at most 500; without it, of all cities. */
  cityIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only refused for this reason. */
  reason?: InputMaybe<RejectReason>;
  /** Only refused by this run. */
  runId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of asking to try refusals again. */
export type RetryRejectsPayload = {
  __typename?: 'RetryRejectsPayload';
  /** The run that was asked for, or the active one for the same; null when there are user errors. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when the run was asked for. */
  userErrors: Array<UserError>;
};

/** What somebody may do. */
export type Role =
  /** Everything: also mutations, and fields for administrators. */
  | 'ADMIN'
  /** Ask queries and subscriptions. */
  | 'READ';

/** One execution of a job. */
export type Run = {
  __typename?: 'Run';
  /** For administrators. Who asked: the name of a key and an address, `cli`, `schedule` …; null when that was not written down. */
  askedBy?: Maybe<Scalars['String']['output']>;
  /** What it did. */
  counts: RunCounts;
  /** What went wrong, in a sentence; null when nothing did. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it ended; null before. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run's id. */
  id: Scalars['ID']['output'];
  /** What was done. */
  job: Job;
  /**
   * The observations that rest on what it fetched: of FETCH, REFRESH and BACKFILL, city by city in the order of their ids, each
   * city's by time. One that a later run fetched again is that run's. Loads and replays fetch nothing; what they made is in
   * `counts` and belongs to the runs whose answers they read.
   */
  observations: ObservationConnection;
  /** How far it is. */
  progress: Progress;
  /** What it refused, in the order it was met. */
  rejects: RejectConnection;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** When a worker began; null before. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: RunStatus;
  /** Why it came about. */
  trigger: RunTrigger;
  /** The part of time it was asked to work on; null when it was asked for no part. */
  window?: Maybe<RunWindow>;
};


/** One execution of a job. */
export type RunObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  units: Units;
};


/** One execution of a job. */
export type RunRejectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of runs. */
export type RunConnection = {
  __typename?: 'RunConnection';
  /** Runs with their cursors. */
  edges: Array<RunEdge>;
  /** The runs alone. */
  nodes: Array<Run>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** What a run did. */
export type RunCounts = {
  __typename?: 'RunCounts';
  /** Upstream calls made. */
  calls: Scalars['Int']['output'];
  /** Local days summarised. */
  daysSummarised: Scalars['Int']['output'];
  /** Hours summarised. */
  hoursSummarised: Scalars['Int']['output'];
  /** Observations that were new. */
  observationsInserted: Scalars['Int']['output'];
  /** Observations that were known already. */
  observationsUnchanged: Scalars['Int']['output'];
  /** Observations whose values changed. */
  observationsUpdated: Scalars['Int']['output'];
  /** Raw answers landed or read. */
  payloads: Scalars['Int']['output'];
  /** Items refused, with reasons. */
  rejects: Scalars['Int']['output'];
};

/** A run in a page. */
export type RunEdge = {
  __typename?: 'RunEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: Run;
};

/** Conditions on runs; those given must all hold. */
export type RunFilter = {
  /** Only this job. */
  job?: InputMaybe<Job>;
  /** Only those asked for at or after this instant. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only in this state. */
  status?: InputMaybe<RunStatus>;
};

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

/** The part of time a run works on, half-open: of a backfill and of rebuilt summaries the weather's, of a replay the fetches'. */
export type RunWindow = {
  __typename?: 'RunWindow';
  /** The first instant. */
  from: Scalars['DateTime']['output'];
  /** The first instant after it. */
  to: Scalars['DateTime']['output'];
};

/** One city's values: `columns[…].values[i]` belongs to `time[i]`. */
export type Series = {
  __typename?: 'Series';
  /** Where. */
  city: City;
  /** One for each parameter, in the order asked. */
  columns: Array<SeriesColumn>;
  /** Starts of the intervals, ascending. */
  time: Array<Scalars['DateTime']['output']>;
};

/** The values of one parameter. */
export type SeriesColumn = {
  __typename?: 'SeriesColumn';
  /** Which one. */
  parameter: Parameter;
  /** The unit of its values. */
  unit: Scalars['String']['output'];
  /**
   * One an interval, null where there is none: the mean of the hours, the sum of precipitation, rain and snow, the greatest
   * gust, the vector mean of where the wind comes from.
   */
  values: Array<Maybe<Scalars['Float']['output']>>;
};

/** The direction of an order. */
export type SortDirection =
  /** Smallest, earliest or nearest first. */
  | 'ASC'
  /** Largest, latest or farthest first. */
  | 'DESC';

/** Where values come from. */
export type Source =
  /** The built-in simulator: not weather that happened. */
  | 'DEMO'
  /** OpenWeatherMap's current weather. */
  | 'OPENWEATHERMAP'
  /** Open-Meteo: current weather, and reanalysis for history. */
  | 'OPEN_METEO';

/** A live source against reanalysis, of one parameter. */
export type SourceComparison = {
  __typename?: 'SourceComparison';
  /** Mean of live less reanalysis; null when too few hours have both. */
  bias?: Maybe<Scalars['Float']['output']>;
  /** Hours that have both; the figures rest on them. */
  hours: Scalars['Int']['output'];
  /** Hours with a live value. */
  liveHours: Scalars['Int']['output'];
  /** Mean absolute difference; null when too few hours have both. */
  meanAbsoluteError?: Maybe<Scalars['Float']['output']>;
  /** Which one. */
  parameter: Parameter;
  /** Hours with a value of reanalysis. */
  reanalysisHours: Scalars['Int']['output'];
  /** Root of the mean squared difference; null when too few hours have both. */
  rootMeanSquareError?: Maybe<Scalars['Float']['output']>;
  /** The unit of the figures: of temperatures K or °F, without an offset. */
  unit: Scalars['String']['output'];
};

/** A source and the terms of its data. */
export type SourceInfo = {
  __typename?: 'SourceInfo';
  /** The sentence that must stand beside the data. */
  attribution: Scalars['String']['output'];
  /** The licence of its data; null when there is none to state (simulated values). */
  licence?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Which one. */
  source: Source;
};

/** What came of asking for a backfill. */
export type StartBackfillPayload = {
  __typename?: 'StartBackfillPayload';
  /** The run that was asked for, or the active one for the same; null when there are user errors. */
  run?: Maybe<Run>;
  /** What the caller can mend; empty when the run was asked for. */
  userErrors: Array<UserError>;
};

/** Least, mean and greatest of a parameter. */
export type Statistic = {
  __typename?: 'Statistic';
  /** The greatest value; null when there was none. */
  max?: Maybe<Scalars['Float']['output']>;
  /** The mean; null when there was no value. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The least value; null when there was none. */
  min?: Maybe<Scalars['Float']['output']>;
};

/** A run of consecutive days. */
export type Streak = {
  __typename?: 'Streak';
  /** Its length. */
  days: Scalars['Int']['output'];
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The greatest value of its days. */
  max: Scalars['Float']['output'];
  /** True when nothing is known of the day before, or it lies outside the range: the run may have begun earlier. */
  mayBeginEarlier: Scalars['Boolean']['output'];
  /** True when nothing is known of the day after, or it lies outside the range: the run may have gone on. */
  mayEndLater: Scalars['Boolean']['output'];
  /** The least value of its days. */
  min: Scalars['Float']['output'];
  /** The last day. */
  to: Scalars['Date']['output'];
};

/** Conditions of days that have names. Thresholds are ETCCDI's (WMO) where it has one. */
export type StreakKind =
  /** Precipitation below 1 mm: dry days (ETCCDI CDD). */
  | 'DRY'
  /** Least temperature below 0 °C: frost days (ETCCDI FD). */
  | 'FROST'
  /** Greatest temperature at least 30 °C: hot days. */
  | 'HEAT_WAVE'
  /** Greatest temperature below 0 °C: ice days (ETCCDI ID). */
  | 'ICE'
  /** Greatest temperature above 25 °C: summer days (ETCCDI SU). */
  | 'SUMMER'
  /** Least temperature above 20 °C: tropical nights (ETCCDI TR). */
  | 'TROPICAL_NIGHTS'
  /** Precipitation at least 1 mm: wet days (ETCCDI CWD). */
  | 'WET';

/** Runs of days that meet a condition, and how much is known of the range. */
export type Streaks = {
  __typename?: 'Streaks';
  /** How. */
  comparison: Comparison;
  /** Days of the range of which it is known whether they meet the condition. */
  daysKnown: Scalars['Int']['output'];
  /** Known days that meet the condition, in runs of any length. */
  daysMet: Scalars['Int']['output'];
  /** Days of the range that are missing, thin or not over. */
  daysMissing: Scalars['Int']['output'];
  /** The longest run, the earliest of several; null when none is long enough. */
  longest?: Maybe<Streak>;
  /** Which value of a day was compared. */
  measure: DayMeasure;
  /** Runs that are long enough, earliest first. */
  streaks: Array<Streak>;
  /** With what. */
  threshold: Scalars['Float']['output'];
  /** The unit of threshold and values. */
  unit: Scalars['String']['output'];
};

/** Live answers, by WebSocket (graphql-transport-ws) at /graphql or by server-sent events at /graphql/stream. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Each observation of these cities as soon as it is stored, whichever process loaded it, and again when its source
   * corrects it. History and replays that change nothing are not news. After a break between server and database the
   * newest observation of each city is sent again, in case one was missed.
   */
  observationAdded: Observation;
  /**
   * The run as it stands and then each time its status, progress or counts change; it completes once the run has
   * finished. An unknown id is an error.
   */
  runProgress: Run;
};


/** Live answers, by WebSocket (graphql-transport-ws) at /graphql or by server-sent events at /graphql/stream. */
export type SubscriptionObservationAddedArgs = {
  cityIds: Array<Scalars['ID']['input']>;
  units: Units;
};


/** Live answers, by WebSocket (graphql-transport-ws) at /graphql or by server-sent events at /graphql/stream. */
export type SubscriptionRunProgressArgs = {
  id: Scalars['ID']['input'];
};

/** Half-open: `from` is included, `to` is not. At most 366 days, unless the field says otherwise. */
export type TimeRange = {
  /** The first instant. */
  from: Scalars['DateTime']['input'];
  /** The first instant after it. */
  to: Scalars['DateTime']['input'];
};

/** Which cities to follow, and how often. */
export type TrackCitiesInput = {
  /** GeoNames ids, at least one and at most 500. */
  cityIds: Array<Scalars['ID']['input']>;
  /** Minutes from one call to the next, 1 to 44640 (31 days); without it, what this warehouse is set to. */
  intervalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Where their weather is asked for; only the source in use is accepted, which it is without it. */
  source?: InputMaybe<Source>;
};

/** What came of following cities. */
export type TrackCitiesPayload = {
  __typename?: 'TrackCitiesPayload';
  /** The cities that are followed now, in the order given; empty when there are user errors. */
  cities: Array<City>;
  /** What all cities followed now ask of the source, and whether that fits: where it does not, intervals stretch. */
  plan: QuotaPlan;
  /** What the caller can mend; empty when the cities are followed. */
  userErrors: Array<UserError>;
};

/** How a city is followed. */
export type Tracking = {
  __typename?: 'Tracking';
  /** Calls that failed in a row; 0 when the last one succeeded. */
  failures: Scalars['Int']['output'];
  /** Minutes from one call to the next. */
  intervalMinutes: Scalars['Int']['output'];
  /** When it last was asked for with success; null before the first time. */
  lastFetchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Instant of its newest live observation; null before the first. */
  lastObservedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is next asked for; null while paused. */
  nextDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** True while it is not asked for. */
  paused: Scalars['Boolean']['output'];
  /** Where its weather is asked for. */
  source: Source;
};

/** A change of what is followed: one request that changed something. */
export type TrackingChange = {
  __typename?: 'TrackingChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who asked: the name of a key and an address (`ADMIN_KEY from 192.0.2.7`), `cli` or `startup`. */
  changedBy: Scalars['String']['output'];
  /** Which cities, in the order of their ids. */
  cityIds: Array<Scalars['ID']['output']>;
  /** The change's id. */
  id: Scalars['ID']['output'];
  /** Minutes from one call to the next; null when they were followed no longer. */
  intervalMinutes?: Maybe<Scalars['Int']['output']>;
  /** Where the cities are asked for from then on; null when they were followed no longer. */
  source?: Maybe<Source>;
};

/** A page of changes of what is followed. */
export type TrackingChangeConnection = {
  __typename?: 'TrackingChangeConnection';
  /** Changes with their cursors. */
  edges: Array<TrackingChangeEdge>;
  /** The changes alone. */
  nodes: Array<TrackingChange>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A change of what is followed, in a page. */
export type TrackingChangeEdge = {
  __typename?: 'TrackingChangeEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: TrackingChange;
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

/** Which cities to follow no longer. */
export type UntrackCitiesInput = {
  /** GeoNames ids, at least one and at most 500. */
  cityIds: Array<Scalars['ID']['input']>;
};

/** What came of following cities no longer. */
export type UntrackCitiesPayload = {
  __typename?: 'UntrackCitiesPayload';
  /** The cities that were followed and are no longer, in the order given; empty when there are user errors. */
  cities: Array<City>;
  /** What the caller can mend; empty when no city given is followed any more. */
  userErrors: Array<UserError>;
};

/** What the caller can mend. */
export type UserError = {
  __typename?: 'UserError';
  /**
   * Stable: NOT_FOUND, NOT_TRACKED, TOO_MANY, RANGE_BACKWARDS, RANGE_TOO_EARLY, RANGE_IN_FUTURE, RANGE_TOO_LONG,
   * INTERVAL_OUT_OF_BOUNDS, SOURCE_NOT_IN_USE, QUOTA_EXCEEDED, NOT_CANCELLABLE, INVALID, NAME_TAKEN.
   */
  code: Scalars['String']['output'];
  /** Path of the input field at fault: ["input", "cityIds", "0"]; null when it is no single field. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** A sentence. */
  message: Scalars['String']['output'];
};

/** How a value came about. */
export type ValueKind =
  /** Computed for an hour without observations, as `fill` asked. */
  | 'FILLED'
  /** Zero, because the source leaves out what did not fall. */
  | 'IMPLIED_ZERO'
  /** From what a source reported. */
  | 'OBSERVED';

/** Who is asking. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The name of the key that was sent; null when none was. Keys of the settings are named as those: ADMIN_KEY, READ_KEYS 1. */
  keyName?: Maybe<Scalars['String']['output']>;
  /** What they may do. */
  role: Role;
};

/** What the warehouse holds, and how it is doing. */
export type Warehouse = {
  __typename?: 'Warehouse';
  /** The newest result of each data check; empty before the first. */
  checks: Array<DataCheck>;
  /** Cities in the catalogue. */
  cities: Scalars['Int']['output'];
  /** True when the values are simulated. */
  demo: Scalars['Boolean']['output'];
  /** Instant of the earliest observation; null when there is none. */
  firstObservedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Instant of the newest observation; null when there is none. */
  lastObservedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When each scheduled job runs next; empty where this process runs none. */
  nextRuns: Array<PlannedRun>;
  /** Observations stored: counted up to about a million, beyond that the database's own estimate (within a few per cent). */
  observations: Scalars['BigCount']['output'];
  /** What the cities followed ask of the upstream source, against what it allows. */
  plan: QuotaPlan;
  /** Calls made to the upstream source in the periods that run now, against what is allowed. */
  quotas: Array<Quota>;
  /** Cities that are followed. */
  trackedCities: Scalars['Int']['output'];
};

/** An extreme, and the days that set it. */
export type WeatherRecord = {
  __typename?: 'WeatherRecord';
  /** The days that have it, earliest first; at most 10. */
  dates: Array<Scalars['Date']['output']>;
  /** Days it rests on: those that could have set it. */
  days: Scalars['Int']['output'];
  /** Which extreme. */
  kind: RecordKind;
  /** The earliest of them; null when there are none. */
  since?: Maybe<Scalars['Date']['output']>;
  /** How many days have it, to the thousandth of the metric unit. */
  ties: Scalars['Int']['output'];
  /** The unit of the value. */
  unit: Scalars['String']['output'];
  /** The newest of them; null when there are none. */
  until?: Maybe<Scalars['Date']['output']>;
  /** The value; null when no day has one. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** Wind, 10 m above ground. */
export type Wind = {
  __typename?: 'Wind';
  /** Where it comes from, degrees clockwise from north; null when not given. */
  fromDirection?: Maybe<Scalars['Float']['output']>;
  /** Gusts, m/s (METRIC, SCIENTIFIC) or mph; null when not given. Real reports exist in which it is below the speed. */
  gustSpeed?: Maybe<Scalars['Float']['output']>;
  /** m/s (METRIC, SCIENTIFIC) or mph; null when not given. */
  speed?: Maybe<Scalars['Float']['output']>;
};

/** What the N hours of a moving average are. */
export type WindowFrame =
  /** The hours that exist within the last N hours of the clock. */
  | 'RANGE'
  /** The last N hours of the calendar, filled as asked. */
  | 'ROWS';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Alert: ResolverTypeWrapper<Alert>;
  AlertComparison: AlertComparison;
  AlertKind: AlertKind;
  AlertRule: ResolverTypeWrapper<AlertRule>;
  AlertSubject: AlertSubject;
  Anomalies: ResolverTypeWrapper<Anomalies>;
  Anomaly: ResolverTypeWrapper<Anomaly>;
  BackfillInput: BackfillInput;
  BackfillPlanPayload: ResolverTypeWrapper<BackfillPlanPayload>;
  BigCount: ResolverTypeWrapper<Scalars['BigCount']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BoundingBox: BoundingBox;
  CancelRunInput: CancelRunInput;
  CancelRunPayload: ResolverTypeWrapper<RunPayloadNode>;
  City: ResolverTypeWrapper<CityNode>;
  CityConnection: ResolverTypeWrapper<ListedCities>;
  CityEdge: ResolverTypeWrapper<Omit<CityEdge, 'node'> & { node: ResolversTypes['City'] }>;
  CityFilter: CityFilter;
  CityOrder: CityOrder;
  CityOrderField: CityOrderField;
  Comparison: Comparison;
  Condition: ResolverTypeWrapper<Condition>;
  Coordinates: ResolverTypeWrapper<Coordinates>;
  Coverage: ResolverTypeWrapper<Coverage>;
  CreateAlertRuleInput: CreateAlertRuleInput;
  CreateAlertRulePayload: ResolverTypeWrapper<CreateAlertRulePayload>;
  DailySummary: ResolverTypeWrapper<DailySummaryNode>;
  DailySummaryConnection: ResolverTypeWrapper<Omit<DailySummaryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DailySummaryEdge']>, nodes: Array<ResolversTypes['DailySummary']> }>;
  DailySummaryEdge: ResolverTypeWrapper<Omit<DailySummaryEdge, 'node'> & { node: ResolversTypes['DailySummary'] }>;
  DailySummaryFilter: DailySummaryFilter;
  DataCheck: ResolverTypeWrapper<DataCheck>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateRange: DateRange;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayCondition: DayCondition;
  DayMeasure: DayMeasure;
  DegreeDays: ResolverTypeWrapper<DegreeDays>;
  DeleteAlertRuleInput: DeleteAlertRuleInput;
  DeleteAlertRulePayload: ResolverTypeWrapper<DeleteAlertRulePayload>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  FillMethod: FillMethod;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Forecast: ResolverTypeWrapper<ForecastNode>;
  ForecastPoint: ResolverTypeWrapper<ForecastPoint>;
  ForecastPrecipitation: ResolverTypeWrapper<ForecastPrecipitation>;
  ForecastSkill: ResolverTypeWrapper<ForecastSkill>;
  HourlySummary: ResolverTypeWrapper<HourlySummaryNode>;
  HourlySummaryConnection: ResolverTypeWrapper<Omit<HourlySummaryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['HourlySummaryEdge']>, nodes: Array<ResolversTypes['HourlySummary']> }>;
  HourlySummaryEdge: ResolverTypeWrapper<Omit<HourlySummaryEdge, 'node'> & { node: ResolversTypes['HourlySummary'] }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Interval: Interval;
  Job: Job;
  LeadSkill: ResolverTypeWrapper<LeadSkill>;
  MovingAverage: ResolverTypeWrapper<MovingAverageNode>;
  MovingAverageConnection: ResolverTypeWrapper<Omit<MovingAverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MovingAverageEdge']>, nodes: Array<ResolversTypes['MovingAverage']> }>;
  MovingAverageEdge: ResolverTypeWrapper<Omit<MovingAverageEdge, 'node'> & { node: ResolversTypes['MovingAverage'] }>;
  MovingAverageFilter: MovingAverageFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearPoint: NearPoint;
  NearbyCity: ResolverTypeWrapper<Omit<NearbyCity, 'city'> & { city: ResolversTypes['City'] }>;
  Normal: ResolverTypeWrapper<Normal>;
  NormalPeriod: NormalPeriod;
  Normals: ResolverTypeWrapper<Normals>;
  Observation: ResolverTypeWrapper<ObservationNode>;
  ObservationConnection: ResolverTypeWrapper<Omit<ObservationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ObservationEdge']>, nodes: Array<ResolversTypes['Observation']> }>;
  ObservationEdge: ResolverTypeWrapper<Omit<ObservationEdge, 'node'> & { node: ResolversTypes['Observation'] }>;
  ObservationFilter: ObservationFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Parameter: Parameter;
  ParameterInfo: ResolverTypeWrapper<ParameterInfo>;
  Payload: ResolverTypeWrapper<PayloadNode>;
  PlannedRun: ResolverTypeWrapper<PlannedRun>;
  Precipitation: ResolverTypeWrapper<Precipitation>;
  Pressure: ResolverTypeWrapper<Pressure>;
  Progress: ResolverTypeWrapper<Progress>;
  Quality: ResolverTypeWrapper<Quality>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<Quota>;
  QuotaPlan: ResolverTypeWrapper<QuotaPlan>;
  RankedCity: ResolverTypeWrapper<RankedCityNode>;
  RankingMeasure: RankingMeasure;
  RebuildSummariesInput: RebuildSummariesInput;
  RebuildSummariesPayload: ResolverTypeWrapper<RunPayloadNode>;
  RecordKind: RecordKind;
  RefreshWeatherInput: RefreshWeatherInput;
  RefreshWeatherPayload: ResolverTypeWrapper<RunPayloadNode>;
  Reject: ResolverTypeWrapper<RejectNode>;
  RejectConnection: ResolverTypeWrapper<Omit<RejectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RejectEdge']>, nodes: Array<ResolversTypes['Reject']> }>;
  RejectEdge: ResolverTypeWrapper<Omit<RejectEdge, 'node'> & { node: ResolversTypes['Reject'] }>;
  RejectFilter: RejectFilter;
  RejectReason: RejectReason;
  ReplayInput: ReplayInput;
  ReplayPayload: ResolverTypeWrapper<RunPayloadNode>;
  RetryRejectsInput: RetryRejectsInput;
  RetryRejectsPayload: ResolverTypeWrapper<RunPayloadNode>;
  Role: Role;
  Run: ResolverTypeWrapper<RunNode>;
  RunConnection: ResolverTypeWrapper<Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunEdge']>, nodes: Array<ResolversTypes['Run']> }>;
  RunCounts: ResolverTypeWrapper<RunCounts>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunFilter: RunFilter;
  RunStatus: RunStatus;
  RunTrigger: RunTrigger;
  RunWindow: ResolverTypeWrapper<RunWindow>;
  Series: ResolverTypeWrapper<Omit<Series, 'city'> & { city: ResolversTypes['City'] }>;
  SeriesColumn: ResolverTypeWrapper<SeriesColumn>;
  SortDirection: SortDirection;
  Source: Source;
  SourceComparison: ResolverTypeWrapper<SourceComparison>;
  SourceInfo: ResolverTypeWrapper<SourceInfo>;
  StartBackfillPayload: ResolverTypeWrapper<RunPayloadNode>;
  Statistic: ResolverTypeWrapper<Statistic>;
  Streak: ResolverTypeWrapper<Streak>;
  StreakKind: StreakKind;
  Streaks: ResolverTypeWrapper<Streaks>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeRange: TimeRange;
  TrackCitiesInput: TrackCitiesInput;
  TrackCitiesPayload: ResolverTypeWrapper<TrackCitiesNode>;
  Tracking: ResolverTypeWrapper<Tracking>;
  TrackingChange: ResolverTypeWrapper<TrackingChange>;
  TrackingChangeConnection: ResolverTypeWrapper<TrackingChangeConnection>;
  TrackingChangeEdge: ResolverTypeWrapper<TrackingChangeEdge>;
  Units: Units;
  UntrackCitiesInput: UntrackCitiesInput;
  UntrackCitiesPayload: ResolverTypeWrapper<CitiesPayloadNode>;
  UserError: ResolverTypeWrapper<UserError>;
  ValueKind: ValueKind;
  Viewer: ResolverTypeWrapper<Viewer>;
  Warehouse: ResolverTypeWrapper<WarehouseNode>;
  WeatherRecord: ResolverTypeWrapper<WeatherRecord>;
  Wind: ResolverTypeWrapper<Wind>;
  WindowFrame: WindowFrame;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Alert: Alert;
  AlertRule: AlertRule;
  Anomalies: Anomalies;
  Anomaly: Anomaly;
  BackfillInput: BackfillInput;
  BackfillPlanPayload: BackfillPlanPayload;
  BigCount: Scalars['BigCount']['output'];
  Boolean: Scalars['Boolean']['output'];
  BoundingBox: BoundingBox;
  CancelRunInput: CancelRunInput;
  CancelRunPayload: RunPayloadNode;
  City: CityNode;
  CityConnection: ListedCities;
  CityEdge: Omit<CityEdge, 'node'> & { node: ResolversParentTypes['City'] };
  CityFilter: CityFilter;
  CityOrder: CityOrder;
  Condition: Condition;
  Coordinates: Coordinates;
  Coverage: Coverage;
  CreateAlertRuleInput: CreateAlertRuleInput;
  CreateAlertRulePayload: CreateAlertRulePayload;
  DailySummary: DailySummaryNode;
  DailySummaryConnection: Omit<DailySummaryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DailySummaryEdge']>, nodes: Array<ResolversParentTypes['DailySummary']> };
  DailySummaryEdge: Omit<DailySummaryEdge, 'node'> & { node: ResolversParentTypes['DailySummary'] };
  DailySummaryFilter: DailySummaryFilter;
  DataCheck: DataCheck;
  Date: Scalars['Date']['output'];
  DateRange: DateRange;
  DateTime: Scalars['DateTime']['output'];
  DayCondition: DayCondition;
  DegreeDays: DegreeDays;
  DeleteAlertRuleInput: DeleteAlertRuleInput;
  DeleteAlertRulePayload: DeleteAlertRulePayload;
  Duration: Scalars['Duration']['output'];
  Float: Scalars['Float']['output'];
  Forecast: ForecastNode;
  ForecastPoint: ForecastPoint;
  ForecastPrecipitation: ForecastPrecipitation;
  ForecastSkill: ForecastSkill;
  HourlySummary: HourlySummaryNode;
  HourlySummaryConnection: Omit<HourlySummaryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['HourlySummaryEdge']>, nodes: Array<ResolversParentTypes['HourlySummary']> };
  HourlySummaryEdge: Omit<HourlySummaryEdge, 'node'> & { node: ResolversParentTypes['HourlySummary'] };
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  LeadSkill: LeadSkill;
  MovingAverage: MovingAverageNode;
  MovingAverageConnection: Omit<MovingAverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MovingAverageEdge']>, nodes: Array<ResolversParentTypes['MovingAverage']> };
  MovingAverageEdge: Omit<MovingAverageEdge, 'node'> & { node: ResolversParentTypes['MovingAverage'] };
  MovingAverageFilter: MovingAverageFilter;
  Mutation: Record<PropertyKey, never>;
  NearPoint: NearPoint;
  NearbyCity: Omit<NearbyCity, 'city'> & { city: ResolversParentTypes['City'] };
  Normal: Normal;
  Normals: Normals;
  Observation: ObservationNode;
  ObservationConnection: Omit<ObservationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ObservationEdge']>, nodes: Array<ResolversParentTypes['Observation']> };
  ObservationEdge: Omit<ObservationEdge, 'node'> & { node: ResolversParentTypes['Observation'] };
  ObservationFilter: ObservationFilter;
  PageInfo: PageInfo;
  ParameterInfo: ParameterInfo;
  Payload: PayloadNode;
  PlannedRun: PlannedRun;
  Precipitation: Precipitation;
  Pressure: Pressure;
  Progress: Progress;
  Quality: Quality;
  Query: Record<PropertyKey, never>;
  Quota: Quota;
  QuotaPlan: QuotaPlan;
  RankedCity: RankedCityNode;
  RebuildSummariesInput: RebuildSummariesInput;
  RebuildSummariesPayload: RunPayloadNode;
  RefreshWeatherInput: RefreshWeatherInput;
  RefreshWeatherPayload: RunPayloadNode;
  Reject: RejectNode;
  RejectConnection: Omit<RejectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RejectEdge']>, nodes: Array<ResolversParentTypes['Reject']> };
  RejectEdge: Omit<RejectEdge, 'node'> & { node: ResolversParentTypes['Reject'] };
  RejectFilter: RejectFilter;
  ReplayInput: ReplayInput;
  ReplayPayload: RunPayloadNode;
  RetryRejectsInput: RetryRejectsInput;
  RetryRejectsPayload: RunPayloadNode;
  Run: RunNode;
  RunConnection: Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RunEdge']>, nodes: Array<ResolversParentTypes['Run']> };
  RunCounts: RunCounts;
  RunEdge: Omit<RunEdge, 'node'> & { node: ResolversParentTypes['Run'] };
  RunFilter: RunFilter;
  RunWindow: RunWindow;
  Series: Omit<Series, 'city'> & { city: ResolversParentTypes['City'] };
  SeriesColumn: SeriesColumn;
  SourceComparison: SourceComparison;
  SourceInfo: SourceInfo;
  StartBackfillPayload: RunPayloadNode;
  Statistic: Statistic;
  Streak: Streak;
  Streaks: Streaks;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  TrackCitiesInput: TrackCitiesInput;
  TrackCitiesPayload: TrackCitiesNode;
  Tracking: Tracking;
  TrackingChange: TrackingChange;
  TrackingChangeConnection: TrackingChangeConnection;
  TrackingChangeEdge: TrackingChangeEdge;
  UntrackCitiesInput: UntrackCitiesInput;
  UntrackCitiesPayload: CitiesPayloadNode;
  UserError: UserError;
  Viewer: Viewer;
  Warehouse: WarehouseNode;
  WeatherRecord: WeatherRecord;
  Wind: Wind;
};

export type AlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveryError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AlertKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlertRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule']> = {
  cityIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  comparison?: Resolver<ResolversTypes['AlertComparison'], ParentType, ContextType>;
  countryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hoursAhead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameter?: Resolver<ResolversTypes['Parameter'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['AlertSubject'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AnomaliesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Anomalies'] = ResolversParentTypes['Anomalies']> = {
  days?: Resolver<Array<ResolversTypes['Anomaly']>, ParentType, ContextType>;
  deviationUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['DayMeasure'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnomalyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Anomaly'] = ResolversParentTypes['Anomaly']> = {
  anomaly?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  normal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardised?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  years?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BackfillPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BackfillPlanPayload'] = ResolversParentTypes['BackfillPlanPayload']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  fits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface BigCountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigCount'], any> {
  name: 'BigCount';
}

export type CancelRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelRunPayload'] = ResolversParentTypes['CancelRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['City'] = ResolversParentTypes['City']> = {
  admin1Code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  anomalies?: Resolver<Array<ResolversTypes['Anomalies']>, ParentType, ContextType, RequireFields<CityAnomaliesArgs, 'measures' | 'minCoverage' | 'minDays' | 'minYears' | 'range' | 'units' | 'windowDays'>>;
  coordinates?: Resolver<ResolversTypes['Coordinates'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dailySummaries?: Resolver<ResolversTypes['DailySummaryConnection'], ParentType, ContextType, RequireFields<CityDailySummariesArgs, 'direction' | 'units'>>;
  degreeDays?: Resolver<ResolversTypes['DegreeDays'], ParentType, ContextType, RequireFields<CityDegreeDaysArgs, 'maxMissingDays' | 'minCoverage' | 'range' | 'units'>>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType, RequireFields<CityForecastArgs, 'units'>>;
  forecastAhead?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType, RequireFields<CityForecastAheadArgs, 'hours' | 'range' | 'units'>>;
  forecastSkill?: Resolver<Array<ResolversTypes['ForecastSkill']>, ParentType, ContextType, RequireFields<CityForecastSkillArgs, 'minHours' | 'parameters' | 'range' | 'stepHours' | 'units'>>;
  hourlySummaries?: Resolver<ResolversTypes['HourlySummaryConnection'], ParentType, ContextType, RequireFields<CityHourlySummariesArgs, 'direction' | 'fill' | 'maxGapHours' | 'units'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latestObservation?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType, RequireFields<CityLatestObservationArgs, 'units'>>;
  movingAverages?: Resolver<ResolversTypes['MovingAverageConnection'], ParentType, ContextType, RequireFields<CityMovingAveragesArgs, 'direction' | 'fill' | 'frame' | 'maxGapHours' | 'minCoverage' | 'units' | 'windowHours'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nearby?: Resolver<Array<ResolversTypes['NearbyCity']>, ParentType, ContextType, RequireFields<CityNearbyArgs, 'first' | 'radiusKm'>>;
  normals?: Resolver<Array<ResolversTypes['Normals']>, ParentType, ContextType, RequireFields<CityNormalsArgs, 'by' | 'measures' | 'minCoverage' | 'minDays' | 'minYears' | 'units' | 'windowDays'>>;
  observations?: Resolver<ResolversTypes['ObservationConnection'], ParentType, ContextType, RequireFields<CityObservationsArgs, 'direction' | 'units'>>;
  population?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['WeatherRecord']>, ParentType, ContextType, RequireFields<CityRecordsArgs, 'minCoverage' | 'units'>>;
  streaks?: Resolver<ResolversTypes['Streaks'], ParentType, ContextType, RequireFields<CityStreaksArgs, 'minCoverage' | 'minDays' | 'range' | 'units'>>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tracking?: Resolver<Maybe<ResolversTypes['Tracking']>, ParentType, ContextType>;
};

export type CityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CityConnection'] = ResolversParentTypes['CityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['City']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CityEdge'] = ResolversParentTypes['CityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  code?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CoordinatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coordinates'] = ResolversParentTypes['Coordinates']> = {
  elevation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expectedHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observedHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CreateAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAlertRulePayload'] = ResolversParentTypes['CreateAlertRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DailySummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailySummary'] = ResolversParentTypes['DailySummary']> = {
  airTemperature?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  airTemperatureMaxAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  airTemperatureMinAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  apparentTemperature?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  cloudCoverMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coolingDegreeDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dewPointTemperatureMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  heatingDegreeDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['HourlySummaryConnection'], ParentType, ContextType, RequireFields<DailySummaryHoursArgs, 'direction' | 'units'>>;
  meanSeaLevelPressure?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  precipitation?: Resolver<ResolversTypes['Precipitation'], ParentType, ContextType>;
  relativeHumidity?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceInfo']>, ParentType, ContextType>;
  summarisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windFromDirection?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windGustSpeedMax?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windSpeed?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
};

export type DailySummaryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailySummaryConnection'] = ResolversParentTypes['DailySummaryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DailySummaryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DailySummary']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DailySummaryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailySummaryEdge'] = ResolversParentTypes['DailySummaryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DailySummary'], ParentType, ContextType>;
};

export type DataCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataCheck'] = ResolversParentTypes['DataCheck']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DegreeDaysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DegreeDays'] = ResolversParentTypes['DegreeDays']> = {
  base?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  baseUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cooling?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  daysMissing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  growing?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  growingBase?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  growingCap?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  heating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeleteAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAlertRulePayload'] = ResolversParentTypes['DeleteAlertRulePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type ForecastResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast']> = {
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SourceInfo'], ParentType, ContextType>;
};

export type ForecastPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastPoint'] = ResolversParentTypes['ForecastPoint']> = {
  airTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  apparentTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cloudCover?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conditions?: Resolver<Array<ResolversTypes['Condition']>, ParentType, ContextType>;
  dewPointTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  precipitation?: Resolver<ResolversTypes['ForecastPrecipitation'], ParentType, ContextType>;
  pressure?: Resolver<ResolversTypes['Pressure'], ParentType, ContextType>;
  relativeHumidity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  validAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  wind?: Resolver<ResolversTypes['Wind'], ParentType, ContextType>;
};

export type ForecastPrecipitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastPrecipitation'] = ResolversParentTypes['ForecastPrecipitation']> = {
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rain?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  snow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ForecastSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastSkill'] = ResolversParentTypes['ForecastSkill']> = {
  leads?: Resolver<Array<ResolversTypes['LeadSkill']>, ParentType, ContextType>;
  parameter?: Resolver<ResolversTypes['Parameter'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HourlySummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HourlySummary'] = ResolversParentTypes['HourlySummary']> = {
  airTemperature?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  apparentTemperature?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  cloudCoverMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  meanSeaLevelPressure?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['ObservationConnection'], ParentType, ContextType, RequireFields<HourlySummaryObservationsArgs, 'direction' | 'units'>>;
  precipitation?: Resolver<ResolversTypes['Precipitation'], ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['Quality'], ParentType, ContextType>;
  relativeHumidity?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['SourceInfo']>, ParentType, ContextType>;
  windFromDirection?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windGustSpeedMax?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windSpeed?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
};

export type HourlySummaryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HourlySummaryConnection'] = ResolversParentTypes['HourlySummaryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HourlySummaryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HourlySummary']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HourlySummaryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HourlySummaryEdge'] = ResolversParentTypes['HourlySummaryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HourlySummary'], ParentType, ContextType>;
};

export type LeadSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeadSkill'] = ResolversParentTypes['LeadSkill']> = {
  bias?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  forecasts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanAbsoluteError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rootMeanSquareError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  toHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovingAverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovingAverage'] = ResolversParentTypes['MovingAverage']> = {
  airTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  apparentTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  filledHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  meanSeaLevelPressure?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  observedHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relativeHumidity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windSpeed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windowHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovingAverageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovingAverageConnection'] = ResolversParentTypes['MovingAverageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovingAverageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MovingAverage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MovingAverageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovingAverageEdge'] = ResolversParentTypes['MovingAverageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MovingAverage'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelRun?: Resolver<ResolversTypes['CancelRunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  createAlertRule?: Resolver<ResolversTypes['CreateAlertRulePayload'], ParentType, ContextType, RequireFields<MutationCreateAlertRuleArgs, 'input'>>;
  deleteAlertRule?: Resolver<ResolversTypes['DeleteAlertRulePayload'], ParentType, ContextType, RequireFields<MutationDeleteAlertRuleArgs, 'input'>>;
  planBackfill?: Resolver<ResolversTypes['BackfillPlanPayload'], ParentType, ContextType, RequireFields<MutationPlanBackfillArgs, 'input'>>;
  rebuildSummaries?: Resolver<ResolversTypes['RebuildSummariesPayload'], ParentType, ContextType, RequireFields<MutationRebuildSummariesArgs, 'input'>>;
  refreshWeather?: Resolver<ResolversTypes['RefreshWeatherPayload'], ParentType, ContextType, RequireFields<MutationRefreshWeatherArgs, 'input'>>;
  replay?: Resolver<ResolversTypes['ReplayPayload'], ParentType, ContextType, RequireFields<MutationReplayArgs, 'input'>>;
  retryRejects?: Resolver<ResolversTypes['RetryRejectsPayload'], ParentType, ContextType, RequireFields<MutationRetryRejectsArgs, 'input'>>;
  startBackfill?: Resolver<ResolversTypes['StartBackfillPayload'], ParentType, ContextType, RequireFields<MutationStartBackfillArgs, 'input'>>;
  trackCities?: Resolver<ResolversTypes['TrackCitiesPayload'], ParentType, ContextType, RequireFields<MutationTrackCitiesArgs, 'input'>>;
  untrackCities?: Resolver<ResolversTypes['UntrackCitiesPayload'], ParentType, ContextType, RequireFields<MutationUntrackCitiesArgs, 'input'>>;
};

export type NearbyCityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NearbyCity'] = ResolversParentTypes['NearbyCity']> = {
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  distanceKm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type NormalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Normal'] = ResolversParentTypes['Normal']> = {
  day?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p25?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p75?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  years?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NormalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Normals'] = ResolversParentTypes['Normals']> = {
  deviationUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['DayMeasure'], ParentType, ContextType>;
  periods?: Resolver<Array<ResolversTypes['Normal']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ObservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Observation'] = ResolversParentTypes['Observation']> = {
  airTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  apparentTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  cloudCover?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conditions?: Resolver<Array<ResolversTypes['Condition']>, ParentType, ContextType>;
  dewPointTemperature?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loadedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  precipitation?: Resolver<ResolversTypes['Precipitation'], ParentType, ContextType>;
  pressure?: Resolver<ResolversTypes['Pressure'], ParentType, ContextType>;
  relativeHumidity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SourceInfo'], ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  wind?: Resolver<ResolversTypes['Wind'], ParentType, ContextType>;
};

export type ObservationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObservationConnection'] = ResolversParentTypes['ObservationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ObservationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Observation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ObservationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObservationEdge'] = ResolversParentTypes['ObservationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParameterInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParameterInfo'] = ResolversParentTypes['ParameterInfo']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parameter?: Resolver<ResolversTypes['Parameter'], ParentType, ContextType>;
  standardName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bodyBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  contentType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  httpStatus?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SourceInfo'], ParentType, ContextType>;
};

export type PlannedRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedRun'] = ResolversParentTypes['PlannedRun']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type PrecipitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Precipitation'] = ResolversParentTypes['Precipitation']> = {
  kind?: Resolver<Maybe<ResolversTypes['ValueKind']>, ParentType, ContextType>;
  rain?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  snow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PressureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pressure'] = ResolversParentTypes['Pressure']> = {
  meanSeaLevel?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  surface?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QualityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quality'] = ResolversParentTypes['Quality']> = {
  fillMethod?: Resolver<ResolversTypes['FillMethod'], ParentType, ContextType>;
  gapHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ValueKind'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  alerts?: Resolver<Array<ResolversTypes['Alert']>, ParentType, ContextType, RequireFields<QueryAlertsArgs, 'first' | 'onlyOpen'>>;
  cities?: Resolver<ResolversTypes['CityConnection'], ParentType, ContextType, Partial<QueryCitiesArgs>>;
  city?: Resolver<Maybe<ResolversTypes['City']>, ParentType, ContextType, RequireFields<QueryCityArgs, 'id'>>;
  compareSources?: Resolver<Array<ResolversTypes['SourceComparison']>, ParentType, ContextType, RequireFields<QueryCompareSourcesArgs, 'cityId' | 'minHours' | 'range' | 'units'>>;
  dailySummaries?: Resolver<ResolversTypes['DailySummaryConnection'], ParentType, ContextType, RequireFields<QueryDailySummariesArgs, 'direction' | 'filter' | 'units'>>;
  movingAverages?: Resolver<ResolversTypes['MovingAverageConnection'], ParentType, ContextType, RequireFields<QueryMovingAveragesArgs, 'direction' | 'filter' | 'units'>>;
  observations?: Resolver<ResolversTypes['ObservationConnection'], ParentType, ContextType, RequireFields<QueryObservationsArgs, 'direction' | 'filter' | 'units'>>;
  parameters?: Resolver<Array<ResolversTypes['ParameterInfo']>, ParentType, ContextType, RequireFields<QueryParametersArgs, 'units'>>;
  ranking?: Resolver<Array<ResolversTypes['RankedCity']>, ParentType, ContextType, RequireFields<QueryRankingArgs, 'by' | 'direction' | 'first' | 'minCoverage' | 'units'>>;
  rejects?: Resolver<ResolversTypes['RejectConnection'], ParentType, ContextType, Partial<QueryRejectsArgs>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, Partial<QueryRunsArgs>>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<QuerySeriesArgs, 'cityIds' | 'fill' | 'interval' | 'maxGapHours' | 'parameters' | 'range' | 'units'>>;
  trackingChanges?: Resolver<ResolversTypes['TrackingChangeConnection'], ParentType, ContextType, Partial<QueryTrackingChangesArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type QuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resetsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuotaPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuotaPlan'] = ResolversParentTypes['QuotaPlan']> = {
  callsPerMinuteAllowed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  callsPerMinuteLimit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  callsPerMinuteWanted?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  callsPerMonthWanted?: Resolver<ResolversTypes['BigCount'], ParentType, ContextType>;
  cities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stretch?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sweepMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RankedCityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankedCity'] = ResolversParentTypes['RankedCity']> = {
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['DailySummary']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RebuildSummariesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RebuildSummariesPayload'] = ResolversParentTypes['RebuildSummariesPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RefreshWeatherPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshWeatherPayload'] = ResolversParentTypes['RefreshWeatherPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RejectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reject'] = ResolversParentTypes['Reject']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['Payload']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RejectReason'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RejectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectConnection'] = ResolversParentTypes['RejectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RejectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RejectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectEdge'] = ResolversParentTypes['RejectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reject'], ParentType, ContextType>;
};

export type ReplayPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayPayload'] = ResolversParentTypes['ReplayPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryRejectsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryRejectsPayload'] = ResolversParentTypes['RetryRejectsPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  askedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['RunCounts'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['ObservationConnection'], ParentType, ContextType, RequireFields<RunObservationsArgs, 'units'>>;
  progress?: Resolver<ResolversTypes['Progress'], ParentType, ContextType>;
  rejects?: Resolver<ResolversTypes['RejectConnection'], ParentType, ContextType, Partial<RunRejectsArgs>>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['RunTrigger'], ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['RunWindow']>, ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RunCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunCounts'] = ResolversParentTypes['RunCounts']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysSummarised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hoursSummarised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observationsInserted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observationsUnchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observationsUpdated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  payloads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunWindow'] = ResolversParentTypes['RunWindow']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType>;
  columns?: Resolver<Array<ResolversTypes['SeriesColumn']>, ParentType, ContextType>;
  time?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SeriesColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeriesColumn'] = ResolversParentTypes['SeriesColumn']> = {
  parameter?: Resolver<ResolversTypes['Parameter'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type SourceComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceComparison'] = ResolversParentTypes['SourceComparison']> = {
  bias?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  liveHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanAbsoluteError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  parameter?: Resolver<ResolversTypes['Parameter'], ParentType, ContextType>;
  reanalysisHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rootMeanSquareError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceInfo'] = ResolversParentTypes['SourceInfo']> = {
  attribution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type StartBackfillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartBackfillPayload'] = ResolversParentTypes['StartBackfillPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statistic'] = ResolversParentTypes['Statistic']> = {
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StreakResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Streak'] = ResolversParentTypes['Streak']> = {
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mayBeginEarlier?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayEndLater?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type StreaksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Streaks'] = ResolversParentTypes['Streaks']> = {
  comparison?: Resolver<ResolversTypes['Comparison'], ParentType, ContextType>;
  daysKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysMet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysMissing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  longest?: Resolver<Maybe<ResolversTypes['Streak']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['DayMeasure'], ParentType, ContextType>;
  streaks?: Resolver<Array<ResolversTypes['Streak']>, ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  observationAdded?: SubscriptionResolver<ResolversTypes['Observation'], "observationAdded", ParentType, ContextType, RequireFields<SubscriptionObservationAddedArgs, 'cityIds' | 'units'>>;
  runProgress?: SubscriptionResolver<ResolversTypes['Run'], "runProgress", ParentType, ContextType, RequireFields<SubscriptionRunProgressArgs, 'id'>>;
};

export type TrackCitiesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackCitiesPayload'] = ResolversParentTypes['TrackCitiesPayload']> = {
  cities?: Resolver<Array<ResolversTypes['City']>, ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['QuotaPlan'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrackingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tracking'] = ResolversParentTypes['Tracking']> = {
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  intervalMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastFetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastObservedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type TrackingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingChange'] = ResolversParentTypes['TrackingChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cityIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intervalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type TrackingChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingChangeConnection'] = ResolversParentTypes['TrackingChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrackingChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TrackingChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TrackingChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingChangeEdge'] = ResolversParentTypes['TrackingChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TrackingChange'], ParentType, ContextType>;
};

export type UntrackCitiesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UntrackCitiesPayload'] = ResolversParentTypes['UntrackCitiesPayload']> = {
  cities?: Resolver<Array<ResolversTypes['City']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  keyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WarehouseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Warehouse'] = ResolversParentTypes['Warehouse']> = {
  checks?: Resolver<Array<ResolversTypes['DataCheck']>, ParentType, ContextType>;
  cities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstObservedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastObservedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextRuns?: Resolver<Array<ResolversTypes['PlannedRun']>, ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['BigCount'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['QuotaPlan'], ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  trackedCities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WeatherRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WeatherRecord'] = ResolversParentTypes['WeatherRecord']> = {
  dates?: Resolver<Array<ResolversTypes['Date']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RecordKind'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ties?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type WindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wind'] = ResolversParentTypes['Wind']> = {
  fromDirection?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gustSpeed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  speed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Alert?: AlertResolvers<ContextType>;
  AlertRule?: AlertRuleResolvers<ContextType>;
  Anomalies?: AnomaliesResolvers<ContextType>;
  Anomaly?: AnomalyResolvers<ContextType>;
  BackfillPlanPayload?: BackfillPlanPayloadResolvers<ContextType>;
  BigCount?: GraphQLScalarType;
  CancelRunPayload?: CancelRunPayloadResolvers<ContextType>;
  City?: CityResolvers<ContextType>;
  CityConnection?: CityConnectionResolvers<ContextType>;
  CityEdge?: CityEdgeResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CreateAlertRulePayload?: CreateAlertRulePayloadResolvers<ContextType>;
  DailySummary?: DailySummaryResolvers<ContextType>;
  DailySummaryConnection?: DailySummaryConnectionResolvers<ContextType>;
  DailySummaryEdge?: DailySummaryEdgeResolvers<ContextType>;
  DataCheck?: DataCheckResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DegreeDays?: DegreeDaysResolvers<ContextType>;
  DeleteAlertRulePayload?: DeleteAlertRulePayloadResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastPoint?: ForecastPointResolvers<ContextType>;
  ForecastPrecipitation?: ForecastPrecipitationResolvers<ContextType>;
  ForecastSkill?: ForecastSkillResolvers<ContextType>;
  HourlySummary?: HourlySummaryResolvers<ContextType>;
  HourlySummaryConnection?: HourlySummaryConnectionResolvers<ContextType>;
  HourlySummaryEdge?: HourlySummaryEdgeResolvers<ContextType>;
  LeadSkill?: LeadSkillResolvers<ContextType>;
  MovingAverage?: MovingAverageResolvers<ContextType>;
  MovingAverageConnection?: MovingAverageConnectionResolvers<ContextType>;
  MovingAverageEdge?: MovingAverageEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NearbyCity?: NearbyCityResolvers<ContextType>;
  Normal?: NormalResolvers<ContextType>;
  Normals?: NormalsResolvers<ContextType>;
  Observation?: ObservationResolvers<ContextType>;
  ObservationConnection?: ObservationConnectionResolvers<ContextType>;
  ObservationEdge?: ObservationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParameterInfo?: ParameterInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  PlannedRun?: PlannedRunResolvers<ContextType>;
  Precipitation?: PrecipitationResolvers<ContextType>;
  Pressure?: PressureResolvers<ContextType>;
  Progress?: ProgressResolvers<ContextType>;
  Quality?: QualityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  QuotaPlan?: QuotaPlanResolvers<ContextType>;
  RankedCity?: RankedCityResolvers<ContextType>;
  RebuildSummariesPayload?: RebuildSummariesPayloadResolvers<ContextType>;
  RefreshWeatherPayload?: RefreshWeatherPayloadResolvers<ContextType>;
  Reject?: RejectResolvers<ContextType>;
  RejectConnection?: RejectConnectionResolvers<ContextType>;
  RejectEdge?: RejectEdgeResolvers<ContextType>;
  ReplayPayload?: ReplayPayloadResolvers<ContextType>;
  RetryRejectsPayload?: RetryRejectsPayloadResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunCounts?: RunCountsResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunWindow?: RunWindowResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesColumn?: SeriesColumnResolvers<ContextType>;
  SourceComparison?: SourceComparisonResolvers<ContextType>;
  SourceInfo?: SourceInfoResolvers<ContextType>;
  StartBackfillPayload?: StartBackfillPayloadResolvers<ContextType>;
  Statistic?: StatisticResolvers<ContextType>;
  Streak?: StreakResolvers<ContextType>;
  Streaks?: StreaksResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TrackCitiesPayload?: TrackCitiesPayloadResolvers<ContextType>;
  Tracking?: TrackingResolvers<ContextType>;
  TrackingChange?: TrackingChangeResolvers<ContextType>;
  TrackingChangeConnection?: TrackingChangeConnectionResolvers<ContextType>;
  TrackingChangeEdge?: TrackingChangeEdgeResolvers<ContextType>;
  UntrackCitiesPayload?: UntrackCitiesPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Warehouse?: WarehouseResolvers<ContextType>;
  WeatherRecord?: WeatherRecordResolvers<ContextType>;
  Wind?: WindResolvers<ContextType>;
};

