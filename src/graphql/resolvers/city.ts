import { forecastAheadOf, forecastOf, forecastSkillOf } from '../arguments/forecasts.js';
import { anomaliesOf, normalsOf, recordsOf } from '../arguments/insights.js';
import { dailySummariesOf, hourlySummariesOf, movingAveragesOf, observationsOf } from '../arguments/lists.js';
import { nearbyOf } from '../arguments/nearby.js';
import { degreeDaysOf, streaksOf } from '../arguments/streaks.js';
import { loadNearby } from '../cities/nearby.js';
import { loadForecastAhead } from '../forecasts/ahead.js';
import { loadForecast } from '../forecasts/forecasts.js';
import { loadForecastSkill } from '../forecasts/skill.js';
import type { CityResolvers } from '../generated/resolvers.js';
import { loadAnomalies } from '../insights/anomalies.js';
import { loadDegreeDays } from '../insights/degree-days.js';
import { loadNormals } from '../insights/normals.js';
import { loadRecords } from '../insights/records.js';
import { loadStreaks } from '../insights/streaks.js';
import { ofConnection, ofObject } from '../lists/projection.js';
import { loadTracking } from '../loaders/cities.js';
import { loadLatest } from '../loaders/latest.js';
import { loadCityList } from '../loaders/lists.js';

export const City: CityResolvers = {
  tracking: (city, _args, context) => loadTracking(context, city.id),
  latestObservation: (city, { source, units }, context, info) =>
    loadLatest(context, city, { source: source ?? null, units, projection: ofObject(info) }),
  observations: (city, args, context, info) =>
    loadCityList(context, city, observationsOf(args), ofConnection(info)),
  hourlySummaries: (city, args, context, info) =>
    loadCityList(context, city, hourlySummariesOf(args), ofConnection(info)),
  dailySummaries: (city, args, context, info) =>
    loadCityList(context, city, dailySummariesOf(args), ofConnection(info)),
  movingAverages: (city, args, context, info) =>
    loadCityList(context, city, movingAveragesOf(args, context.surroundings.windows), ofConnection(info)),
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
