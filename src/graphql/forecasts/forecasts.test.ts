import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, insert, PLACES } from '../testing/fixtures.js';

let api: TestApi;
const [NEW_YORK] = PLACES.newYork;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
});
afterAll(() => api.stop());

async function ofCity(place: 'newYork' | 'munich', field: string): Promise<unknown> {
  const answer = await api.ask(`{ city(id: "${idOf(place)}") { field: ${field} } }`);
  return (dataOf(answer) as { city: { field: unknown } }).city.field;
}

describe('A forecast', () => {
  const whole = {
    ...{ city_id: NEW_YORK, source: 'OPENWEATHERMAP', payload_id: 7 },
    ...{
      air_temperature_c: 10,
      apparent_temperature_c: 9,
      dew_point_temperature_c: 5,
      relative_humidity_pct: 50,
    },
    ...{
      mean_sea_level_pressure_hpa: 1000,
      surface_pressure_hpa: 990,
      cloud_cover_pct: 75,
      visibility_m: 10_000,
    },
    ...{ wind_speed_ms: 10, wind_gust_speed_ms: 15, wind_from_direction_deg: 350, condition_code: 500 },
    ...{ rain_3h_mm: 1.5, precipitation_3h_mm: 1.5, precipitation_probability_pct: 80 },
  };

  beforeAll(async () => {
    await insert(api, 'runs', { id: 3, job: 'FORECAST', trigger: 'SCHEDULE', status: 'SUCCEEDED' });
    await insert(api, 'payloads', {
      ...{
        city_id: NEW_YORK,
        id: 7,
        run_id: 3,
        source: 'OPENWEATHERMAP',
        kind: 'FORECAST',
        http_status: 200,
      },
      ...{ requested_at: '2026-05-19T12:00:00Z', fetched_at: '2026-05-19T12:00:01Z' },
      body_sha256: Buffer.alloc(32),
    });
    const issued_at = '2026-05-19T12:00:01Z';
    await insert(api, 'forecasts', { ...whole, issued_at, valid_at: '2026-05-19T15:00:00Z' });
    await insert(api, 'forecasts', {
      ...{ ...whole, issued_at, valid_at: '2026-05-19T18:00:00Z', precipitation_probability_pct: null },
      ...{ rain_3h_mm: null, precipitation_3h_mm: null, condition_code: null, air_temperature_c: 11 },
    });
    await insert(api, 'forecasts', {
      ...whole,
      issued_at: '2026-05-18T12:00:00Z',
      valid_at: '2026-05-19T15:00:00Z',
    });
  });

  test('is the newest one, with its source, its run and every value it has', async () => {
    const found = await ofCity(
      'newYork',
      `forecast(units: IMPERIAL) {
        issuedAt city { name } source { source licence attribution } run { id job }
        points {
          validAt airTemperature apparentTemperature dewPointTemperature relativeHumidity
          pressure { meanSeaLevel surface } wind { speed gustSpeed fromDirection } cloudCover visibility
          precipitation { total rain snow probability } conditions { code group description }
        }
      }`,
    );
    expect(found).toMatchObject({
      issuedAt: '2026-05-19T12:00:01Z',
      city: { name: 'New York' },
      source: { source: 'OPENWEATHERMAP', licence: 'CC BY-SA 4.0' },
      run: { id: '3', job: 'FORECAST' },
    });
    const { points } = found as { points: unknown[] };
    expect(points).toHaveLength(2);
    expect(points[0]).toEqual({
      ...{
        validAt: '2026-05-19T15:00:00Z',
        airTemperature: 50,
        apparentTemperature: 48.2,
        dewPointTemperature: 41,
      },
      ...{ relativeHumidity: 50, pressure: { meanSeaLevel: 29.53, surface: 29.2347 } },
      wind: { speed: 22.369, gustSpeed: 33.554, fromDirection: 350 },
      ...{ cloudCover: 75, visibility: 6.213712 },
      precipitation: { total: 0.05906, rain: 0.05906, snow: null, probability: 80 },
      conditions: [{ code: 500, group: 'Rain', description: 'light rain' }],
    });
    // What was not said stays unsaid.
    expect(points[1]).toMatchObject({
      validAt: '2026-05-19T18:00:00Z',
      precipitation: { total: null, rain: null, snow: null, probability: null },
      conditions: [],
    });
  });

  test('is the one that was current at an instant, and only the part of it that is asked for', async () => {
    const at = (args: string) => ofCity('newYork', `forecast(${args}) { issuedAt points { validAt } }`);
    const older = { issuedAt: '2026-05-18T12:00:00Z', points: [{ validAt: '2026-05-19T15:00:00Z' }] };
    expect(await at('issued: "2026-05-19T12:00:00Z"')).toEqual(older);
    expect(await at('issued: "2026-05-18T12:00:00Z"')).toEqual(older);
    expect(await at('issued: "2026-05-18T11:59:59Z"')).toBeNull();
    expect(await at('range: { from: "2026-05-19T18:00:00Z", to: "2026-05-19T21:00:00Z" }')).toEqual({
      issuedAt: '2026-05-19T12:00:01Z',
      points: [{ validAt: '2026-05-19T18:00:00Z' }],
    });
    expect(await at('range: { from: "2026-05-19T21:00:00Z", to: "2026-05-20T00:00:00Z" }')).toMatchObject({
      points: [],
    });
    expect(await ofCity('munich', 'forecast { issuedAt points { validAt } }')).toBeNull();
  });
});

test.each([
  ['forecast(issued: "yesterday") { issuedAt }', 'issued'],
  ['forecast(range: { from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z" }) { issuedAt }', 'range.to'],
  ...[
    ['parameters: []', 'parameters'],
    ['parameters: [AIR_TEMPERATURE, PRECIPITATION]', 'parameters.1'],
    ['stepHours: 2', 'stepHours'],
    ['stepHours: 121', 'stepHours'],
    ['minHours: 0', 'minHours'],
  ].map(([args = '', argument = '']) => [
    `forecastSkill(${args}, range: { from: "2026-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z" }) { unit }`,
    argument,
  ]),
  ...[-1, 121].map((hours) => [
    `forecastAhead(hours: ${hours}, range: { from: "2026-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z" }) { validAt }`,
    'hours',
  ]),
  ['forecastSkill(range: { from: "2024-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z" }) { unit }', 'range.to'],
])('%s is refused before any SQL', async (field, argument) => {
  const before = api.statements.length;
  const answer = await api.ask(`{ city(id: "${idOf('munich')}") { ${field} } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(api.statements).toHaveLength(before);
});
