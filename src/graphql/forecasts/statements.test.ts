import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addForecasts, addHours } from './testkit.js';

let api: TestApi;
const HOUR = 3600;
const MIDNIGHT = Date.parse('2026-05-18T00:00:00Z') / 1000;
const CITIES = Array.from({ length: 200 }, (_, i) => i + 1);

beforeAll(async () => {
  api = await testApi();
  await api.sql(`
    INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
    SELECT i, 'Town ' || i, 'Town ' || i, 'US', 0, 0, 1000000 - i, 'Etc/UTC', '' FROM generate_series(1, 200) AS i`);
  const steps = Array.from({ length: 8 }, (_, step) => MIDNIGHT + step * 3 * HOUR);
  await addForecasts(
    api,
    CITIES.flatMap((cityId) =>
      steps.map((valid) => ({ cityId, issued: MIDNIGHT - HOUR, valid, temperature: cityId / 10 + 1 })),
    ),
  );
  await addHours(
    api,
    CITIES.flatMap((cityId) => steps.map((hour) => ({ cityId, hour, temperature: cityId / 10 }))),
  );
});
afterAll(() => api.stop());

const QUERY = `query Forecasts($first: Int!) {
  cities(first: $first) {
    nodes {
      id
      forecast { issuedAt points { validAt airTemperature } run { id } }
      forecastSkill(range: { from: "2026-05-18T00:00:00Z", to: "2026-05-19T00:00:00Z" }, minHours: 8) {
        leads { pairs bias }
      }
    }
  }
}`;

interface City {
  id: string;
  forecast: { points: { airTemperature: number }[]; run: null };
  forecastSkill: { leads: { pairs: number; bias: number }[] }[];
}

async function ask(first: number): Promise<{ cities: City[]; statements: number }> {
  const before = api.statements.length;
  const data = dataOf(await api.askAs(undefined, QUERY, { first })) as { cities: { nodes: City[] } };
  return { cities: data.cities.nodes, statements: api.statements.length - before };
}

test('20 cities and 200 take the same few statements, and every city gets what is its own', async () => {
  expect((await ask(20)).statements).toBe(5);
  const { cities, statements } = await ask(200);
  expect(statements).toBe(5);
  expect(cities).toHaveLength(200);
  for (const { id, forecast, forecastSkill } of cities) {
    expect(forecast.points).toHaveLength(8);
    expect(forecast.points[0]?.airTemperature).toBeCloseTo(Number(id) / 10 + 1, 3);
    expect(forecast.run).toBeNull();
    expect(forecastSkill).toEqual([{ leads: [{ pairs: 8, bias: 1 }] }]);
  }
});

test('a year of many cities is refused before any of it is read', async () => {
  const before = api.statements.length;
  const range = 'range: { from: "2025-05-18T00:00:00Z", to: "2026-05-18T00:00:00Z" }';
  const answer = await api.ask(`{ cities(first: 20) { nodes { forecastSkill(${range}) { unit } } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'COST_LIMITED' });
  expect(api.statements).toHaveLength(before);
});
