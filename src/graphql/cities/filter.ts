import { MOST_IDS, parseCityIds } from '../arguments/ids.js';
import { ArgumentError } from '../errors.js';
import type { CityFilter, CityOrder } from '../generated/resolvers.js';

/** Half the Earth's circumference, km. */
const FARTHEST = 20_040;
const SHORTEST_SEARCH = 2;
const LONGEST_SEARCH = 100;
const LARGEST_INT = 2_147_483_647;

/** Checks the conditions on cities. @returns the ids of the filter as numbers; null when it has none */
export function parseCityFilter(filter: CityFilter | null | undefined, argument = 'filter'): number[] | null {
  if (!filter) return null;
  const { search, countryCode, admin1Code, minPopulation } = filter;
  const at = (name: string) => `${argument}.${name}`;
  if (typeof search === 'string') textOf(at('search'), search, SHORTEST_SEARCH, LONGEST_SEARCH);
  if (typeof countryCode === 'string' && !/^[A-Z]{2}$/.test(countryCode)) {
    throw new ArgumentError(at('countryCode'), countryCode, 'two capital letters (ISO 3166-1), such as US');
  }
  if (typeof admin1Code === 'string') textOf(at('admin1Code'), admin1Code, 1, 20);
  if (typeof minPopulation === 'number' && minPopulation < 0) {
    throw new ArgumentError(at('minPopulation'), minPopulation, `a whole number from 0 to ${LARGEST_INT}`);
  }
  if (filter.within) checkBox(filter.within, at('within'));
  if (filter.near) checkNear(filter.near, at('near'));
  return filter.ids ? parseCityIds(at('ids'), filter.ids) : null;
}

/** Checks that an order has what it orders by. */
export function checkCityOrder(
  order: CityOrder | null | undefined,
  filter: CityFilter | null | undefined,
): void {
  if (order?.field === 'DISTANCE' && !filter?.near) {
    throw new ArgumentError('orderBy.field', 'DISTANCE', 'another field when filter.near is absent');
  }
  if (order?.field === 'RELEVANCE' && typeof filter?.search !== 'string') {
    throw new ArgumentError('orderBy.field', 'RELEVANCE', 'another field when filter.search is absent');
  }
}

function checkBox(box: NonNullable<CityFilter['within']>, argument: string): void {
  within(`${argument}.north`, box.north, -90, 90);
  within(`${argument}.south`, box.south, -90, 90);
  within(`${argument}.east`, box.east, -180, 180);
  within(`${argument}.west`, box.west, -180, 180);
  if (box.south > box.north)
    throw new ArgumentError(`${argument}.south`, box.south, `at most north, ${box.north}`);
}

function checkNear(near: NonNullable<CityFilter['near']>, argument: string): void {
  within(`${argument}.latitude`, near.latitude, -90, 90);
  within(`${argument}.longitude`, near.longitude, -180, 180);
  if (!(near.radiusKm > 0 && near.radiusKm <= FARTHEST)) {
    throw new ArgumentError(`${argument}.radiusKm`, near.radiusKm, `above 0 and at most ${FARTHEST}`);
  }
}

function within(argument: string, value: number, least: number, greatest: number): void {
  if (!(value >= least && value <= greatest)) {
    throw new ArgumentError(argument, value, `from ${least} to ${greatest}`);
  }
}

/** Texts go into SQL, which knows no NUL. */
function textOf(argument: string, text: string, shortest: number, longest: number): void {
  const length = text.trim().length;
  if (length < shortest || length > longest || text.includes('\0')) {
    throw new ArgumentError(argument, text, `of ${shortest} to ${longest} characters, without NUL`);
  }
}

export { MOST_IDS as MOST_SEARCH_MATCHES };
