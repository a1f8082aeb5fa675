import { run, sqlFile } from '../../database/sql.js';
import type { SourceName } from '../../domain/source.js';
import { fetchCities } from '../cities/city.js';
import type { Context } from '../context.js';
import type { Source, Tracking } from '../generated/resolvers.js';
import type { CityNode } from '../nodes.js';
import type { Lookup } from './gatherer.js';
import { loaderOf } from './look-up.js';

const TRACKING = sqlFile(import.meta.url, 'tracking.sql');
const NEWEST = sqlFile(import.meta.url, 'newest-instants.sql');

const itself = (id: number): number => id;

const CITIES: Lookup<number, CityNode> = { name: 'city', idOf: itself, read: fetchCities, rowsOfKey: 1 };

const TRACKINGS: Lookup<number, Tracking> = {
  name: 'tracking',
  idOf: itself,
  read: async (db, ids) => {
    const { rows } = await run<Tracking & { city_id: number }>(db, TRACKING, [ids]);
    return new Map(rows.map((row) => [row.city_id, row]));
  },
  rowsOfKey: 1,
};

const newestOf = (source: Source | SourceName | null): Lookup<number, number> => ({
  name: `newest ${source ?? ''}`,
  idOf: itself,
  read: async (db, ids) => {
    const { rows } = await run<{ city_id: number; newest: number }>(db, NEWEST, [ids, source]);
    return new Map(rows.map((row) => [row.city_id, row.newest]));
  },
  rowsOfKey: 1,
});

/** A city by id. */
export async function loadCity(context: Context, id: number): Promise<CityNode | null> {
  return (await loaderOf(context, CITIES).load(id)) ?? null;
}

/** A city that a row names: cities are never removed from the catalogue. */
export async function loadKnownCity(context: Context, id: number): Promise<CityNode> {
  const city = await loadCity(context, id);
  if (!city) throw new Error(`A row names city ${id}, which is not in the catalogue`);
  return city;
}

/** How a city is followed. */
export async function loadTracking(context: Context, cityId: number): Promise<Tracking | null> {
  return (await loaderOf(context, TRACKINGS).load(cityId)) ?? null;
}

/** When a city's newest observation was made, seconds since 1970; undefined when there is none. */
export function loadNewest(
  context: Pick<Context, 'read' | 'loaders' | 'gather'>,
  cityId: number,
  source: Source | SourceName | null,
): Promise<number | undefined> {
  return loaderOf(context, newestOf(source)).load(cityId);
}
