import type { ForecastRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { ForecastPoint } from '../generated/resolvers.js';
import type { Projection } from '../lists/projection.js';
import { sqlTemplate } from '../lists/template.js';
import type { ForecastNode } from '../nodes.js';
import { keysOf, nameOf, type ForecastKey } from './forecasts.js';
import { readPoints } from './read-points.js';

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
  const values = [...keysOf(forecasts), range?.from ?? null, range?.to ?? null];
  const points = await readPoints(read, POINTS, values, { key: NUMBER, units, projection });
  return new Map(forecasts.map((forecast, i) => [nameOf(forecast), points.get(i + 1) ?? []]));
}
