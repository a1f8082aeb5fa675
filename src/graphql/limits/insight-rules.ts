import {
  FORECAST_HOURS,
  FORECAST_STEP_HOURS,
  forecastAheadOf,
  forecastOf,
  forecastSkillOf,
} from '../arguments/forecasts.js';
import { anomaliesOf, historyDays, normalsOf, recordsOf } from '../arguments/insights.js';
import { DAY_SECONDS } from '../arguments/instants.js';
import { compareSourcesOf, nearbyOf } from '../arguments/nearby.js';
import { degreeDaysOf, streaksOf } from '../arguments/streaks.js';
import type {
  CityAnomaliesArgs,
  CityDegreeDaysArgs,
  CityForecastAheadArgs,
  CityForecastArgs,
  CityForecastSkillArgs,
  CityNearbyArgs,
  CityNormalsArgs,
  CityRecordsArgs,
  CityStreaksArgs,
  QueryCompareSourcesArgs,
} from '../generated/resolvers.js';
import { COMPARED } from '../insights/compared.js';
import { RECORD_KINDS } from '../insights/records.js';
import type { FieldRule, Weight } from './rules.js';

/** A year's days, 29 February among them; how often history is looked through by them. */
const DAYS_OF_YEAR = 366;
/** Live observations and reanalysis of a day. */
const OBSERVATIONS_A_DAY = 168;
/** Cities in a strip of the Earth's surface so many kilometres to the north and south, for each of them, about. */
const CITIES_A_KM = 60;

/** What is answered of a run of days. */
const VALUES_A_STREAK = 7;

/** What a normal's days are read for: a window for each of them. */
const windowOf = (days: number): number => 2 * days + 1;

function ofNormals(args: CityNormalsArgs): Weight {
  const { by, measures, base, windowDays } = normalsOf(args);
  const isMonthly = by === 'MONTH';
  return {
    items: measures.length * (isMonthly ? 12 : DAYS_OF_YEAR),
    rows: historyDays(base) * measures.length * (isMonthly ? 1 : windowOf(windowDays)),
  };
}

function ofAnomalies(args: CityAnomaliesArgs): Weight {
  const { days, measures, base, windowDays } = anomaliesOf(args);
  const years = Math.ceil(historyDays(base) / DAYS_OF_YEAR);
  const normals = days.length * years * windowOf(windowDays);
  return { items: measures.length * days.length, rows: measures.length * (historyDays(base) + normals) };
}

function ofRecords(args: CityRecordsArgs): Weight {
  return { items: RECORD_KINDS.length, rows: historyDays(recordsOf(args).days) };
}

function ofStreaks(args: CityStreaksArgs): Weight {
  const { days, minDays } = streaksOf(args);
  // A day between two runs belongs to neither.
  const runs = Math.ceil(days.length / (minDays + 1));
  return { items: 1, rows: days.length, values: runs * VALUES_A_STREAK };
}

function ofCompared(args: QueryCompareSourcesArgs): Weight {
  const { from, to } = compareSourcesOf(args);
  const days = Math.ceil((to - from) / DAY_SECONDS);
  return { items: COMPARED.length, rows: days * OBSERVATIONS_A_DAY };
}

/** Points of a forecast: as many forecasts are about an instant, where one is asked for at every step. */
const POINTS = FORECAST_HOURS / FORECAST_STEP_HOURS;
const INSTANTS_A_DAY = 24 / FORECAST_STEP_HOURS;
/** What is answered of a lead. */
const VALUES_A_LEAD = 8;

function ofForecastAhead(args: CityForecastAheadArgs): Weight {
  const { from, to } = forecastAheadOf(args);
  const instants = Math.ceil((to - from) / DAY_SECONDS) * INSTANTS_A_DAY;
  return { items: instants, rows: instants * POINTS };
}

function ofForecastSkill(args: CityForecastSkillArgs): Weight {
  const { parameters, from, to, stepHours } = forecastSkillOf(args);
  const days = Math.ceil((to - from) / DAY_SECONDS);
  const leads = Math.ceil(FORECAST_HOURS / stepHours);
  return {
    items: parameters.length,
    rows: days * INSTANTS_A_DAY * POINTS,
    values: parameters.length * leads * VALUES_A_LEAD,
  };
}

/** The rules of what is found out from days and sources. */
export const INSIGHT_RULES: Readonly<Record<string, FieldRule>> = {
  'City.normals': ofNormals,
  'City.anomalies': ofAnomalies,
  'City.records': ofRecords,
  'City.streaks': ofStreaks,
  'City.degreeDays': (args: CityDegreeDaysArgs) => ({ items: 1, rows: degreeDaysOf(args).days.length }),
  'City.forecast': (args: CityForecastArgs) => (forecastOf(args), { items: 1, rows: 1 }),
  'Forecast.points': () => ({ items: POINTS, rows: POINTS }),
  'City.forecastAhead': ofForecastAhead,
  'City.forecastSkill': ofForecastSkill,
  'City.nearby': (args: CityNearbyArgs) => {
    const { radiusKm, first } = nearbyOf(args);
    return { items: first, rows: Math.ceil(radiusKm * CITIES_A_KM) };
  },
  'Query.compareSources': ofCompared,
};
