import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await api.sql(`INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
    SELECT i, 'City ' || i, 'City ' || i, 'US', 40 + i / 1000.0, -80, 1000 - i, 'America/New_York', '' FROM generate_series(1, 200) AS i`);
  // The i-th city has i °C, a hundredth more each year, from 2023 to 2026.
  await api.sql(`INSERT INTO daily_summaries (city_id, local_date, ends_at, sample_count, observed_hours, expected_hours, sources,
      air_temperature_mean_c, air_temperature_max_c, precipitation_mm)
    SELECT i, day, day + interval '29 hours', 24, 24, 24, '{DEMO}', i + extract(year FROM day) / 100, i + 1, 0
    FROM generate_series(1, 200) AS i, generate_series(date '2023-01-01', date '2026-05-19', interval '1 day') AS day
    WHERE extract(month FROM day) = 5`);
});
afterAll(() => api.stop());

const QUERY = `query Insights($first: Int!) {
  cities(first: $first) {
    nodes {
      id
      normals(base: { from: "2023-01-01", to: "2024-12-31" }, minYears: 2, minDays: 2) { periods { mean } }
      anomalies(range: { from: "2026-05-10", to: "2026-05-10" }, base: { from: "2023-01-01", to: "2024-12-31" }, minYears: 2, minDays: 2) {
        days { anomaly }
      }
      records(range: { from: "2026-05-01", to: "2026-05-19" }) { value days }
      streaks(kind: DRY, range: { from: "2026-05-01", to: "2026-05-19" }) { longest { days } }
      degreeDays(range: { from: "2026-05-01", to: "2026-05-19" }) { heating daysUsed }
      nearby(radiusKm: 1, first: 1) { city { id } }
    }
  }
}`;

interface City {
  id: string;
  normals: [{ periods: { mean: number | null }[] }];
  anomalies: [{ days: [{ anomaly: number }] }];
  records: { value: number | null; days: number }[];
  streaks: { longest: { days: number } };
  degreeDays: { heating: number; daysUsed: number };
  nearby: [{ city: { id: string } }];
}

async function ask(first: number): Promise<{ cities: City[]; statements: number }> {
  const before = api.statements.length;
  const data = dataOf(await api.askAs(undefined, QUERY, { first })) as { cities: { nodes: City[] } };
  return { cities: data.cities.nodes, statements: api.statements.length - before };
}

test('20 cities and 200 take one statement a field', async () => {
  expect((await ask(20)).statements).toBe(7);
  expect((await ask(200)).statements).toBe(7);
});

test('every city gets what is its own', async () => {
  const { cities } = await ask(200);
  expect(cities).toHaveLength(200);
  for (const [index, city] of cities.entries()) {
    const i = index + 1;
    expect(city.id).toBe(String(i));
    expect(city.normals[0].periods[4]?.mean).toBeCloseTo(i + 20.235, 3);
    expect(city.normals[0].periods[5]?.mean).toBeNull();
    expect(city.anomalies[0].days[0].anomaly).toBeCloseTo(0.025, 3);
    expect(city.records[0]).toEqual({ value: i + 1, days: 19 });
    expect(city.streaks.longest.days).toBe(19);
    expect(city.degreeDays).toEqual({ heating: 0, daysUsed: 19 });
    expect(Math.abs(Number(city.nearby[0].city.id) - i)).toBe(1);
  }
});

test('many years of many cities are refused before any of them is read', async () => {
  const before = api.statements.length;
  const answer = await api.ask(
    '{ cities(first: 200) { nodes { normals(by: DAY_OF_YEAR) { periods { mean } } } } }',
  );
  expect(errorOf(answer)).toMatchObject({ code: 'COST_LIMITED' });
  expect(api.statements).toHaveLength(before);
});
