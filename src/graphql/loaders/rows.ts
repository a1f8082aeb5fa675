import type { QueryResultRow } from 'pg';
import type { Context } from '../context.js';
import type { PreparedText } from '../lists/template.js';

/** A statement about many cities: its rows say which one they are about. */
export interface CityStatement extends PreparedText {
  /** Parameters from $2 on; $1 is the cities. */
  values: readonly unknown[];
}

/**
 * The rows of one city; those of all cities that a query asks the same about come from one statement.
 * @param name of the field
 * @param request all that its answer depends on besides the city
 */
export async function loadRows<Row extends QueryResultRow>(
  context: Context,
  cityId: number,
  name: string,
  request: object,
  prepare: () => CityStatement,
): Promise<Row[]> {
  const key = `${name} ${JSON.stringify(request)}`;
  const loader = context.loaders.get<number, Row[]>(key, async (ids) => {
    const { values, ...statement } = prepare();
    const { rows } = await context.read.query<Row & { city_id: number }>({
      ...statement,
      values: [ids, ...values],
    });
    return byCity(rows);
  });
  return (await loader.load(cityId)) ?? [];
}

function byCity<Row extends { city_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const cities = new Map<number, Row[]>();
  for (const row of rows) {
    const known = cities.get(row.city_id);
    if (known) known.push(row);
    else cities.set(row.city_id, [row]);
  }
  return cities;
}
