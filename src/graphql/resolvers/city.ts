import { dailySummariesOf, hourlySummariesOf, movingAveragesOf, observationsOf } from '../arguments/lists.js';
import type { CityResolvers } from '../generated/resolvers.js';
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
};
