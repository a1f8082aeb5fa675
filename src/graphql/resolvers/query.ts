import { parseCityId } from '../arguments/ids.js';
import { parsePage } from '../arguments/page.js';
import { checkCityOrder, parseCityFilter } from '../cities/filter.js';
import { listCities, type CityListRequest } from '../cities/list.js';
import { orderingOf, readCityCursors } from '../cities/order.js';
import type { QueryCitiesArgs, QueryResolvers } from '../generated/resolvers.js';
import { loadCity } from '../loaders/cities.js';
import { listRuns, loadRun } from '../runs/runs.js';
import { parameterInfos } from './parameters.js';

/** Checks the arguments of `cities`. */
export function citiesOf({ filter, orderBy, ...args }: QueryCitiesArgs): CityListRequest {
  const ids = parseCityFilter(filter);
  checkCityOrder(orderBy, filter);
  const ordering = orderingOf(orderBy, filter);
  return { filter, ids, ordering, page: readCityCursors(parsePage(args), ordering) };
}

export const Query: QueryResolvers = {
  city: (_, { id }, context) => loadCity(context, parseCityId('id', id)),
  cities: (_, args, { read }) => listCities(read, citiesOf(args)),
  warehouse: () => ({}),
  parameters: (_, { units }) => parameterInfos(units),
  run: (_, { id }, context) => loadRun(context, id),
  runs: (_, args, context) => listRuns(context, args),
};
