import type { Queryable } from '../../database/sql.js';
import { Connection, cut, type Edge } from '../lists/connection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { CityFilter } from '../generated/resolvers.js';
import type { CityNode } from '../nodes.js';
import { cityNode, type CityRow } from './city.js';
import { greatCircle } from './great-circle.js';
import { cityCursor, pageSections, type CityOrdering, type CityPage } from './order.js';
import { candidates } from './search.js';

const CITIES = {
  name: 'cities',
  text: fill(sqlTemplate(import.meta.url, 'cities.sql'), {
    distance: greatCircle(
      { latitude: '$11::float8', longitude: '$12::float8' },
      { latitude: 'latitude', longitude: 'longitude' },
    ),
  }).text,
};

export interface CityListRequest {
  filter: CityFilter | null | undefined;
  /** The filter's ids, checked. */
  ids: number[] | null;
  ordering: CityOrdering;
  page: CityPage;
}

interface CityEdge extends Edge<CityNode> {
  distanceKm: number | null;
}

type ListedRow = CityRow & { key: string | number; distance_km: number | null };

/** A page of cities that knows how many there are on all pages, once asked. */
export class ListedCities extends Connection<CityNode, CityEdge> {
  constructor(
    rows: ListedRow[],
    more: { next: boolean; previous: boolean },
    ordering: CityOrdering,
    readonly count: () => Promise<number>,
  ) {
    const edges = rows.map((row) => ({
      cursor: cityCursor(ordering, row.key, row.id),
      node: cityNode(row),
      distanceKm: row.distance_km === null ? null : Math.round(row.distance_km * 1000) / 1000,
    }));
    super(
      edges.map(({ node }) => node),
      more,
      (node, index) => edges[index] ?? { cursor: '', node, distanceKm: null },
    );
  }
}

/** Reads a page of the cities that meet a filter. */
export async function listCities(db: Queryable, request: CityListRequest): Promise<ListedCities> {
  const conditions = await conditionsOf(db, request);
  const { sections, values } = pageSections(request.ordering, request.page);
  const statement = fill(CITIES, sections);
  const read = await db.query<ListedRow>({ ...statement, values: [...conditions, ...values] });
  const { rows, more } = cut(request.page, read.rows);
  return new ListedCities(rows, more, request.ordering, () => countCities(db, conditions));
}

/** The cities that meet a filter, as a statement to read from. */
export async function citySelection(
  db: Queryable,
  request: Pick<CityListRequest, 'filter' | 'ids'>,
  answer: string,
): Promise<{ text: string; values: unknown[] }> {
  const { text } = fill(CITIES, { answer, beyond: '', order: '' });
  return { text, values: await conditionsOf(db, request) };
}

async function countCities(db: Queryable, conditions: unknown[]): Promise<number> {
  const statement = fill(CITIES, { answer: 'count(*)::int AS count', beyond: '', order: '' });
  const { rows } = await db.query<{ count: number }>({ ...statement, values: conditions });
  return rows[0]?.count ?? 0;
}

/** $1 to $13 of cities.sql. */
async function conditionsOf(
  db: Queryable,
  { filter, ids }: Pick<CityListRequest, 'filter' | 'ids'>,
): Promise<unknown[]> {
  const { ids: among, scores } = await candidates(db, filter, ids);
  const { within, near } = filter ?? {};
  return [
    [among, scores, filter?.countryCode, filter?.admin1Code, filter?.minPopulation, filter?.tracked],
    [within?.north, within?.south, within?.east, within?.west],
    [near?.latitude, near?.longitude, near?.radiusKm],
  ]
    .flat(1)
    .map((value) => value ?? null);
}
