/**
 * The ceilings: node:http and prepared SQL, no GraphQL. --mode rows decodes rows and writes them as JSON; --mode json
 * passes on JSON that PostgreSQL made; --mode same answers every request with the bytes of its first answer.
 */
import http from 'node:http';
import pg from 'pg';
import { groupBy, openPool, options, ready, SQL } from './shared.mjs';

const asText = {
  1184: (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}Z`,
  1082: (text) => text,
};
const query = openPool({
  getTypeParser: (oid, format) => asText[oid] ?? pg.types.getTypeParser(oid, format),
});

const LATEST = `observed_at AS "observedAt", air_temperature_c AS "airTemperature",
  relative_humidity_pct AS "relativeHumidity"`;
const ONE = `SELECT c.id, c.name, c.country_code AS "countryCode", c.latitude, c.longitude, c.time_zone AS "timeZone",
  o.* FROM cities AS c LEFT JOIN LATERAL (
    SELECT ${LATEST}, mean_sea_level_pressure_hpa AS pressure FROM observations
    WHERE city_id = c.id ORDER BY observed_at DESC LIMIT 1) AS o ON true WHERE c.id = $1`;
const RANGE = `SELECT ${LATEST}, apparent_temperature_c AS "apparentTemperature",
  mean_sea_level_pressure_hpa AS pressure, wind_speed_ms AS "windSpeed", cloud_cover_pct AS "cloudCover",
  rain_1h_mm AS rain FROM observations
  WHERE city_id = $1 AND observed_at >= $2::timestamptz AND observed_at < $3::timestamptz ORDER BY observed_at`;
const MANY = `SELECT c.id, c.name, c.country_code AS "countryCode", o.* FROM unnest($1::int[]) AS wanted (id)
  JOIN cities AS c USING (id) CROSS JOIN LATERAL (
    SELECT ${LATEST}, wind_speed_ms AS "windSpeed", condition_code AS "conditionCode" FROM observations
    WHERE city_id = wanted.id ORDER BY observed_at DESC LIMIT 1) AS o`;

const rows = {
  Q1: async ({ id }) => {
    const [{ observedAt, airTemperature, relativeHumidity, pressure, ...city }] = await query(
      'one',
      [id],
      ONE,
    );
    return { city: { ...city, latest: { observedAt, airTemperature, relativeHumidity, pressure } } };
  },
  Q2: async ({ id, from, to }) => ({ observations: await query('some', [id, from, to], RANGE) }),
  Q3: async ({ ids, since, until }) => {
    const [cities, days] = await Promise.all([
      query('many', [ids], MANY),
      query('daily', [ids, since, until]),
    ]);
    const daily = groupBy(ids, days);
    return {
      cities: cities.map(({ id, name, countryCode, ...latest }, i) => ({
        id,
        name,
        countryCode,
        latest,
        daily: daily[i].map(({ date, min, max, mean, precipitation }) => ({
          date,
          min,
          max,
          mean,
          precipitation,
        })),
      })),
    };
  },
  Q4: async ({ id, from, to }) => ({ movingAverage: await query('average', [id, from, to]) }),
};

const epoch = (column) => `extract(epoch FROM ${column})::int8`;
const COLUMNS = {
  Q2C: `SELECT array_agg(${epoch('hour')}) AS time, array_agg(air_temperature_mean_c) AS "airTemperature",
    array_agg(apparent_temperature_mean_c) AS "apparentTemperature", array_agg(relative_humidity_mean_pct) AS humidity,
    array_agg(mean_sea_level_pressure_mean_hpa) AS pressure, array_agg(wind_speed_mean_ms) AS "windSpeed",
    array_agg(cloud_cover_mean_pct) AS "cloudCover", array_agg(rain_mm) AS rain
    FROM (SELECT * FROM hourly_summaries WHERE city_id = $1 AND hour >= $2::timestamptz AND hour < $3::timestamptz
      ORDER BY hour) AS list`,
  Q4C: `SELECT array_agg(${epoch('hour')}) AS time, array_agg(average) AS average FROM (${SQL.average}) AS list`,
};
const RAW = { getTypeParser: () => (text) => text };
const rawQuery = openPool(RAW);
const HOURS = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:00:00Z`);
const days = new Map();
function iso(seconds) {
  const day = Math.floor(seconds / 86_400);
  if (!days.has(day)) days.set(day, new Date(day * 86_400_000).toISOString().slice(0, 10));
  return days.get(day) + HOURS[(seconds % 86_400) / 3600];
}
/** PostgreSQL's text of an array is almost JSON: nothing is parsed. */
const list = (text) => `[${text.slice(1, -1).replaceAll('NULL', 'null')}]`;
async function columns(name, { id, from, to }) {
  const [{ time, ...values }] = await rawQuery(name, [id, from, to], COLUMNS[name]);
  const texts = Object.entries(values).map(([key, text]) => `,"${key}":${list(text)}`);
  return `{"data":{"time":${JSON.stringify(JSON.parse(list(time)).map(iso))}${texts.join('')}}}`;
}

const utc = (column) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const timed = (text) =>
  text.replaceAll('observed_at AS "observedAt"', `${utc('observed_at')} AS "observedAt"`);
const JSON_SQL = {
  Q1: `SELECT json_build_object('data', json_build_object('city', (
    SELECT json_build_object('id', c.id, 'name', c.name, 'countryCode', c.country_code, 'latitude', c.latitude,
      'longitude', c.longitude, 'timeZone', c.time_zone, 'latest', (SELECT row_to_json(o) FROM (
        SELECT ${timed(LATEST)}, mean_sea_level_pressure_hpa AS pressure FROM observations WHERE city_id = c.id
        ORDER BY observed_at DESC LIMIT 1) AS o))
    FROM cities AS c WHERE c.id = $1)))::text AS json`,
  Q2: `SELECT '{"data":{"observations":' || json_agg(row_to_json(list)) || '}}' AS json FROM (${timed(RANGE)}) AS list`,
  Q3: `SELECT '{"data":{"cities":' || json_agg(row_to_json(list)) || '}}' AS json FROM (
    SELECT c.id, c.name, c.country_code AS "countryCode",
      (SELECT row_to_json(o) FROM (SELECT ${timed(LATEST)}, wind_speed_ms AS "windSpeed",
        condition_code AS "conditionCode" FROM observations WHERE city_id = c.id ORDER BY observed_at DESC LIMIT 1) AS o)
        AS latest,
      (SELECT json_agg(row_to_json(d)) FROM (SELECT local_date AS date, air_temperature_min_c AS min,
        air_temperature_max_c AS max, air_temperature_mean_c AS mean, precipitation_mm AS precipitation
        FROM daily_summaries WHERE city_id = c.id AND local_date BETWEEN $2::date AND $3::date ORDER BY local_date) AS d) AS daily
    FROM unnest($1::int[]) WITH ORDINALITY AS wanted (id, place) JOIN cities AS c USING (id) ORDER BY place) AS list`,
  Q4: `SELECT '{"data":{"movingAverage":' || json_agg(json_build_object('hour', ${utc('hour')}, 'average', average,
    'observedHours', "observedHours")) || '}}' AS json FROM (${SQL.average}) AS list`,
};
async function json(name, { id, from, to, ids, since, until }) {
  const values = name === 'Q1' ? [id] : name === 'Q3' ? [ids, since, until] : [id, from, to];
  return (await query(name, values, JSON_SQL[name]))[0].json;
}

async function answer({ operationName: name, variables }) {
  if (name in COLUMNS) return columns(name, variables);
  return options.mode === 'json'
    ? json(name, variables)
    : JSON.stringify({ data: await rows[name](variables) });
}

let first;
async function respond(body) {
  if (options.mode !== 'same') return answer(JSON.parse(body));
  return (first ??= await answer(JSON.parse(body)));
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    respond(Buffer.concat(chunks).toString())
      .then((text) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      })
      .catch((error) => response.writeHead(500).end(String(error.stack)));
  });
});
server.listen(0, '127.0.0.1', () => ready(server.address().port));
