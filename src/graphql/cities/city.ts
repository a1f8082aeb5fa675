import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { CityNode } from '../nodes.js';

/** A row of `cities`, or of a statement that selects all its columns. */
export interface CityRow {
  id: number;
  name: string;
  country_code: string;
  admin1_code: string | null;
  latitude: number;
  longitude: number;
  elevation_m: number | null;
  population: number | null;
  time_zone: string;
}

/** The columns of a CityRow. */
export const CITY_COLUMNS =
  'id, name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone';

const CITY = sqlFile(import.meta.url, 'city.sql');

/** Cities by id; unknown ids are passed over. */
export async function fetchCities(db: Queryable, ids: readonly number[]): Promise<Map<number, CityNode>> {
  const { rows } = await run<CityRow>(db, CITY, [ids]);
  return new Map(rows.map((row) => [row.id, cityNode(row)]));
}

export function cityNode(row: CityRow): CityNode {
  return {
    id: row.id,
    name: row.name,
    countryCode: row.country_code,
    admin1Code: row.admin1_code,
    coordinates: { latitude: row.latitude, longitude: row.longitude, elevation: row.elevation_m },
    population: row.population,
    timeZone: row.time_zone,
  };
}
