import { checkCityOrder, parseCityFilter } from '../cities/filter.js';
import type { CityListRequest } from '../cities/list.js';
import { orderingOf, readCityCursors } from '../cities/order.js';
import type { QueryCitiesArgs } from '../generated/resolvers.js';
import { parsePage } from './page.js';

/** Checks the arguments of `cities`. */
export function citiesOf({ filter, orderBy, ...args }: QueryCitiesArgs): CityListRequest {
  const ids = parseCityFilter(filter);
  checkCityOrder(orderBy, filter);
  const ordering = orderingOf(orderBy, filter);
  return { filter, ids, ordering, page: readCityCursors(parsePage(args), ordering) };
}
