import type { Queryable } from '../../database/sql.js';
import { searchCities } from '../../catalogue/search.js';
import type { CityFilter } from '../generated/resolvers.js';
import { MOST_SEARCH_MATCHES } from './filter.js';

/** Ids that a list of cities is limited to, with how well each matches a search. Null: all cities. */
export interface Candidates {
  ids: number[] | null;
  scores: number[] | null;
}

/** Which cities come into question before the other conditions are looked at. */
export async function candidates(
  db: Queryable,
  filter: CityFilter | null | undefined,
  ids: number[] | null,
): Promise<Candidates> {
  if (typeof filter?.search !== 'string') return { ids, scores: null };
  const { search: text, countryCode } = filter;
  const matches = await searchCities(db, { text, countryCode, limit: MOST_SEARCH_MATCHES });
  const wanted = ids && new Set(ids);
  const found = matches.filter(({ id }) => wanted?.has(id) ?? true);
  return { ids: found.map(({ id }) => id), scores: found.map(({ score }) => score) };
}
