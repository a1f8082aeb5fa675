import type { Queryable } from '../../database/sql.js';
import type { Context } from '../context.js';
import type { Source, Units } from '../generated/resolvers.js';
import { distinct, fetchColumns, selectRows } from '../lists/columns.js';
import { ItemBuilder, type Item } from '../lists/items.js';
import { OBSERVATION_FIELDS } from '../lists/observations.js';
import type { Projection } from '../lists/projection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { CityNode, ObservationNode } from '../nodes.js';
import type { Lookup } from './gatherer.js';
import { loaderOf } from './look-up.js';

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

/** A city's newest observation. */
export async function loadLatest(
  context: Context,
  city: CityNode,
  latest: Lookup<number, Item>,
): Promise<ObservationNode | null> {
  const item = await loaderOf(context, latest).load(city.id);
  return item ? { ...item, city } : null;
}

/** Prepares to look up the newest observation of any number of cities. */
export const latestOf = (request: LatestRequest): Lookup<number, Item> => ({
  name: `latest ${request.source ?? ''} ${request.units} ${request.projection.key}`,
  idOf: (id) => id,
  read: (db, ids) => fetchLatest(db, ids, request),
  rowsOfKey: 1,
});

async function fetchLatest(
  db: Queryable,
  ids: readonly number[],
  { source, units, projection }: LatestRequest,
): Promise<Map<number, Item>> {
  const builder = new ItemBuilder(OBSERVATION_FIELDS, projection);
  const columns = distinct([CITY, ...builder.columns]);
  const wanted = ids.length === 1 ? { wanted: ONE_CITY } : {};
  const statement = fill(LATEST, { columns: selectRows(columns), ...wanted });
  const answer = await fetchColumns(db, statement, columns, [ids, source]);
  const cities = answer.numbers(CITY.sql);
  return new Map(builder.build(answer, units).map((item, i) => [cities[i] ?? 0, item]));
}
