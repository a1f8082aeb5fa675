import type { CityConnectionResolvers } from '../generated/resolvers.js';

export const CityConnection: CityConnectionResolvers = {
  totalCount: (cities) => cities.count(),
};
