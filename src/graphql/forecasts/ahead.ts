import type { ForecastAheadRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { ForecastPoint } from '../generated/resolvers.js';
import { fetchColumns, selectRows } from '../lists/columns.js';
import { ItemBuilder } from '../lists/items.js';
import type { Projection } from '../lists/projection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { FORECAST_FIELDS } from './fields.js';

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
  const loader = context.loaders.get<number, ForecastPoint[]>(name, (ids) =>
    fetchAhead(context, ids, request, projection),
  );
  return (await loader.load(cityId)) ?? [];
}

async function fetchAhead(
  { read }: Context,
  ids: readonly number[],
  { from, to, hours, units }: ForecastAheadRequest,
  projection: Projection,
): Promise<Map<number, ForecastPoint[]>> {
  const builder = new ItemBuilder(FORECAST_FIELDS, projection);
  const columns = [...new Map([CITY, ...builder.columns].map((column) => [column.sql, column])).values()];
  const statement = fill(AHEAD, { columns: selectRows(columns) });
  const answer = await fetchColumns(read, statement, columns, [ids, from, to, hours]);
  const points = new Map(ids.map((id): [number, ForecastPoint[]] => [id, []]));
  const cities = answer.numbers(CITY.sql);
  // What was not asked for is absent.
  const items = builder.build(answer, units) as unknown as ForecastPoint[];
  for (const [i, item] of items.entries()) points.get(cities[i] ?? 0)?.push(item);
  return points;
}
