import type { ForecastAheadRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { ForecastPoint } from '../generated/resolvers.js';
import type { Projection } from '../lists/projection.js';
import { sqlTemplate } from '../lists/template.js';
import { readPoints } from './read-points.js';

const AHEAD = sqlTemplate(import.meta.url, 'ahead.sql');
const CITY = { sql: 'city_id', type: 'NUMBER' } as const;

/** What had been forecast for a city early enough; many cities are read together. */
export async function loadForecastAhead(
  context: Context,
  cityId: number,
  request: ForecastAheadRequest,
  projection: Projection,
): Promise<ForecastPoint[]> {
  const name = `forecast ahead ${JSON.stringify([request, projection.key])}`;
  const { from, to, hours, units } = request;
  const loader = context.loaders.get<number, ForecastPoint[]>(name, (ids) =>
    readPoints(context.read, AHEAD, [ids, from, to, hours], { key: CITY, units, projection }),
  );
  return (await loader.load(cityId)) ?? [];
}
