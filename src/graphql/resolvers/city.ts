import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import type { CityResolvers } from '../generated/resolvers.js';
import { ofConnection, ofObject } from '../lists/projection.js';
import { loadTracking } from '../loaders/cities.js';
import { loadLatest } from '../loaders/latest.js';
import { loadCityList, type CityListRequest } from '../loaders/lists.js';
import type { CityNode } from '../nodes.js';
import { dailySummariesOf, hourlySummariesOf, movingAveragesOf, observationsOf } from './arguments.js';

const list = (
  city: CityNode,
  asked: Omit<CityListRequest, 'projection'>,
  context: Context,
  info: GraphQLResolveInfo,
) => loadCityList(context, city, { ...asked, projection: ofConnection(info) });

export const City: CityResolvers = {
  tracking: (city, _args, context) => loadTracking(context, city.id),
  latestObservation: (city, { source, units }, context, info) =>
    loadLatest(context, city, { source: source ?? null, units, projection: ofObject(info) }),
  observations: (city, args, context, info) => list(city, observationsOf(args), context, info),
  hourlySummaries: (city, args, context, info) => list(city, hourlySummariesOf(args), context, info),
  dailySummaries: (city, args, context, info) => list(city, dailySummariesOf(args), context, info),
  movingAverages: (city, args, context, info) =>
    list(city, movingAveragesOf(args, context.surroundings.windows), context, info),
};
