import type { Queryable } from '../../database/sql.js';
import type { ForecastPoint, Units } from '../generated/resolvers.js';
import { distinct, fetchColumns, selectRows, type Column } from '../lists/columns.js';
import { ItemBuilder } from '../lists/items.js';
import type { Projection } from '../lists/projection.js';
import { fill, type SqlTemplate } from '../lists/template.js';
import { FORECAST_FIELDS } from './fields.js';

/**
 * Reads points of forecasts, as asked for: what was not asked for is absent.
 * @param key the column that tells whose they are
 * @returns the points by that
 */
export async function readPoints(
  db: Queryable,
  template: SqlTemplate,
  values: unknown[],
  { key, units, projection }: { key: Column; units: Units; projection: Projection },
): Promise<Map<number, ForecastPoint[]>> {
  const builder = new ItemBuilder(FORECAST_FIELDS, projection);
  const columns = distinct([key, ...builder.columns]);
  const answer = await fetchColumns(db, fill(template, { columns: selectRows(columns) }), columns, values);
  const items = builder.build(answer, units) as unknown as ForecastPoint[];
  const points = new Map<number, ForecastPoint[]>();
  const owners = answer.numbers(key.sql);
  for (const [i, item] of items.entries()) {
    const owner = owners[i] ?? 0;
    const those = points.get(owner);
    if (those) those.push(item);
    else points.set(owner, [item]);
  }
  return points;
}
