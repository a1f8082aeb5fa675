import { decodeCursor, encodeCursor } from '../arguments/cursor.js';
import type { PageRequest } from '../arguments/page.js';
import type { CityFilter, CityOrder, CityOrderField, SortDirection } from '../generated/resolvers.js';
import { CITY_COLUMNS } from './city.js';

/** What each order compares: an expression over cities.sql, ascending as the order's ASC says, and its type. */
const KEYS: Readonly<Record<CityOrderField, { sql: string; type: 'text' | 'int' | 'float8' }>> = {
  NAME: { sql: 'ascii_name COLLATE "C"', type: 'text' },
  // As the index cities_by_population_idx has it.
  POPULATION: { sql: 'coalesce(population, -1)', type: 'int' },
  DISTANCE: { sql: 'distance_km', type: 'float8' },
  RELEVANCE: { sql: '-score', type: 'float8' },
};

/** Parameters of cities.sql before those of the page. */
const CONDITIONS = 13;

export interface CityOrdering {
  field: CityOrderField;
  direction: SortDirection;
}

/** The order asked for; by default what the filter suggests. */
export function orderingOf(
  order: CityOrder | null | undefined,
  filter: CityFilter | null | undefined,
): CityOrdering {
  if (order) return { field: order.field, direction: order.direction };
  if (typeof filter?.search === 'string') return { field: 'RELEVANCE', direction: 'ASC' };
  if (filter?.near) return { field: 'DISTANCE', direction: 'ASC' };
  return { field: 'POPULATION', direction: 'DESC' };
}

type CityCursor = readonly [key: string | number, id: number];

export interface CityPage {
  limit: number;
  backward: boolean;
  after: CityCursor | null;
  before: CityCursor | null;
}

/** Reads the cursors of a page; one of another order is refused. */
export function readCityCursors(page: PageRequest, { field }: CityOrdering): CityPage {
  const isKey = (key: unknown[]): key is [string | number, number] =>
    key.length === 2 &&
    typeof key[0] === (KEYS[field].type === 'text' ? 'string' : 'number') &&
    typeof key[1] === 'number' &&
    Number.isInteger(key[1]) &&
    !String(key[0]).includes('\0');
  const read = (argument: string, text: string | undefined) =>
    text === undefined ? null : decodeCursor<CityCursor>(argument, text, cursorKind(field), isKey);
  return {
    limit: page.limit,
    backward: page.backward,
    after: read('after', page.after),
    before: read('before', page.before),
  };
}

const cursorKind = (field: CityOrderField): string => `city ${field.toLowerCase()}`;

export function cityCursor({ field }: CityOrdering, key: string | number, id: number): string {
  return encodeCursor(cursorKind(field), [key, id]);
}

/** The sections of cities.sql that order and cut a list, with the parameters they add. */
export function pageSections(ordering: CityOrdering, page: CityPage) {
  const { sql, type } = KEYS[ordering.field];
  const forward = ordering.direction === 'ASC' ? '>' : '<';
  const backward = ordering.direction === 'ASC' ? '<' : '>';
  const values: unknown[] = [page.limit + 1];
  const beyond = [[page.after, forward] as const, [page.before, backward] as const].flatMap(
    ([cursor, comparison]) => {
      if (!cursor) return [];
      values.push(...cursor);
      const at = CONDITIONS + values.length;
      return [`AND (${sql}, id) ${comparison} ($${at - 1}::${type}, $${at}::int)`];
    },
  );
  const turned = (ordering.direction === 'DESC') !== page.backward ? 'DESC' : 'ASC';
  return {
    sections: {
      answer: `${CITY_COLUMNS}, distance_km, ${sql} AS key`,
      beyond: beyond.join(' '),
      order: `ORDER BY ${sql} ${turned}, id ${turned} LIMIT $${CONDITIONS + 1}`,
    },
    values,
  };
}
