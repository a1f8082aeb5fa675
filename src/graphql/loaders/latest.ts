import type { Context } from '../context.js';
import type { Source, Units } from '../generated/resolvers.js';
import { fetchColumns, selectRows } from '../lists/columns.js';
import { ItemBuilder, type Item } from '../lists/items.js';
import { OBSERVATION_FIELDS } from '../lists/observations.js';
import type { Projection } from '../lists/projection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { CityNode, ObservationNode } from '../nodes.js';

const LATEST = sqlTemplate(import.meta.url, 'latest-observations.sql');
/**
 * One city, in words whose general plan looks as cheap as it is: it is kept then. A list of ids is taken for ten of them, and
 * planning anew for one takes five times as long as finding it.
 */
const ONE_CITY = 'city_id = ($1::int[])[1]';
const CITY = { sql: 'city_id', type: 'NUMBER' } as const;

export interface LatestRequest {
  source: Source | null;
  units: Units;
  projection: Projection;
}

/** The newest observation of a city. */
export async function loadLatest(
  context: Context,
  city: CityNode,
  request: LatestRequest,
): Promise<ObservationNode | null> {
  const { source, units, projection } = request;
  const name = `latest ${source ?? ''} ${units} ${projection.key}`;
  const loader = context.loaders.get<number, Item>(name, (ids) => fetchLatest(context, ids, request));
  const item = await loader.load(city.id);
  return item ? { ...item, city } : null;
}

async function fetchLatest(
  context: Context,
  ids: readonly number[],
  { source, units, projection }: LatestRequest,
): Promise<Map<number, Item>> {
  const builder = new ItemBuilder(OBSERVATION_FIELDS, projection);
  const columns = [...new Map([CITY, ...builder.columns].map((column) => [column.sql, column])).values()];
  const wanted = ids.length === 1 ? { wanted: ONE_CITY } : {};
  const statement = fill(LATEST, { columns: selectRows(columns), ...wanted });
  const answer = await fetchColumns(context.read, statement, columns, [ids, source]);
  const cities = answer.numbers(CITY.sql);
  return new Map(builder.build(answer, units).map((item, i) => [cities[i] ?? 0, item]));
}
