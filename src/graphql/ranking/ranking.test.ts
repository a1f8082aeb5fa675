import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addObservation, addPlaces, insert, PLACES, type PlaceName } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago', 'munich', 'auckland', 'mcMurdo');
  // Now is 20 May in New York, Chicago and Munich, and 21 May in Auckland.
  await addDay('newYork', '2026-05-19', 10, 20, 15, 24);
  await addDay('chicago', '2026-05-19', 5, 25, 16, 12);
  await addDay('munich', '2026-05-19', 8, 25, 17, 24);
  await addDay('auckland', '2026-05-20', 11, 18, 14, 24);
  await addDay('auckland', '2026-05-19', 0, 30, 10, 24);
  await addDay('munich', '2026-05-18', 4, 26, 5, 6);
});
afterAll(() => api.stop());

async function addDay(place: PlaceName, date: string, min: number, max: number, mean: number, hours: number) {
  await addObservation(api, place, `${date}T12:00:00Z`);
  await insert(api, 'daily_summaries', {
    city_id: PLACES[place][0],
    local_date: date,
    ends_at: `${date}T23:59:59Z`,
    sample_count: 24,
    observed_hours: hours,
    expected_hours: 24,
    sources: '{DEMO}',
    air_temperature_min_c: min,
    air_temperature_max_c: max,
    air_temperature_mean_c: mean,
    precipitation_mm: place === 'munich' ? 2.54 : null,
  });
}

interface Ranked {
  rank: number;
  value: number;
  unit: string;
  city: { name: string };
}

const ranking = async (args: string) => {
  const answer = await api.ask(`{ ranking(${args}) { rank value unit city { name } } }`);
  const { ranking: cities } = dataOf(answer) as unknown as { ranking: Ranked[] };
  return cities.map(({ rank, value, city }) => `${rank} ${city.name} ${value}`);
};

test('without a day it is each city’s yesterday; equal values share a rank', async () => {
  expect(await ranking('by: AIR_TEMPERATURE_MAX')).toEqual([
    '1 München 25',
    '1 Chicago 25',
    '3 New York 20',
    '4 Auckland 18',
  ]);
});

test.each([
  ['by: AIR_TEMPERATURE_MIN, direction: ASC, first: 2', ['1 Chicago 5', '2 München 8']],
  ['by: AIR_TEMPERATURE_MAX, date: "2026-05-19", first: 1', ['1 Auckland 30']],
  ['by: TEMPERATURE_RANGE, units: IMPERIAL, first: 1', ['1 Chicago 36']],
  ['by: AIR_TEMPERATURE_MEAN, units: IMPERIAL, first: 1', ['1 München 62.6']],
  ['by: PRECIPITATION_SUM, units: IMPERIAL', ['1 München 0.1']],
  ['by: PRECIPITATION_SUM, range: { from: "2026-05-18", to: "2026-05-19" }', ['1 München 5.08']],
  // 24 hours of 17 °C and 6 of 5 °C.
  [
    'by: AIR_TEMPERATURE_MEAN, range: { from: "2026-05-18", to: "2026-05-19" }, filter: { countryCode: "DE" }',
    ['1 München 14.6'],
  ],
  ['by: AIR_TEMPERATURE_MAX, minCoverage: 0.75, filter: { countryCode: "US" }', ['1 New York 20']],
  ['by: AIR_TEMPERATURE_MAX, filter: { search: "Chicago" }', ['1 Chicago 25']],
  [
    'by: AIR_TEMPERATURE_MAX, filter: { near: { latitude: 41, longitude: -80, radiusKm: 800 } }, first: 1',
    ['1 Chicago 25'],
  ],
  ['by: WIND_GUST_MAX', []],
  ['by: AIR_TEMPERATURE_MAX, date: "1999-01-01"', []],
])('ranks by %s', async (args, expected) => {
  expect(await ranking(args)).toEqual(expected);
});

test('shows the day that was compared, in the same units, in a fixed number of statements', async () => {
  const query = `{
    ranking(by: AIR_TEMPERATURE_MIN, units: SCIENTIFIC, first: 3) {
      value unit summary { date airTemperature { min } coverage { observedHours } }
    }
    days: ranking(by: AIR_TEMPERATURE_MIN, range: { from: "2026-05-18", to: "2026-05-19" }, first: 1) { summary { date } }
  }`;
  const before = api.statements.length;
  const answer = await api.askAs(undefined, query);
  expect(dataOf(answer)).toEqual({
    ranking: [
      {
        value: 284.15,
        unit: 'K',
        summary: { date: '2026-05-20', airTemperature: { min: 284.15 }, coverage: { observedHours: 24 } },
      },
      {
        value: 283.15,
        unit: 'K',
        summary: { date: '2026-05-19', airTemperature: { min: 283.15 }, coverage: { observedHours: 24 } },
      },
      {
        value: 281.15,
        unit: 'K',
        summary: { date: '2026-05-19', airTemperature: { min: 281.15 }, coverage: { observedHours: 24 } },
      },
    ],
    days: [{ summary: null }],
  });
  // Two rankings, their cities, and the days of two dates.
  expect(api.statements.length - before).toBeLessThanOrEqual(5);
});

test.each([
  ['by: WIND_GUST_MAX, first: 0', 'first'],
  ['by: WIND_GUST_MAX, date: "2026-02-30"', 'date'],
  ['by: WIND_GUST_MAX, date: "2026-02-20", range: { from: "2026-02-01", to: "2026-02-02" }', 'date'],
  ['by: WIND_GUST_MAX, range: { from: "2020-02-01", to: "2026-02-02" }', 'range.to'],
  ['by: WIND_GUST_MAX, minCoverage: -1', 'minCoverage'],
  ['by: WIND_GUST_MAX, filter: { countryCode: "x" }', 'filter.countryCode'],
])('refuses %s', async (args, argument) => {
  expect(errorOf(await api.ask(`{ ranking(${args}) { rank } }`))).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument,
  });
});
