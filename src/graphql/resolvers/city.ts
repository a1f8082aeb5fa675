import type { GraphQLResolveInfo } from 'graphql';
import { forecastAheadOf, forecastOf, forecastSkillOf } from '../arguments/forecasts.js';
import { anomaliesOf, normalsOf, recordsOf } from '../arguments/insights.js';
import {
  dailySummariesOf,
  hourlySummariesOf,
  movingAveragesOf,
  observationsOf,
  type ListArguments,
} from '../arguments/lists.js';
import { nearbyOf } from '../arguments/nearby.js';
import { degreeDaysOf, streaksOf } from '../arguments/streaks.js';
import { loadNearby } from '../cities/nearby.js';
import { loadForecastAhead } from '../forecasts/ahead.js';
import { loadForecast } from '../forecasts/forecasts.js';
import { loadForecastSkill } from '../forecasts/skill.js';
import type { Context } from '../context.js';
import type { CityResolvers } from '../generated/resolvers.js';
import { loadAnomalies } from '../insights/anomalies.js';
import { loadDegreeDays } from '../insights/degree-days.js';
import { loadNormals } from '../insights/normals.js';
import { loadRecords } from '../insights/records.js';
import { loadStreaks } from '../insights/streaks.js';
import { ofConnection, ofObject } from '../lists/projection.js';
import { loadTracking } from '../loaders/cities.js';
import { latestOf, loadLatest } from '../loaders/latest.js';
import { cityList, loadCityList, type CityList } from '../loaders/lists.js';

/** A list that is asked of cities: of all of them the same. */
const listOf = (context: Context, info: GraphQLResolveInfo, argumentsOf: () => ListArguments): CityList =>
  context.loaders.once(info.fieldNodes, () => cityList(argumentsOf(), ofConnection(info)));

export const City: CityResolvers = {
  tracking: (city, _args, context) => loadTracking(context, city.id),
  latestObservation: (city, { source, units }, context, info) => {
    const request = () => ({ source: source ?? null, units, projection: ofObject(info) });
    const latest = context.loaders.once(info.fieldNodes, () => latestOf(request()));
    return loadLatest(context, city, latest);
  },
  observations: (city, args, context, info) =>
    loadCityList(
      context,
      city,
      listOf(context, info, () => observationsOf(args)),
    ),
  hourlySummaries: (city, args, context, info) =>
    loadCityList(
      context,
      city,
      listOf(context, info, () => hourlySummariesOf(args)),
    ),
  dailySummaries: (city, args, context, info) =>
    loadCityList(
      context,
      city,
      listOf(context, info, () => dailySummariesOf(args)),
    ),
  movingAverages: (city, args, context, info) => {
    const { windows } = context.surroundings;
    return loadCityList(
      context,
      city,
      listOf(context, info, () => movingAveragesOf(args, windows)),
    );
  },
  normals: ({ id }, args, context) => loadNormals(context, id, normalsOf(args)),
  anomalies: ({ id }, args, context) => loadAnomalies(context, id, anomaliesOf(args)),
  records: ({ id }, args, context) => loadRecords(context, id, recordsOf(args)),
  streaks: ({ id }, args, context) => loadStreaks(context, id, streaksOf(args)),
  degreeDays: ({ id }, args, context) => loadDegreeDays(context, id, degreeDaysOf(args)),
  forecast: (city, args, context) => loadForecast(context, city, forecastOf(args)),
  forecastAhead: ({ id }, args, context, info) =>
    loadForecastAhead(context, id, forecastAheadOf(args), ofObject(info)),
  forecastSkill: ({ id }, args, context) => loadForecastSkill(context, id, forecastSkillOf(args)),
  nearby: ({ id }, args, context) => loadNearby(context, id, nearbyOf(args)),
};
