import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LostLeaseError } from '../database/fence.js';
import { parsePayload, parserVersion } from '../sources/parse.js';
import { addCity, land, load, observationsOf, testWarehouse } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

let lastCity = 0;
/** A city of the test's own. */
async function newCity(): Promise<number> {
  lastCity += 1;
  await addCity(pool, lastCity);
  return lastCity;
}

const at = '2026-05-01T11:50:00Z';
const warm = { at, values: { AIR_TEMPERATURE: 20, RELATIVE_HUMIDITY: 40 }, codes: [800] };
const cool = { at, values: { AIR_TEMPERATURE: 10, RELATIVE_HUMIDITY: 90 }, codes: [500, 701] };

test('an absent rain stays NULL', async () => {
  const cityId = await newCity();
  const reply = {
    coord: { lon: 10, lat: 50 },
    weather: [{ id: 800, main: 'Clear', description: 'clear sky', icon: '01d' }],
    main: { temp: 12.34, pressure: 1013, humidity: 60 },
    visibility: 10_000,
    wind: { speed: 2, deg: 250 },
    clouds: { all: 0 },
    dt: Date.parse(at) / 1000,
    id: 1,
    name: 'Place',
    cod: 200,
  };
  await land(pool, { cityId, body: Buffer.from(JSON.stringify(reply)) });
  await load(pool, { parse: parsePayload, parserVersion });
  const { rows } = await pool.query('SELECT * FROM observations WHERE city_id = $1', [cityId]);
  expect(rows).toMatchObject([
    { air_temperature_c: 12.34, rain_1h_mm: null, snow_water_1h_mm: null, precipitation_1h_mm: null },
  ]);
});

test('says which instant is the latest, and never moves it back', async () => {
  const cityId = await newCity();
  await pool.query(
    `INSERT INTO tracked_cities (city_id, source, interval_minutes) VALUES ($1, 'OPENWEATHERMAP', 15)`,
    [cityId],
  );
  const latest = async () => {
    const { rows } = await pool.query<{ source: string; latest: Date; tracked: Date }>(
      `SELECT l.source, l.observed_at AS latest, t.last_observed_at AS tracked
         FROM latest_observations AS l JOIN tracked_cities AS t USING (city_id)
        WHERE city_id = $1 ORDER BY l.source`,
      [cityId],
    );
    return rows;
  };
  await land(pool, { cityId, observations: [warm, { ...warm, at: '2026-05-01T11:00:00Z' }] });
  await load(pool);
  const expected = { source: 'OPENWEATHERMAP', latest: new Date(at), tracked: new Date(at) };
  expect(await latest()).toEqual([expected]);
  await land(
    pool,
    { cityId, observations: [{ ...cool, at: '2026-05-01T10:00:00Z' }] },
    { cityId, source: 'OPEN_METEO', observations: [{ ...cool, at: '2026-05-01T12:00:00Z' }] },
  );
  await load(pool);
  expect(await latest()).toEqual([
    expected,
    { source: 'OPEN_METEO', latest: new Date('2026-05-01T12:00:00Z'), tracked: new Date(at) },
  ]);
});

test('says of each payload how it ended', async () => {
  const cityId = await newCity();
  const wrong = { reason: 'SCHEMA' as const, detail: 'Wrong.' };
  const ids = await land(
    pool,
    { cityId, observations: [warm] },
    { cityId, observations: [warm], rejections: [wrong] },
    { cityId },
    { cityId, rejections: [wrong] },
    { cityId, body: Buffer.from('not JSON') },
  );
  await load(pool, { parserVersion: () => 7 });
  const { rows } = await pool.query(
    `SELECT id, state, parser_version, loaded_at IS NOT NULL AS loaded FROM payloads WHERE city_id = $1 ORDER BY id`,
    [cityId],
  );
  const states = ['LOADED', 'LOADED', 'LOADED', 'REJECTED', 'REJECTED'];
  expect(rows).toEqual(
    ids.map((id, index) => ({ id, state: states[index], parser_version: 7, loaded: true })),
  );
});

test('loads only what is asked for, in batches, and tells after each', async () => {
  const [one, two] = [await newCity(), await newCity()];
  const payloads = [one, two].flatMap((cityId) =>
    [1, 2, 3, 4, 5].map((hour) => ({
      cityId,
      observations: [{ at: `2026-05-01T0${hour}:00:00Z`, values: { AIR_TEMPERATURE: hour } }],
    })),
  );
  await land(pool, ...payloads);
  const batches: number[] = [];
  const options = {
    cityIds: [two],
    batchSize: 2,
    onProgress: (done: { payloads: number }) => batches.push(done.payloads),
  };
  expect(await load(pool, options)).toMatchObject({ payloads: 5, observationsInserted: 5 });
  expect(batches).toEqual([2, 2, 1]);
  expect(await observationsOf(pool, one)).toEqual([]);
  await load(pool);
});

test('stops between two batches when told to, and goes on from there', async () => {
  const cityId = await newCity();
  const hours = [1, 2, 3, 4].map((hour) => `2026-05-01T0${hour}:00:00Z`);
  await land(pool, ...hours.map((hour) => ({ cityId, observations: [{ ...warm, at: hour }] })));
  const stop = new AbortController();
  const options = { batchSize: 1, signal: stop.signal, onProgress: () => stop.abort(new Error('Enough')) };
  await expect(load(pool, options)).rejects.toThrow('Enough');
  expect(await observationsOf(pool, cityId)).toHaveLength(1);
  expect(await load(pool)).toMatchObject({ payloads: 3 });
});

test('writes nothing once the run has another owner', async () => {
  const cityId = await newCity();
  await land(pool, { cityId, observations: [warm] });
  const fence = () => Promise.reject(new LostLeaseError('2'));
  await expect(load(pool, { fence })).rejects.toThrow(LostLeaseError);
  expect(await observationsOf(pool, cityId)).toEqual([]);
  expect(await load(pool)).toMatchObject({ payloads: 1, observationsInserted: 1 });
});

test('cuts what is long into transactions of bounded size', async () => {
  const cityId = await newCity();
  const year = (value: number) =>
    Array.from({ length: 9_000 }, (_, hour) => ({
      at: new Date(Date.UTC(2024, 0, 1, hour)).toISOString(),
      values: { AIR_TEMPERATURE: value },
    }));
  const archive = { cityId, kind: 'ARCHIVE' as const };
  await land(pool, ...[1, 2, 3].map((value) => ({ ...archive, observations: year(value) })));
  const batches: number[] = [];
  const counts = await load(pool, { onProgress: (done) => batches.push(done.payloads) });
  expect(counts).toMatchObject({ observationsInserted: 9_000, observationsUpdated: 9_000 });
  expect(batches).toEqual([2, 1]);
});
