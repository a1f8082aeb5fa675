import type { ForecastRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { ForecastPoint } from '../generated/resolvers.js';
import { fetchColumns, selectRows } from '../lists/columns.js';
import { ItemBuilder } from '../lists/items.js';
import type { Projection } from '../lists/projection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { ForecastNode } from '../nodes.js';
import { FORECAST_FIELDS } from './fields.js';
import { keysOf, nameOf, type ForecastKey } from './forecasts.js';

const POINTS = sqlTemplate(import.meta.url, 'points.sql');
const NUMBER = { sql: 'number', type: 'NUMBER' } as const;

/** The points of a forecast; those of many forecasts are read together. */
export async function loadPoints(
  context: Context,
  forecast: ForecastNode,
  projection: Projection,
): Promise<ForecastPoint[]> {
  const { range, units } = forecast.request;
  const name = `points ${JSON.stringify([range, units, projection.key])}`;
  const loader = context.loaders.getBy<ForecastKey, ForecastPoint[]>(name, nameOf, (forecasts) =>
    fetchPoints(context, forecasts, forecast.request, projection),
  );
  return (await loader.load(forecast)) ?? [];
}

async function fetchPoints(
  { read }: Context,
  forecasts: readonly ForecastKey[],
  { range, units }: ForecastRequest,
  projection: Projection,
): Promise<Map<string, ForecastPoint[]>> {
  const builder = new ItemBuilder(FORECAST_FIELDS, projection);
  const columns = [...new Map([NUMBER, ...builder.columns].map((column) => [column.sql, column])).values()];
  const values = [...keysOf(forecasts), range?.from ?? null, range?.to ?? null];
  const answer = await fetchColumns(read, fill(POINTS, { columns: selectRows(columns) }), columns, values);
  const points = forecasts.map((): ForecastPoint[] => []);
  const numbers = answer.numbers(NUMBER.sql);
  // What was not asked for is absent.
  const items = builder.build(answer, units) as unknown as ForecastPoint[];
  for (const [i, item] of items.entries()) points[(numbers[i] ?? 0) - 1]?.push(item);
  return new Map(forecasts.map((forecast, i) => [nameOf(forecast), points[i] ?? []]));
}
