import { run, sqlFile } from '../../database/sql.js';
import type { SourceName } from '../../domain/source.js';
import { fetchCities } from '../cities/city.js';
import type { Context } from '../context.js';
import type { Source, Tracking } from '../generated/resolvers.js';
import type { CityNode } from '../nodes.js';

const TRACKING = sqlFile(import.meta.url, 'tracking.sql');
const NEWEST = sqlFile(import.meta.url, 'newest-instants.sql');

/** A city by id. */
export async function loadCity(context: Context, id: number): Promise<CityNode | null> {
  const loader = context.loaders.get<number, CityNode>('city', (ids) => fetchCities(context.read, ids));
  return (await loader.load(id)) ?? null;
}

/** A city that a row names: cities are never removed from the catalogue. */
export async function loadKnownCity(context: Context, id: number): Promise<CityNode> {
  const city = await loadCity(context, id);
  if (!city) throw new Error(`A row names city ${id}, which is not in the catalogue`);
  return city;
}

/** How a city is followed. */
export async function loadTracking(context: Context, cityId: number): Promise<Tracking | null> {
  const loader = context.loaders.get<number, Tracking>('tracking', async (ids) => {
    const { rows } = await run<Tracking & { city_id: number }>(context.read, TRACKING, [ids]);
    return new Map(rows.map((row) => [row.city_id, row]));
  });
  return (await loader.load(cityId)) ?? null;
}

/** When a city's newest observation was made, seconds since 1970; undefined when there is none. */
export function loadNewest(
  context: Pick<Context, 'read' | 'loaders'>,
  cityId: number,
  source: Source | SourceName | null,
): Promise<number | undefined> {
  const loader = context.loaders.get<number, number>(`newest ${source ?? ''}`, async (ids) => {
    const { rows } = await run<{ city_id: number; newest: number }>(context.read, NEWEST, [ids, source]);
    return new Map(rows.map((row) => [row.city_id, row.newest]));
  });
  return loader.load(cityId);
}
