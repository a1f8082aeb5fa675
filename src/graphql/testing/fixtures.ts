import { searchText } from '../../catalogue/fold.js';
import type { TestApi } from './api.js';

/** Places every test may rely on. */
export const PLACES = {
  newYork: [5128581, 'New York', 'US', 'NY', 40.71427, -74.00597, 57, 8_804_190, 'America/New_York'],
  chicago: [4887398, 'Chicago', 'US', 'IL', 41.85003, -87.65005, 179, 2_746_388, 'America/Chicago'],
  munich: [2867714, 'München', 'DE', '02', 48.13743, 11.57549, 524, 1_260_391, 'Europe/Berlin'],
  auckland: [2193733, 'Auckland', 'NZ', 'E7', -36.84853, 174.76349, 26, 417_910, 'Pacific/Auckland'],
  mcMurdo: [6696480, 'McMurdo Station', 'AQ', null, -77.846, 166.676, null, null, 'Antarctica/McMurdo'],
} as const;

export type PlaceName = keyof typeof PLACES;

export const idOf = (place: PlaceName): string => String(PLACES[place][0]);

/** Puts places into the catalogue. */
export async function addPlaces(api: Pick<TestApi, 'sql'>, ...names: PlaceName[]): Promise<void> {
  for (const name of names) {
    const [id, city, ...rest] = PLACES[name];
    await api.sql(
      `INSERT INTO cities (id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m,
         population, time_zone, search_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, city, city.normalize('NFD').replace(/\p{M}/gu, ''), ...rest, searchText([city])],
    );
  }
}

type Row = Record<string, unknown>;

/** Inserts a row of any table. */
export async function insert(api: Pick<TestApi, 'sql'>, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const places = columns.map((_, i) => `$${i + 1}`);
  await api.sql(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}

/** An observation and, as the load keeps it, the pointer to the newest. */
export async function addObservation(
  api: Pick<TestApi, 'sql'>,
  place: PlaceName,
  observedAt: string,
  values: Row = {},
): Promise<void> {
  const source = values.source ?? 'OPENWEATHERMAP';
  await insert(api, 'observations', {
    city_id: PLACES[place][0],
    observed_at: observedAt,
    source,
    kind: 'CURRENT',
    payload_id: 1,
    fetched_at: observedAt,
    loaded_at: observedAt,
    further_condition_codes: [],
    ...values,
  });
  await api.sql(
    `INSERT INTO latest_observations (city_id, source, observed_at) VALUES ($1, $2, $3)
     ON CONFLICT (city_id, source) DO UPDATE SET observed_at = greatest(latest_observations.observed_at, excluded.observed_at)`,
    [PLACES[place][0], source, observedAt],
  );
}
