import type { MutationResolvers } from '../generated/resolvers.js';
import { refreshWeather } from '../runs/refresh.js';

export const Mutation: MutationResolvers = {
  refreshWeather: (_, { input }, context) => refreshWeather(context, input),
};
