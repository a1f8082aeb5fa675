/** What the peers written with a schema of their own have in common: the schema, the SQL, and how a program starts. */
import { parseArgs } from 'node:util';
import pg from 'pg';

export const { values: options } = parseArgs({
  options: { database: { type: 'string' }, client: { type: 'string' }, mode: { type: 'string' } },
});

export const typeDefs = `
  scalar DateTime
  scalar Date
  type City {
    id: Int! name: String! countryCode: String! latitude: Float! longitude: Float! timeZone: String!
    latest: Observation
    daily(since: Date!, until: Date!): [Day!]!
  }
  type Observation {
    observedAt: DateTime! airTemperature: Float apparentTemperature: Float relativeHumidity: Float pressure: Float
    windSpeed: Float cloudCover: Float rain: Float conditionCode: Int
  }
  type Day { date: Date! min: Float max: Float mean: Float precipitation: Float }
  type Average { hour: DateTime! average: Float observedHours: Int! }
  type Query {
    city(id: Int!): City
    cities(ids: [Int!]!): [City!]!
    observations(cityId: Int!, from: DateTime!, to: DateTime!): [Observation!]!
    movingAverage(cityId: Int!, from: DateTime!, to: DateTime!): [Average!]!
  }`;

const OBSERVATION = `observed_at AS "observedAt", air_temperature_c AS "airTemperature",
  apparent_temperature_c AS "apparentTemperature", relative_humidity_pct AS "relativeHumidity",
  mean_sea_level_pressure_hpa AS pressure, wind_speed_ms AS "windSpeed", cloud_cover_pct AS "cloudCover",
  rain_1h_mm AS rain, condition_code AS "conditionCode"`;

export const SQL = {
  cities: `SELECT id, name, country_code AS "countryCode", latitude, longitude, time_zone AS "timeZone"
    FROM cities WHERE id = ANY ($1::int[])`,
  latest: `SELECT wanted.id AS "cityId", o.* FROM unnest($1::int[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT ${OBSERVATION} FROM observations WHERE city_id = wanted.id ORDER BY observed_at DESC LIMIT 1) AS o`,
  daily: `SELECT city_id AS "cityId", local_date AS date, air_temperature_min_c AS min, air_temperature_max_c AS max,
    air_temperature_mean_c AS mean, precipitation_mm AS precipitation
    FROM daily_summaries WHERE city_id = ANY ($1::int[]) AND local_date BETWEEN $2::date AND $3::date ORDER BY city_id, local_date`,
  range: `SELECT ${OBSERVATION} FROM observations
    WHERE city_id = $1 AND observed_at >= $2::timestamptz AND observed_at < $3::timestamptz ORDER BY observed_at`,
  average: `SELECT * FROM (
    SELECT hour, avg(value) OVER span AS average, (count(value) OVER span)::int AS "observedHours"
    FROM generate_series($2::timestamptz - interval '23 hours', $3::timestamptz - interval '1 hour', interval '1 hour')
      AS hour
    LEFT JOIN (
      SELECT hour, air_temperature_mean_c AS value FROM hourly_summaries
      WHERE city_id = $1 AND hour >= $2::timestamptz - interval '23 hours' AND hour < $3::timestamptz
    ) AS hours USING (hour)
    WINDOW span AS (ORDER BY hour ROWS BETWEEN 23 PRECEDING AND CURRENT ROW)
  ) AS averages WHERE hour >= $2::timestamptz ORDER BY hour`,
};

/** Prepared statements by name on a pool of ten, as everybody here has. */
export function openPool(types) {
  const pool = new pg.Pool({
    connectionString: options.database,
    max: 10,
    idleTimeoutMillis: 0,
    types,
    options: '-c TimeZone=UTC -c jit=off',
  });
  return (name, values, text = SQL[name]) => pool.query({ name, text, values }).then(({ rows }) => rows);
}

export function groupBy(ids, rows) {
  const groups = new Map(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.cityId).push(row);
  return ids.map((id) => groups.get(id));
}

/** The benchmark waits for this line. */
export const ready = (port) => process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
