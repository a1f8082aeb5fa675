import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Temporal } from '@js-temporal/polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR } from '../../domain/time.js';
import { openMeteo } from '../../sources/open-meteo/client.js';
import { MEASURED_VARIABLES, CONDITION_VARIABLE } from '../../sources/open-meteo/variables.js';
import { transformStale } from '../../transform/transform-stale.js';
import { TestWorld } from '../testkit.js';
import { backfill } from './backfill.js';

// Real measurements through the real pipeline: the archive's wire format on loopback, backfill, landing, load,
// transform. The files are those of the npm package vega-datasets, from NOAA (see NOTICE).
//
// How a measured day is put into hours, so that the day's own figures must come out again:
// - temperature: the minimum at the day's sixth hour, the maximum at its sixteenth, in between on straight lines,
//   so that both are reached once and nothing lies outside;
// - precipitation: half in the seventh hour and half in the last, each stamped at its end, as archives do: what is
//   stamped local midnight must count to the day that ends there;
// - wind: the day's mean in every hour; the kind of weather likewise, as a WMO code.
// Days are those of the city's clock, 23 and 25 hours long when it changes.

type Values = Partial<Record<keyof typeof MEASURED_VARIABLES | typeof CONDITION_VARIABLE, number>>;
/** By Unix seconds. */
type Hours = Map<number, Values>;

interface MeasuredDay {
  date: string;
  precipitation: number;
  max: number;
  min: number;
  wind: number;
  code: number;
}

const SEATTLE = { id: 1, latitude: 47.6, longitude: -122.3, zone: 'America/Los_Angeles' };
const NEW_YORK = { id: 2, latitude: 40.7, longitude: -74, zone: 'America/New_York' };
/** Climate normals are in standard time all year. */
const NORMALS = { id: 3, latitude: 47.4, longitude: -123.3, zone: 'Etc/GMT+8' };
const CODES: Readonly<Record<string, number>> = { sun: 0, fog: 45, drizzle: 51, rain: 61, snow: 71 };

/** The package exports its program only; its data lie beside it. */
const DATA = path.join(path.dirname(createRequire(import.meta.url).resolve('vega-datasets')), '..', 'data');
function csv(file: string): string[][] {
  const text = readFileSync(path.join(DATA, file), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function measuredDays(location: string): MeasuredDay[] {
  return csv('weather.csv')
    .filter(([where]) => where === location)
    .map(([, date = '', precipitation, max, min, wind, weather = '']) => ({
      date,
      precipitation: Number(precipitation),
      max: Number(max),
      min: Number(min),
      wind: Number(wind),
      code: CODES[weather] ?? NaN,
    }));
}

function startOf(date: string, zone: string, later = 0): number {
  return Temporal.PlainDate.from(date).add({ days: later }).toZonedDateTime(zone).epochMilliseconds / 1000;
}

const temperatureAt = ({ min, max }: MeasuredDay, hour: number): number =>
  Math.round((max - ((max - min) * Math.min(10, Math.abs(15 - hour))) / 10) * 10) / 10;

function hoursOf(days: readonly MeasuredDay[], zone: string): Hours {
  const hours: Hours = new Map();
  const at = (second: number): Values => {
    const values = hours.get(second) ?? { precipitation: 0 };
    hours.set(second, values);
    return values;
  };
  for (const day of days) {
    const [start, end] = [startOf(day.date, zone), startOf(day.date, zone, 1)];
    for (let second = start, hour = 0; second < end; second += 3600, hour += 1) {
      Object.assign(at(second), {
        temperature_2m: temperatureAt(day, hour),
        wind_speed_10m: day.wind,
        weather_code: day.code,
      });
    }
    const tenths = Math.round(day.precipitation * 10);
    at(start + 7 * 3600).precipitation = Math.floor(tenths / 2) / 10;
    at(end).precipitation = Math.ceil(tenths / 2) / 10;
  }
  return hours;
}

function normalHours(): Hours {
  return new Map(
    csv('seattle-weather-hourly-normals.csv').map(([date = '', pressure, temperature, wind]) => [
      Temporal.PlainDateTime.from(date).toZonedDateTime(NORMALS.zone).epochMilliseconds / 1000,
      { pressure_msl: Number(pressure), temperature_2m: Number(temperature), wind_speed_10m: Number(wind) },
    ]),
  );
}

/** An archive in Open-Meteo's wire format that knows these places alone. */
async function serve(places: ReadonlyMap<number, Hours>): Promise<Server> {
  const units = Object.fromEntries(
    Object.entries(MEASURED_VARIABLES).map(([name, { unit }]): [string, string] => [name, unit]),
  );
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://archive').searchParams;
    const hours = places.get(Number(query.get('latitude'))) ?? new Map<number, Values>();
    const time: number[] = [];
    const end = Date.parse(query.get('end_date') ?? '') + DAY;
    for (let at = Date.parse(query.get('start_date') ?? ''); at < end; at += HOUR) time.push(at / 1000);
    const names = (query.get('hourly') ?? '').split(',') as (keyof Values)[];
    const columns: Record<string, (number | null)[]> = {};
    for (const name of names) columns[name] = time.map((second) => hours.get(second)?.[name] ?? null);
    response.setHeader('Content-Type', 'application/json').end(
      JSON.stringify({
        latitude: Number(query.get('latitude')),
        longitude: Number(query.get('longitude')),
        utc_offset_seconds: 0,
        hourly_units: { time: 'unixtime', weather_code: 'wmo code', ...units },
        hourly: { time, ...columns },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const measured = new Map([
  [SEATTLE, measuredDays('Seattle')],
  [NEW_YORK, measuredDays('New York')],
]);
const normals = normalHours();
let world: TestWorld;
let server: Server;

beforeAll(async () => {
  world = await TestWorld.open();
  server = await serve(
    new Map([
      ...[...measured].map(([place, days]) => [place.latitude, hoursOf(days, place.zone)] as const),
      [NORMALS.latitude, normals] as const,
    ]),
  );
  for (const { id, latitude, longitude, zone } of [SEATTLE, NEW_YORK, NORMALS]) {
    await world.pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       VALUES ($1, 'Place', 'Place', 'US', $2, $3, $4, 'place')`,
      [id, latitude, longitude, zone],
    );
  }
  await fill([SEATTLE.id, NEW_YORK.id], '2012-01-01', '2016-01-02');
  await fill([NORMALS.id], '2010-01-01', '2011-01-02');
  await world.load();
  await transformStale(world.pool, { windows: [], fence: () => Promise.resolve() });
}, 240_000);
afterAll(async () => {
  server.close();
  await world.close();
});

async function fill(cityIds: number[], from: string, to: string): Promise<void> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const archive = openMeteo({ url, archiveUrl: url, logger: world.logger, deadline: 10_000 });
  const window = { from: new Date(from), to: new Date(to) };
  const run = await world.request({ job: 'BACKFILL', window, parameters: { cityIds } });
  const result = await backfill({ ...world.archive(), archive }, run);
  expect(result).toEqual({ status: 'SUCCEEDED' });
  await run.finish('SUCCEEDED', null);
}

async function rows<Row extends object>(statement: string, values: unknown[]): Promise<Row[]> {
  return (await world.pool.query<Row>(statement, values)).rows;
}

test.each([
  ['Seattle', SEATTLE],
  ['New York', NEW_YORK],
])('1,461 measured days of %s come out of their hours as they were measured', async (_, place) => {
  const days = measured.get(place) ?? [];
  const summaries = await rows<Record<string, number> & { date: string }>(
    `SELECT local_date::text AS date, air_temperature_min_c AS min, air_temperature_max_c AS max,
            air_temperature_mean_c AS mean, round(precipitation_mm::numeric, 9)::float8 AS precipitation,
            round(wind_speed_mean_ms::numeric, 9)::float8 AS wind, condition_code AS code,
            observed_hours AS observed, expected_hours AS expected
       FROM daily_summaries WHERE city_id = $1 AND local_date BETWEEN '2012-01-01' AND '2015-12-31'
      ORDER BY local_date`,
    [place.id],
  );
  expect(summaries).toHaveLength(1461);
  expect(
    summaries.map(({ date, min, max, precipitation, wind, code }) => ({
      date,
      precipitation,
      max,
      min,
      wind,
      code,
    })),
  ).toEqual(days);
  summaries.forEach(({ date, mean, observed, expected }, index) => {
    const day = days[index];
    if (!day) throw new RangeError(date);
    const length = (startOf(date, place.zone, 1) - startOf(date, place.zone)) / 3600;
    expect([observed, expected]).toEqual([length, length]);
    const values = Array.from({ length }, (_hour, hour) => temperatureAt(day, hour));
    expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / length, 9);
  });
  expect(summaries.filter(({ expected }) => expected === 23)).toHaveLength(4);
  expect(summaries.filter(({ expected }) => expected === 25)).toHaveLength(4);
});

test('8,759 hourly normals of Seattle are the hours’ means, exactly', async () => {
  const hours = await rows<Record<string, number>>(
    `SELECT extract(epoch FROM hour)::int AS second, air_temperature_mean_c AS temperature_2m,
            mean_sea_level_pressure_mean_hpa AS pressure_msl, wind_speed_mean_ms AS wind_speed_10m
       FROM hourly_summaries WHERE city_id = $1 ORDER BY hour`,
    [NORMALS.id],
  );
  expect(hours).toHaveLength(8759);
  expect(new Map(hours.map(({ second = 0, ...values }) => [second, values]))).toEqual(normals);
});

test('nothing was refused, and every value knows the answer it was read from', async () => {
  expect(await rows('SELECT reason, path, value FROM rejects', [])).toEqual([]);
  const orphans = `SELECT count(*)::int AS orphans FROM observations AS o
    WHERE NOT EXISTS (SELECT FROM payloads AS p WHERE p.city_id = o.city_id AND p.id = o.payload_id)`;
  expect(await rows(orphans, [])).toEqual([{ orphans: 0 }]);
});
