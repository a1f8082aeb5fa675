import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await api.sql(`INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
    SELECT i, 'City ' || i, 'City ' || i, 'US', 40, -80, 1000 - i, 'America/New_York', '' FROM generate_series(1, 200) AS i`);
  await api.sql(`INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, air_temperature_c, further_condition_codes)
    SELECT i, '2026-05-20T11:00:00Z', 'DEMO', 'CURRENT', 1, now(), i::real / 10, '{}' FROM generate_series(1, 200) AS i`);
  await api.sql(
    `INSERT INTO latest_observations (city_id, source, observed_at) SELECT city_id, source, observed_at FROM observations`,
  );
  await api.sql(`INSERT INTO daily_summaries (city_id, local_date, ends_at, sample_count, observed_hours, expected_hours, sources, air_temperature_mean_c)
    SELECT i, date '2026-05-20' - d, now(), 24, 24, 24, '{DEMO}', i + d FROM generate_series(1, 200) AS i, generate_series(0, 9) AS d`);
  await api.sql(`INSERT INTO moving_averages (city_id, hour, window_hours, observed_hours, air_temperature_c)
    SELECT i, timestamptz '2026-05-20T11:00:00Z' - h * interval '1 hour', 24, 24, h FROM generate_series(1, 200) AS i, generate_series(0, 30) AS h`);
});
afterAll(() => api.stop());

const QUERY = `query Page($first: Int!) {
  cities(first: $first) {
    nodes {
      name
      tracking { source }
      latestObservation { observedAt airTemperature city { name } }
      dailySummaries(past: "P7D") { nodes { date airTemperature { mean } city { name } } }
      movingAverages(windowHours: 24) { nodes { hour airTemperature } pageInfo { hasNextPage endCursor } }
    }
  }
}`;

interface City {
  name: string;
  latestObservation: { airTemperature: number; city: { name: string } };
  dailySummaries: { nodes: { date: string; airTemperature: { mean: number } }[] };
  movingAverages: { nodes: { hour: string }[]; pageInfo: { hasNextPage: boolean } };
}

async function ask(first: number): Promise<{ cities: City[]; statements: number }> {
  const before = api.statements.length;
  const data = dataOf(await api.askAs(undefined, QUERY, { first })) as { cities: { nodes: City[] } };
  return { cities: data.cities.nodes, statements: api.statements.length - before };
}

test('20 cities and 200 take the same number of statements, six at most', async () => {
  const twenty = await ask(20);
  const twoHundred = await ask(200);
  expect(twenty.cities).toHaveLength(20);
  expect(twoHundred.cities).toHaveLength(200);
  // Cities, tracking, latest observations, days, the newest instants, averages.
  expect(twoHundred.statements).toBe(twenty.statements);
  expect(twoHundred.statements).toBeLessThanOrEqual(6);
});

test('every city gets what is its own', async () => {
  const { cities } = await ask(200);
  for (const [index, city] of cities.entries()) {
    expect(city.name).toBe(`City ${index + 1}`);
    expect(city.latestObservation).toMatchObject({
      airTemperature: (index + 1) / 10,
      city: { name: city.name },
    });
    expect(city.dailySummaries.nodes.map(({ date }) => date)).toEqual(
      [14, 15, 16, 17, 18, 19, 20].map((day) => `2026-05-${day}`),
    );
    expect(city.dailySummaries.nodes[6]?.airTemperature.mean).toBe(index + 1);
    expect(city.movingAverages.nodes).toHaveLength(24);
    expect(city.movingAverages.nodes[0]?.hour).toBe('2026-05-19T12:00:00Z');
  }
});

test('each city has pages of its own', async () => {
  const query = `query Page($args: Int!, $after: String) {
    cities(first: 3) { nodes { movingAverages(windowHours: 24, first: $args, after: $after) { nodes { hour } pageInfo { endCursor } } } }
  }`;
  interface Answer {
    cities: { nodes: { movingAverages: { nodes: { hour: string }[]; pageInfo: { endCursor: string } } }[] };
  }
  const first = dataOf(await api.ask(query, { args: 5 })) as unknown as Answer;
  const cursors = first.cities.nodes.map(({ movingAverages }) => movingAverages.pageInfo.endCursor);
  expect(new Set(cursors).size).toBe(1);
  const second = dataOf(await api.ask(query, { args: 5, after: cursors[0] })) as unknown as Answer;
  for (const { movingAverages } of second.cities.nodes) {
    expect(movingAverages.nodes.map(({ hour }) => hour.slice(11, 13))).toEqual([
      '17',
      '18',
      '19',
      '20',
      '21',
    ]);
  }
});

test('fields of one city with different arguments are not mixed up', async () => {
  const answer = await api.ask(`{
    city(id: "7") {
      a: dailySummaries(past: "P2D") { nodes { date } }
      b: dailySummaries(past: "P2D", direction: DESC) { nodes { date } }
      c: dailySummaries(range: { from: "2026-05-12", to: "2026-05-13" }) { nodes { date } }
      d: dailySummaries(past: "P2D") { nodes { sampleCount } }
      e: latestObservation(units: SCIENTIFIC) { airTemperature }
      f: latestObservation { airTemperature }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      a: { nodes: [{ date: '2026-05-19' }, { date: '2026-05-20' }] },
      b: { nodes: [{ date: '2026-05-20' }, { date: '2026-05-19' }] },
      c: { nodes: [{ date: '2026-05-12' }, { date: '2026-05-13' }] },
      d: { nodes: [{ sampleCount: 24 }, { sampleCount: 24 }] },
      e: { airTemperature: 273.85 },
      f: { airTemperature: 0.7 },
    },
  });
});
